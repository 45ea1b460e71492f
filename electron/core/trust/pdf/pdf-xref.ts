/** Cross-reference tables and streams (ISO 32000-2 7.5.4, 7.5.8): where each object of each revision lies. */
import { type Bytes, Malformed } from '../asn1/der.ts';
import { LIMITS } from '../limits.ts';
import { isSpace, PdfCursor } from './pdf-cursor.ts';
import { decodeStream } from './pdf-filters.ts';
import { countOf, dictionaryOf, isKind, nameOf, type PdfDictionary, type PdfStream, type PdfValue, Unsupported } from './pdf-values.ts';
import { readIndirect } from './read-indirect.ts';

export type XrefEntry = { is: 'free' } | { is: 'at'; offset: number; generation: number } | { is: 'in-stream'; stream: number; index: number };

export interface XrefSection {
  /** Where it begins. */
  offset: number;
  entries: ReadonlyMap<number, XrefEntry>;
  trailer: PdfDictionary;
  /** Of a table with a stream beside it: what the stream names. */
  hidden: ReadonlyMap<number, XrefEntry> | null;
}

const STARTXREF = [...'startxref'].map((character) => character.charCodeAt(0));
const LONGEST_END = 1024;

/** Newest first. @throws {Malformed} @throws {Unsupported} */
export async function readXrefSections(file: Bytes): Promise<XrefSection[]> {
  const sections: XrefSection[] = [];
  let objects = 0;
  let next: number | null = startOfXref(file);
  while (next !== null) {
    if (sections.length === LIMITS.pdfRevisions) throw new Malformed('too many revisions');
    // A linearised file (annex F) leads forward once, so that the order says nothing; a chain that turns round would never end.
    if (sections.some(({ offset }) => offset === next)) throw new Malformed('revisions in a circle');
    const section = await readSection(file, next);
    objects += section.entries.size;
    if (objects > LIMITS.pdfObjects) throw new Malformed('too many objects');
    sections.push(section);
    const previous = section.trailer.entries.get('Prev');
    next = previous === undefined ? null : countOf(previous, 'Prev');
  }
  for (const [at, { hidden }] of sections.entries()) {
    if (hidden !== null) rejectContradiction(hidden, sections.slice(at + 1).map(({ entries }) => entries));
  }
  return sections;
}

/** The file ends with `startxref`, an offset and `%%EOF` (7.5.5); after that at most one line break. */
function startOfXref(file: Bytes): number {
  const from = Math.max(0, file.length - LONGEST_END);
  for (let at = file.length - STARTXREF.length; at >= from; at -= 1) {
    if (!STARTXREF.every((octet, index) => file[at + index] === octet)) continue;
    const match = /^startxref[\r\n ]+(\d{1,15})[\r\n ]+%%EOF(?:\r\n|\n|\r)?$/.exec(String.fromCharCode(...file.subarray(at)));
    if (match === null) break;
    return Number(match[1]);
  }
  throw new Malformed('no end of the file where it must be');
}

async function readSection(file: Bytes, offset: number): Promise<XrefSection> {
  const cursor = new PdfCursor(file, offset);
  if (cursor.peekWord() !== 'xref') return readXrefStream(file, offset);
  const { entries, trailer } = readTable(cursor);
  const more = trailer.entries.get('XRefStm');
  if (more === undefined) return { offset, entries, trailer: supported(trailer), hidden: null };
  const hidden = (await readXrefStream(file, countOf(more, 'XRefStm'))).entries;
  rejectContradiction(hidden, [entries]);
  return { offset, entries: new Map([...entries, ...hidden]), trailer: supported(trailer), hidden };
}

/**
 * Hybrid files (7.5.8.4), as office programs write them, hide objects from readers older than version 1.5. What both kinds of readers find
 * must be one file: a stream that says something else than the tables makes two.
 */
function rejectContradiction(hidden: ReadonlyMap<number, XrefEntry>, tables: readonly ReadonlyMap<number, XrefEntry>[]): void {
  for (const [number, entry] of hidden) {
    const shown = tables.find((table) => table.has(number))?.get(number);
    if (shown?.is === 'at' && !(entry.is === 'at' && entry.offset === shown.offset)) throw new Malformed('two cross-references that disagree');
  }
}

function supported(trailer: PdfDictionary): PdfDictionary {
  if (trailer.entries.has('Encrypt')) throw new Unsupported('encrypted file', 'file-encrypted');
  return trailer;
}

function readTable(cursor: PdfCursor): { entries: Map<number, XrefEntry>; trailer: PdfDictionary } {
  const entries = new Map<number, XrefEntry>();
  cursor.expectWord('xref');
  while (cursor.peekWord() !== 'trailer') {
    const first = cursor.integer();
    const count = cursor.integer();
    if (count > LIMITS.pdfObjects) throw new Malformed('too many objects');
    while (isSpace(cursor.bytes[cursor.at])) cursor.at += 1;
    for (let i = 0; i < count; i += 1) {
      const line = String.fromCharCode(...cursor.bytes.subarray(cursor.at, cursor.at + 20));
      const match = /^(\d{10}) (\d{5}) ([nf])(?: \r| \n|\r\n)$/.exec(line);
      if (match === null) throw new Malformed('cross-reference entry');
      cursor.at += 20;
      const entry: XrefEntry = match[3] === 'f' ? { is: 'free' } : { is: 'at', offset: Number(match[1]), generation: Number(match[2]) };
      add(entries, first + i, entry, mostObjects(cursor.bytes));
    }
  }
  cursor.expectWord('trailer');
  return { entries, trailer: dictionaryOf(cursor.value(), 'trailer') };
}

/** Twice in one section would be two files in one. */
function add(entries: Map<number, XrefEntry>, number: number, entry: XrefEntry, most: number): void {
  if (entries.has(number)) throw new Malformed('an object twice in one revision');
  if (entries.size === most) throw new Malformed('too many objects');
  entries.set(number, entry);
}

/** Packed or not, an object costs its file some octets: cross-references to more are a bomb. */
export const mostObjects = (file: Bytes): number => Math.min(LIMITS.pdfObjects, Math.max(LIMITS.pdfObjectsFloor, file.length >> 2));

async function readXrefStream(file: Bytes, offset: number): Promise<XrefSection> {
  const { value } = await readIndirect(file, offset, () => Promise.reject(new Malformed('length of the cross-references elsewhere')));
  const isXref = isKind(value, 'stream') && nameOf(value.dictionary.entries.get('Type') ?? null) === 'XRef';
  if (!isXref) throw new Malformed('no cross-references where they must be');
  return { offset, entries: await entriesOfStream(value, mostObjects(file)), trailer: supported(value.dictionary), hidden: null };
}

async function entriesOfStream(stream: PdfStream, most: number): Promise<Map<number, XrefEntry>> {
  const { entries: fields } = stream.dictionary;
  const bytes = await decodeStream(stream, async (value) => value);
  const widths = numbersOf(fields.get('W'));
  const [typeWidth, secondWidth, thirdWidth] = widths;
  if (widths.length !== 3 || widths.some((width) => width > 6) || secondWidth === 0) throw new Malformed('widths of cross-references');
  const width = typeWidth! + secondWidth! + thirdWidth!;
  const index = fields.has('Index') ? numbersOf(fields.get('Index')) : [0, countOf(fields.get('Size') ?? null, 'Size')];
  const entries = new Map<number, XrefEntry>();
  let at = 0;
  const number = (octets: number): number => {
    let value = 0;
    for (let i = 0; i < octets; i += 1) value = value * 256 + bytes[at + i]!;
    at += octets;
    return value;
  };
  for (let i = 0; i < index.length; i += 2) {
    const [first, count] = [index[i]!, index[i + 1] ?? 0];
    if (at + count * width > bytes.length) throw new Malformed('cross-references cut short');
    for (let j = 0; j < count; j += 1) {
      const type = typeWidth === 0 ? 1 : number(typeWidth!);
      const [second, third] = [number(secondWidth!), number(thirdWidth!)];
      // 7.5.8.3: other types are to be taken for null.
      if (type === 1) add(entries, first + j, { is: 'at', offset: second, generation: third }, most);
      else add(entries, first + j, type === 2 ? { is: 'in-stream', stream: second, index: third } : { is: 'free' }, most);
    }
  }
  return entries;
}

function numbersOf(value: PdfValue | undefined): number[] {
  if (value === undefined || !isKind(value, 'array')) throw new Malformed('numbers of cross-references');
  return value.items.map((item) => countOf(item, 'number of cross-references'));
}
