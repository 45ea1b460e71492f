/** The bytes added after a signed revision: whole objects that the new cross-references name, and nothing else between them. */
import type { Bytes } from '../asn1/der.ts';
import { Malformed } from '../malformed.ts';
import type { PdfBudget } from './syntax/pdf-budget.ts';
import { PdfCursor } from './syntax/pdf-cursor.ts';
import type { PdfFile } from './syntax/pdf-file.ts';
import { readValue } from './syntax/read-value.ts';

const LONGEST_GAP = 4096;

/**
 * A reader that repairs files would find an object nobody names, or the end of another file, and show it.
 * @returns what is there that must not be, or null
 */
export async function strayBytes(file: PdfFile, signed: PdfFile): Promise<string | null> {
  const signedEnd = signed.bytes.length;
  const first = file.sections.findIndex(({ offset }) => offset < signedEnd);
  const later = file.sections.slice(0, first);
  if (first < 1) return 'bytes behind the signed revision that no revision accounts for';
  // The chain goes back through all of the signed revision, or what follows continues another document.
  const isContinued = signed.sections.every(({ offset }, at) => file.sections[first + at]?.offset === offset);
  if (!isContinued || file.sections.length !== first + signed.sections.length) return 'revisions that do not continue the signed one';
  // Nobody adds evidence for readers of twenty years ago; here it could only be shown to some of them.
  if (later.some(({ hidden }) => hidden !== null)) return 'hybrid cross-references after the signed revision';
  const places = new Map<number, number>();
  for (const { entries } of later) for (const [number, entry] of entries) if (entry.is === 'at') places.set(entry.offset, number);
  const sections = new Set(later.map(({ offset }) => offset));
  try {
    return await walk(file, signedEnd, places, sections);
  } catch (error) {
    if (error instanceof Malformed) return `after the signed revision: ${error.message}`;
    throw error;
  }
}

async function walk(file: PdfFile, from: number, places: ReadonlyMap<number, number>, sections: ReadonlySet<number>): Promise<string | null> {
  const cursor = new PdfCursor(file.bytes, from);
  for (;;) {
    skipSpaceAndEnds(cursor);
    if (cursor.at >= file.bytes.length) return null;
    const start = cursor.at;
    switch (cursor.peekWord()) {
      case 'xref':
        if (!sections.has(start)) return 'cross-references that nothing leads to';
        skipTable(cursor, file.budget);
        break;
      case 'startxref':
        cursor.expectWord('startxref');
        if (!sections.has(cursor.integer())) return 'an end that leads elsewhere';
        break;
      default: {
        const read = await file.objectAt(start);
        if (places.get(start) !== read.number && !sections.has(start)) return `object ${read.number} that no cross-reference names`;
        cursor.at = read.end;
      }
    }
  }
}

/** `%%EOF` is a comment to the cursor; what any other comment hides no reader of objects would see. */
function skipSpaceAndEnds(cursor: PdfCursor): void {
  const from = cursor.at;
  cursor.skipBlanks();
  const skipped = latin1(cursor.bytes.subarray(from, Math.min(cursor.at, from + LONGEST_GAP)));
  if (cursor.at - from > LONGEST_GAP || skipped.replaceAll('%%EOF', '').trim() !== '') throw new Malformed('a comment');
}

const latin1 = (bytes: Bytes): string => String.fromCharCode(...bytes);

function skipTable(cursor: PdfCursor, budget: PdfBudget): void {
  cursor.expectWord('xref');
  while (cursor.peekWord() !== 'trailer') {
    cursor.integer();
    const count = cursor.integer();
    cursor.skipBlanks();
    cursor.at += 20 * count;
    if (cursor.at > cursor.bytes.length) throw new Malformed('cross-references cut short');
  }
  cursor.expectWord('trailer');
  readValue(cursor, budget);
}
