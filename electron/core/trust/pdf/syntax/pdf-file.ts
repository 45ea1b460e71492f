/** A PDF file as of one of its revisions: its objects by number, read when they are asked for. */
import type { Bytes } from '../../asn1/der.ts';
import { Malformed } from '../../malformed.ts';
import { LIMITS } from '../../limits.ts';
import { ObjectStream } from './object-stream.ts';
import { budgetFor, type PdfBudget } from './pdf-budget.ts';
import { decodeStream } from './pdf-filters.ts';
import { dictionaryOf, isKind, type PdfDictionary, type PdfReference, type PdfStream, type PdfValue } from './pdf-values.ts';
import { readXrefSections, type XrefSection } from './pdf-xref.ts';
import { type IndirectObject, readIndirect } from './read-indirect.ts';
import type { XrefEntry } from './xref-table.ts';

/** Revisions are beginnings of the same octets: what is read at one place is read for all of them, and their work is counted together. */
interface Reading {
  budget: PdfBudget;
  /** By where they begin. */
  objects: Map<number, IndirectObject>;
  streams: Map<PdfValue, ObjectStream>;
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
  readonly #reading: Reading;

  private constructor(bytes: Bytes, sections: readonly XrefSection[], reading: Reading) {
    this.bytes = bytes;
    this.sections = sections;
    this.#reading = reading;
    for (const { entries } of sections) for (const [number, entry] of entries) if (!this.#entries.has(number)) this.#entries.set(number, entry);
  }

  /** @throws {Malformed} @throws {Unsupported} */
  static async open(bytes: Bytes): Promise<PdfFile> {
    if (bytes.length > LIMITS.pdfBytes) throw new Malformed('file too large');
    if (!HEADER.test(String.fromCharCode(...bytes.subarray(0, 8)))) throw new Malformed('not a PDF file');
    const budget = budgetFor(bytes);
    return new PdfFile(bytes, await readXrefSections(bytes, budget), { budget, objects: new Map(), streams: new Map() });
  }

  /** The file as it was when it ended here. @throws {Malformed} @throws {Unsupported} */
  async revision(end: number): Promise<PdfFile> {
    const bytes = this.bytes.subarray(0, end);
    return new PdfFile(bytes, await readXrefSections(bytes, this.budget), this.#reading);
  }

  get budget(): PdfBudget {
    return this.#reading.budget;
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

  /** What `resolve` gives, where nothing has to be read for it; else undefined. */
  known(value: PdfValue): PdfValue | undefined {
    if (!isKind(value, 'reference')) return value;
    const entry = this.#entries.get(value.number);
    const isMeant = entry !== undefined && entry.is !== 'free' && generationOf(entry) === value.generation;
    const at = isMeant ? this.#objects.get(value.number) : undefined;
    return at !== undefined && isKind(at, 'reference') ? undefined : at;
  }

  /** The value under a key, resolved. */
  async get(dictionary: PdfDictionary, key: string): Promise<PdfValue> {
    return this.resolve(dictionary.entries.get(key) ?? null);
  }

  /** @throws {Malformed} @throws {Unsupported} */
  decode(stream: PdfStream): Promise<Bytes> {
    return decodeStream(stream, (value) => this.resolve(value), this.budget);
  }

  async #object({ number, generation }: PdfReference): Promise<PdfValue> {
    const entry = this.#entries.get(number);
    if (entry === undefined || entry.is === 'free') return null;
    if (generation !== generationOf(entry)) throw new Malformed('another object where one must be');
    const known = this.#objects.get(number);
    if (known !== undefined) return known;
    const value = entry.is === 'at' ? await this.#readAt(number, entry) : (await this.#streamOf(entry.stream)).value(number, entry.index);
    this.#objects.set(number, value);
    return value;
  }

  /** Whatever object stands there. @throws {Malformed} */
  async objectAt(offset: number): Promise<IndirectObject> {
    const known = this.#reading.objects.get(offset);
    if (known !== undefined && known.end <= this.bytes.length) return known;
    let isFixed = true;
    const lengthAt = (reference: PdfReference, of: number): Promise<PdfValue> => {
      // Another revision may say another length.
      isFixed = false;
      return this.#lengthAt(reference, of);
    };
    const read = await readIndirect(this.bytes, offset, lengthAt, this.budget);
    if (isFixed) this.#reading.objects.set(offset, read);
    return read;
  }

  async #readAt(number: number, entry: Extract<XrefEntry, { is: 'at' }>): Promise<PdfValue> {
    const read = await this.objectAt(entry.offset);
    if (read.number !== number || read.generation !== entry.generation) throw new Malformed('another object where one must be');
    return read.value;
  }

  /** A length that depends on its own stream would never be known. */
  #lengthAt(reference: PdfReference, of: number): Promise<PdfValue> {
    const entry = this.#entries.get(reference.number);
    if (reference.number === of || entry?.is !== 'at') throw new Malformed('length of a stream');
    return this.resolve(reference);
  }

  async #streamOf(number: number): Promise<ObjectStream> {
    const entry = this.#entries.get(number);
    if (entry?.is !== 'at') throw new Malformed('object stream in an object stream');
    const stream = await this.resolve({ kind: 'reference', number, generation: entry.generation });
    const known = this.#streams.get(number) ?? this.#reading.streams.get(stream);
    if (known !== undefined) return known;
    let isFixed = true;
    const resolve = (value: PdfValue): Promise<PdfValue> => {
      isFixed &&= !isKind(value, 'reference');
      return this.resolve(value);
    };
    const opened = await ObjectStream.open(stream, resolve, this.budget);
    this.#streams.set(number, opened);
    if (isFixed) this.#reading.streams.set(stream, opened);
    return opened;
  }
}

const generationOf = (entry: Exclude<XrefEntry, { is: 'free' }>): number => (entry.is === 'at' ? entry.generation : 0);
