/** Rewrites a BER envelope with indefinite lengths (streamed CMS, PKCS#12) as definite ones, so that the strict reader can take it. */
import type { Bytes } from './der.ts';
import { Malformed } from '../malformed.ts';
import { headerOf } from './der-writer.ts';
import { LIMITS } from '../limits.ts';

const OCTET_STRING = 0x04;
const CONSTRUCTED_OCTET_STRING = 0x24;

/** Bytes with only definite lengths pass untouched. @throws {Malformed} */
export const definiteLengths = (bytes: Bytes): Bytes => (bytes[1] === 0x80 ? definiteThroughout(bytes) : bytes);

/** For containers whose makers stream inside a definite frame (PKCS#12). @throws {Malformed} */
export function definiteThroughout(bytes: Bytes): Bytes {
  const { encoded, end } = rewrite(bytes, 0, 0);
  if (end !== bytes.length) throw new Malformed('bytes left over');
  return encoded;
}

/** Where the first element ends, in DER or BER, whatever follows it. @throws {Malformed} */
export function endOfElement(bytes: Bytes): number {
  const first = bytes[1];
  if (first === undefined) throw new Malformed('element cut short');
  return first === 0x80 ? rewrite(bytes, 0, 0).end : definiteExtent(bytes, 0, first).end;
}

function rewrite(bytes: Bytes, start: number, depth: number): { encoded: Bytes; end: number } {
  if (depth > LIMITS.berDepth) throw new Malformed('nested too deep');
  const tag = bytes[start];
  const first = bytes[start + 1];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) throw new Malformed('element cut short');
  const constructed = (tag & 0x20) !== 0;
  if (first !== 0x80) {
    const { contentStart, end } = definiteExtent(bytes, start, first);
    if (!constructed) return { encoded: bytes.subarray(start, end), end };
    return { encoded: assemble(tag, children(bytes, contentStart, end, depth).parts), end };
  }
  if (!constructed) throw new Malformed('primitive of indefinite length');
  const { parts, end } = children(bytes, start + 2, null, depth);
  return { encoded: assemble(tag, parts), end };
}

function definiteExtent(bytes: Bytes, start: number, first: number): { contentStart: number; end: number } {
  const count = first < 0x80 ? 0 : first & 0x7f;
  if (count > 4) throw new Malformed('oversized length');
  let length = first < 0x80 ? first : 0;
  for (let i = 0; i < count; i += 1) length = length * 256 + (bytes[start + 2 + i] ?? 0);
  const contentStart = start + 2 + count;
  if (contentStart + length > bytes.length) throw new Malformed('element longer than its container');
  return { contentStart, end: contentStart + length };
}

/** Up to `limit`, or to the end-of-contents octets where it is null. */
function children(bytes: Bytes, start: number, limit: number | null, depth: number): { parts: Bytes[]; end: number } {
  const parts: Bytes[] = [];
  let position = start;
  for (;;) {
    if (limit !== null && position >= limit) break;
    if (limit === null && bytes[position] === 0 && bytes[position + 1] === 0) break;
    const child = rewrite(bytes, position, depth + 1);
    parts.push(child.encoded);
    position = child.end;
  }
  if (limit !== null && position !== limit) throw new Malformed('element longer than its container');
  return { parts, end: limit ?? position + 2 };
}

function assemble(tag: number, parts: Bytes[]): Bytes {
  // Pieces of a streamed OCTET STRING become one.
  const pieces = tag === CONSTRUCTED_OCTET_STRING ? parts.map(withoutHeader) : parts;
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const header = headerOf(tag === CONSTRUCTED_OCTET_STRING ? OCTET_STRING : tag, length);
  const encoded = new Uint8Array(header.length + length);
  encoded.set(header);
  let position = header.length;
  for (const piece of pieces) {
    encoded.set(piece, position);
    position += piece.length;
  }
  return encoded;
}

function withoutHeader(piece: Bytes): Bytes {
  if (piece[0] !== OCTET_STRING) throw new Malformed('streamed octets');
  return piece.subarray(definiteExtent(piece, 0, piece[1]!).contentStart);
}
