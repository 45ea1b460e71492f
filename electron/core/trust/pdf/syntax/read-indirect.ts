/** One indirect object at its place in a PDF file (ISO 32000-2 7.3.10), with the data of a stream. */
import type { Bytes } from '../../asn1/der.ts';
import { Malformed } from '../../malformed.ts';
import type { PdfBudget } from './pdf-budget.ts';
import { PdfCursor } from './pdf-cursor.ts';
import { countOf, isKind, type PdfReference, type PdfValue } from './pdf-values.ts';
import { readValue } from './read-value.ts';

export interface IndirectObject {
  number: number;
  generation: number;
  value: PdfValue;
  /** After `endobj`. */
  end: number;
}

/** @param lengthAt finds the length of this object's stream where it is an object of its own @throws {Malformed} */
export async function readIndirect(
  file: Bytes,
  offset: number,
  lengthAt: (reference: PdfReference, of: number) => Promise<PdfValue>,
  budget: PdfBudget,
): Promise<IndirectObject> {
  const cursor = new PdfCursor(file, offset);
  const number = cursor.integer();
  const generation = cursor.integer();
  cursor.expectWord('obj');
  const dictionary = readValue(cursor, budget);
  if (cursor.peekWord() !== 'stream') {
    cursor.expectWord('endobj');
    return { number, generation, value: dictionary, end: cursor.at };
  }
  if (!isKind(dictionary, 'dictionary')) throw new Malformed('stream without a dictionary');
  cursor.expectWord('stream');
  if (file[cursor.at] === 0x0d) cursor.at += 1;
  if (file[cursor.at] !== 0x0a) throw new Malformed('stream');
  const start = cursor.at + 1;
  const said = dictionary.entries.get('Length') ?? null;
  const length = countOf(isKind(said, 'reference') ? await lengthAt(said, number) : said, 'length of a stream');
  if (start + length > file.length) throw new Malformed('stream longer than its file');
  cursor.at = start + length;
  cursor.expectWord('endstream');
  cursor.expectWord('endobj');
  return { number, generation, value: { kind: 'stream', dictionary, raw: file.subarray(start, start + length) }, end: cursor.at };
}
