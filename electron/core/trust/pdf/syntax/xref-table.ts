/** One cross-reference table with its trailer (ISO 32000-2 7.5.4, 7.5.5). */
import { Malformed } from '../../malformed.ts';
import { type PdfBudget, spend } from './pdf-budget.ts';
import { isSpace, type PdfCursor } from './pdf-cursor.ts';
import { dictionaryOf, type PdfDictionary } from './pdf-values.ts';
import { readValue } from './read-value.ts';

export type XrefEntry = { is: 'free' } | { is: 'at'; offset: number; generation: number } | { is: 'in-stream'; stream: number; index: number };
/** By object number. */
export type XrefEntries = ReadonlyMap<number, XrefEntry>;

/** What a table or a stream says. */
export interface XrefPart {
  entries: XrefEntries;
  trailer: PdfDictionary;
}

const ENTRY_OCTETS = 20;

export function readXrefTable(cursor: PdfCursor, budget: PdfBudget): XrefPart {
  const entries = new Map<number, XrefEntry>();
  cursor.expectWord('xref');
  while (cursor.peekWord() !== 'trailer') {
    const first = cursor.integer();
    const count = cursor.integer();
    while (isSpace(cursor.bytes[cursor.at])) cursor.at += 1;
    for (let i = 0; i < count; i += 1) {
      addEntry(entries, first + i, readRow(String.fromCharCode(...cursor.bytes.subarray(cursor.at, cursor.at + ENTRY_OCTETS))), budget);
      cursor.at += ENTRY_OCTETS;
    }
  }
  cursor.expectWord('trailer');
  return { entries, trailer: dictionaryOf(readValue(cursor, budget), 'trailer') };
}

function readRow(row: string): XrefEntry {
  const match = /^(\d{10}) (\d{5}) ([nf])(?: \r| \n|\r\n)$/.exec(row);
  if (match === null) throw new Malformed('cross-reference entry');
  return match[3] === 'f' ? { is: 'free' } : { is: 'at', offset: Number(match[1]), generation: Number(match[2]) };
}

/** Twice in one section would be two files in one. @throws {Malformed} */
export function addEntry(entries: Map<number, XrefEntry>, number: number, entry: XrefEntry, budget: PdfBudget): void {
  spend(budget, 'objects');
  if (entries.has(number)) throw new Malformed('an object twice in one revision');
  entries.set(number, entry);
}
