/** The chain of cross-references of a PDF file (ISO 32000-2 7.5.4, 7.5.6, 7.5.8): where each object of each revision lies. */
import type { Bytes } from '../../asn1/der.ts';
import { Malformed } from '../../malformed.ts';
import { LIMITS } from '../../limits.ts';
import type { PdfBudget } from './pdf-budget.ts';
import { PdfCursor } from './pdf-cursor.ts';
import { countOf, Unsupported } from './pdf-values.ts';
import { readXrefStream } from './xref-stream.ts';
import { readXrefTable, type XrefEntries, type XrefPart } from './xref-table.ts';

export interface XrefSection extends XrefPart {
  /** Where it begins. */
  offset: number;
  /** Of a table with a stream beside it: what the stream names. */
  hidden: XrefEntries | null;
}

const STARTXREF = [...'startxref'].map((character) => character.charCodeAt(0));
const LONGEST_END = 1024;

/** Newest first. @throws {Malformed} @throws {Unsupported} */
export async function readXrefSections(file: Bytes, budget: PdfBudget): Promise<XrefSection[]> {
  const sections: XrefSection[] = [];
  let next: number | null = startOfXref(file);
  while (next !== null) {
    if (sections.length === LIMITS.pdfRevisions) throw new Malformed('too many revisions');
    // A linearised file (annex F) leads forward once, so that the order says nothing; a chain that turns round would never end.
    if (sections.some(({ offset }) => offset === next)) throw new Malformed('revisions in a circle');
    const section = await readSection(file, next, budget);
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

async function readSection(file: Bytes, offset: number, budget: PdfBudget): Promise<XrefSection> {
  const cursor = new PdfCursor(file, offset);
  if (cursor.peekWord() !== 'xref') return { offset, ...(await plainStream(file, offset, budget)), hidden: null };
  const { entries, trailer } = plain(readXrefTable(cursor, budget));
  const more = trailer.entries.get('XRefStm');
  if (more === undefined) return { offset, entries, trailer, hidden: null };
  const hidden = (await plainStream(file, countOf(more, 'XRefStm'), budget)).entries;
  rejectContradiction(hidden, [entries]);
  return { offset, entries: new Map([...entries, ...hidden]), trailer, hidden };
}

const plainStream = async (file: Bytes, offset: number, budget: PdfBudget): Promise<XrefPart> => plain(await readXrefStream(file, offset, budget));

function plain(part: XrefPart): XrefPart {
  if (part.trailer.entries.has('Encrypt')) throw new Unsupported('encrypted file', 'file-encrypted');
  return part;
}

/**
 * Hybrid files (7.5.8.4), as office programs write them, hide objects from readers older than version 1.5. What both kinds of readers find
 * must be one file: a stream that says something else than the tables makes two.
 */
function rejectContradiction(hidden: XrefEntries, tables: readonly XrefEntries[]): void {
  for (const [number, entry] of hidden) {
    const shown = tables.find((table) => table.has(number))?.get(number);
    if (shown?.is === 'at' && !(entry.is === 'at' && entry.offset === shown.offset)) throw new Malformed('two cross-references that disagree');
  }
}
