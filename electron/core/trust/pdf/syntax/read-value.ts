/** Strict reader of the objects of a PDF file (ISO 32000-2 7.3): what two programs could read in two ways is refused. */
import { Malformed } from '../../malformed.ts';
import { LIMITS } from '../../limits.ts';
import { type PdfBudget, spend } from './pdf-budget.ts';
import type { PdfCursor } from './pdf-cursor.ts';
import type { PdfArray, PdfDictionary, PdfValue } from './pdf-values.ts';
import { readHexString, readLiteralString } from './read-string.ts';

const [SLASH, LESS, GREATER, OPEN, OPEN_ARRAY, CLOSE_ARRAY, LETTER_R] = [0x2f, 0x3c, 0x3e, 0x28, 0x5b, 0x5d, 0x52];
const NUMBER = /^[+-]?(?:\d{1,15}(?:\.\d{0,15})?|\.\d{1,15})$/;

/** The value at the cursor, which is left behind it. @throws {Malformed} */
export function readValue(cursor: PdfCursor, budget: PdfBudget, depth = 0): PdfValue {
  if (depth > LIMITS.pdfDepth) throw new Malformed('nested too deep');
  spend(budget, 'values');
  cursor.skipBlanks();
  switch (cursor.bytes[cursor.at]) {
    case SLASH:
      return { kind: 'name', name: readName(cursor) };
    case OPEN:
      return readLiteralString(cursor);
    case LESS:
      return cursor.bytes[cursor.at + 1] === LESS ? readDictionary(cursor, budget, depth) : readHexString(cursor);
    case OPEN_ARRAY:
      return readArray(cursor, budget, depth);
    default:
      return readScalar(cursor);
  }
}

function readName(cursor: PdfCursor): string {
  cursor.at += 1;
  const word = cursor.word();
  return word.includes('#') ? unescaped(word) : word;
}

/** An octet by two hexadecimal digits (7.3.5); zero is in no name. @throws {Malformed} */
function unescaped(word: string): string {
  let name = '';
  for (let at = 0; at < word.length; at += 1) {
    if (word[at] !== '#') {
      name += word[at]!;
      continue;
    }
    const code = 16 * digitAt(word, at + 1) + digitAt(word, at + 2);
    if (!(code > 0)) throw new Malformed('name');
    name += String.fromCharCode(code);
    at += 2;
  }
  return name;
}

const HEX_DIGITS = '0123456789abcdef';

/** NaN for what is none. */
function digitAt(word: string, at: number): number {
  const digit = at < word.length ? HEX_DIGITS.indexOf(word[at]!.toLowerCase()) : -1;
  return digit === -1 ? Number.NaN : digit;
}

function readScalar(cursor: PdfCursor): PdfValue {
  const number = cursor.digits(10);
  if (number !== null) return referenceOr(number, cursor);
  const word = cursor.word();
  if (word === 'true' || word === 'false') return word === 'true';
  if (word === 'null') return null;
  if (!NUMBER.test(word)) throw new Malformed('value');
  return Number(word);
}

/** `12 0 R`, or the number alone. */
function referenceOr(number: number, cursor: PdfCursor): PdfValue {
  const start = cursor.at;
  cursor.skipBlanks();
  const generation = cursor.digits(5);
  if (generation !== null) {
    cursor.skipBlanks();
    if (cursor.bytes[cursor.at] === LETTER_R && cursor.word() === 'R') return { kind: 'reference', number, generation };
  }
  cursor.at = start;
  return number;
}

function readArray(cursor: PdfCursor, budget: PdfBudget, depth: number): PdfArray {
  cursor.at += 1;
  const items: PdfValue[] = [];
  for (cursor.skipBlanks(); cursor.bytes[cursor.at] !== CLOSE_ARRAY; cursor.skipBlanks()) items.push(readValue(cursor, budget, depth + 1));
  cursor.at += 1;
  return { kind: 'array', items };
}

function readDictionary(cursor: PdfCursor, budget: PdfBudget, depth: number): PdfDictionary {
  cursor.at += 2;
  const entries = new Map<string, PdfValue>();
  for (cursor.skipBlanks(); cursor.bytes[cursor.at] !== GREATER; cursor.skipBlanks()) {
    if (cursor.bytes[cursor.at] !== SLASH) throw new Malformed('dictionary');
    const key = readName(cursor);
    // Of two values one program takes the first and another the last.
    if (entries.has(key)) throw new Malformed('a key twice in one dictionary');
    entries.set(key, readValue(cursor, budget, depth + 1));
  }
  if (cursor.bytes[cursor.at + 1] !== GREATER) throw new Malformed('dictionary');
  cursor.at += 2;
  return { kind: 'dictionary', entries };
}
