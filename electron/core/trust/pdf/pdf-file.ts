/** A PDF file as of one of its revisions: its objects by number, read when they are asked for. */
import { type Bytes, Malformed } from '../asn1/der.ts';
import { LIMITS } from '../limits.ts';
import { budgetFor, PdfCursor, type ValueBudget } from './pdf-cursor.ts';
import { decodeStream } from './pdf-filters.ts';
import { countOf, dictionaryOf, isKind, nameOf, type PdfDictionary, type PdfReference, type PdfStream, type PdfValue } from './pdf-values.ts';
import { mostObjects, readXrefSections, type XrefEntry, type XrefSection } from './pdf-xref.ts';
import { readIndirect } from './read-indirect.ts';

interface ObjectStream {
  bytes: Bytes;
  first: number;
  places: { number: number; offset: number }[];
}

const LONGEST_CHAIN = 8;
const HEADER = /^%PDF-[12]\.\d/;

export class PdfFile {
  readonly bytes: Bytes;
  /** Newest first. */
  readonly sections: readonly XrefSection[];
  readonly #entries = new Map<number, XrefEntry>();
  readonly #objects = new Map<number, PdfValue>();
  readonly #streams = new Map<number, ObjectStream>();
  readonly #budget: ValueBudget;
  /** Octets unpacked so far: many small bombs are one large one. */
  #unpacked = 0;

  private constructor(bytes: Bytes, sections: readonly XrefSection[]) {
    this.bytes = bytes;
    this.sections = sections;
    this.#budget = budgetFor(bytes);
    for (const { entries } of sections) for (const [number, entry] of entries) if (!this.#entries.has(number)) this.#entries.set(number, entry);
  }

  /** @throws {Malformed} @throws {Unsupported} */
  static async open(bytes: Bytes): Promise<PdfFile> {
    if (bytes.length > LIMITS.pdfBytes) throw new Malformed('file too large');
    if (!HEADER.test(String.fromCharCode(...bytes.subarray(0, 8)))) throw new Malformed('not a PDF file');
    return new PdfFile(bytes, await readXrefSections(bytes));
  }

  get trailer(): PdfDictionary {
    return this.sections[0]!.trailer;
  }

  entryOf(number: number): XrefEntry | null {
    return this.#entries.get(number) ?? null;
  }

  async catalog(): Promise<PdfDictionary> {
    return dictionaryOf(await this.resolve(this.trailer.entries.get('Root') ?? null), 'catalog');
  }

  /** Follows references to what they lead to; null for objects that are not there (7.3.10). @throws {Malformed} */
  async resolve(value: PdfValue): Promise<PdfValue> {
    let current = value;
    for (let i = 0; isKind(current, 'reference'); i += 1) {
      if (i === LONGEST_CHAIN) throw new Malformed('references in a circle');
      current = await this.#object(current);
    }
    return current;
  }

  /** The value under a key, resolved. */
  async get(dictionary: PdfDictionary, key: string): Promise<PdfValue> {
    return this.resolve(dictionary.entries.get(key) ?? null);
  }

  /** @throws {Malformed} @throws {Unsupported} */
  async decode(stream: PdfStream): Promise<Bytes> {
    const decoded = await decodeStream(stream, (value) => this.resolve(value));
    this.#unpacked += decoded.length;
    const most = Math.max(LIMITS.pdfFloor, this.bytes.length) * LIMITS.pdfGrowth;
    if (this.#unpacked > Math.min(LIMITS.pdfUnpacked, most)) throw new Malformed('file unpacks to too much');
    return decoded;
  }

  async #object({ number, generation }: PdfReference): Promise<PdfValue> {
    const known = this.#objects.get(number);
    if (known !== undefined) return known;
    const entry = this.#entries.get(number);
    if (entry === undefined || entry.is === 'free') return null;
    const value = entry.is === 'at' ? await this.#readAt(number, generation, entry) : await this.#readInStream(number, entry);
    this.#objects.set(number, value);
    return value;
  }

  async #readAt(number: number, generation: number, entry: Extract<XrefEntry, { is: 'at' }>): Promise<PdfValue> {
    const read = await readIndirect(this.bytes, entry.offset, (length) => this.#lengthAt(length, number), this.#budget);
    const isMeant = read.number === number && read.generation === entry.generation && generation === entry.generation;
    if (!isMeant) throw new Malformed('another object where one must be');
    return read.value;
  }

  /** A length that depends on its own stream would never be known. */
  #lengthAt(reference: PdfReference, of: number): Promise<PdfValue> {
    const entry = this.#entries.get(reference.number);
    if (reference.number === of || entry?.is !== 'at') throw new Malformed('length of a stream');
    return this.resolve(reference);
  }

  async #readInStream(number: number, entry: Extract<XrefEntry, { is: 'in-stream' }>): Promise<PdfValue> {
    const stream = this.#streams.get(entry.stream) ?? (await this.#openStream(entry.stream));
    this.#streams.set(entry.stream, stream);
    const place = stream.places[entry.index];
    if (place?.number !== number) throw new Malformed('another object where one must be');
    return new PdfCursor(stream.bytes, stream.first + place.offset, this.#budget).value();
  }

  async #openStream(number: number): Promise<ObjectStream> {
    const entry = this.#entries.get(number);
    if (entry?.is !== 'at') throw new Malformed('object stream in an object stream');
    const stream = await this.resolve({ kind: 'reference', number, generation: entry.generation });
    if (!isKind(stream, 'stream')) throw new Malformed('no object stream');
    if (nameOf(stream.dictionary.entries.get('Type') ?? null) !== 'ObjStm') throw new Malformed('no object stream');
    const bytes = await this.decode(stream);
    const count = countOf(await this.get(stream.dictionary, 'N'), 'N');
    const first = countOf(await this.get(stream.dictionary, 'First'), 'First');
    if (count > mostObjects(this.bytes) || first > bytes.length) throw new Malformed('object stream');
    const cursor = new PdfCursor(bytes.subarray(0, first));
    return { bytes, first, places: Array.from({ length: count }, () => ({ number: cursor.integer(), offset: cursor.integer() })) };
  }
}
