/** Strings of a PDF file (ISO 32000-2 7.3.4), with the place they stand at: a signature is one. */
import { Malformed } from '../../malformed.ts';
import { LIMITS } from '../../limits.ts';
import { isSpace, type PdfCursor } from './pdf-cursor.ts';
import type { PdfString } from './pdf-values.ts';

const [LF, CR, GREATER, OPEN, CLOSE, BACKSLASH] = [0x0a, 0x0d, 0x3e, 0x28, 0x29, 0x5c];
const ESCAPES: ReadonlyMap<number, number> = new Map([...'nrtbf'].map((letter, at) => [letter.charCodeAt(0), [LF, CR, 0x09, 0x08, 0x0c][at]!]));

/** From `<` to behind `>`; a digit that is missing at the end is 0. @throws {Malformed} */
export function readHexString(cursor: PdfCursor): PdfString {
  const { bytes, at: start } = cursor;
  const end = bytes.indexOf(GREATER, start);
  if (end === -1) throw new Malformed('string without an end');
  const octets = new Uint8Array((end - start) >> 1);
  let digits = 0;
  for (let at = start + 1; at < end; at += 1) {
    const digit = digitOf(bytes[at]!);
    if (digit === -1 && !isSpace(bytes[at])) throw new Malformed('hexadecimal string');
    if (digit === -1) continue;
    octets[digits >> 1]! |= digits % 2 === 0 ? digit << 4 : digit;
    digits += 1;
  }
  cursor.at = end + 1;
  return { kind: 'string', bytes: octets.subarray(0, (digits + 1) >> 1), start, end: end + 1, isHex: true };
}

function digitOf(octet: number): number {
  if (octet >= 0x30 && octet <= 0x39) return octet - 0x30;
  const letter = octet | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

/** From `(` to behind its `)`. @throws {Malformed} */
export function readLiteralString(cursor: PdfCursor): PdfString {
  const { bytes, at: start } = cursor;
  cursor.at += 1;
  const octets: number[] = [];
  for (let open = 1; ; ) {
    const octet = bytes[cursor.at];
    if (octet === undefined) throw new Malformed('string without an end');
    cursor.at += 1;
    if (octet === OPEN) open += 1;
    if (octet === CLOSE && (open -= 1) === 0) break;
    if (octets.length > LIMITS.pdfStringBytes) throw new Malformed('string too long');
    if (octet === BACKSLASH) readEscape(cursor, octets);
    else octets.push(octet);
  }
  return { kind: 'string', bytes: Uint8Array.from(octets), start, end: cursor.at, isHex: false };
}

const isOctal = (octet: number | undefined): octet is number => octet !== undefined && octet >= 0x30 && octet <= 0x37;

function readEscape(cursor: PdfCursor, octets: number[]): void {
  const { bytes } = cursor;
  if (isOctal(bytes[cursor.at])) {
    let value = 0;
    for (let digits = 0; digits < 3 && isOctal(bytes[cursor.at]); digits += 1, cursor.at += 1) value = value * 8 + bytes[cursor.at]! - 0x30;
    octets.push(value & 0xff);
    return;
  }
  const octet = bytes[cursor.at] ?? 0;
  cursor.at += 1;
  if (octet === CR && bytes[cursor.at] === LF) cursor.at += 1;
  // A line continued on the next adds nothing.
  if (octet !== CR && octet !== LF) octets.push(ESCAPES.get(octet) ?? octet);
}
