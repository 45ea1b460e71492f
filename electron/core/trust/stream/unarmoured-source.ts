/** PEM armour (RFC 7468) around a signature too large for memory, taken off while it is read. */
import type { ByteSource } from '../../../ports/trust/byte-source.ts';
import { decodeBase64 } from '../../../../shared/util/base64.ts';
import type { Bytes } from '../asn1/der.ts';
import { Malformed } from '../malformed.ts';

const DASH = 0x2d;
/** The line that begins it; labels are short words. */
const BEGIN = /^-----BEGIN ([A-Z0-9 ]{1,40})-----\r?\n/;
const LONGEST_LINE = 64;

/** Bytes that do not begin with a dash pass as they are. @throws {Malformed} while it is read */
export async function* unarmoured(source: ByteSource): AsyncGenerator<Bytes> {
  let isBinary: boolean | null = null;
  let end: string | null = null;
  let text = '';
  for await (const piece of source.read()) {
    isBinary ??= piece[0] !== DASH;
    if (isBinary) {
      yield piece;
      continue;
    }
    text += latin1(piece);
    if (end === null) {
      const begin = BEGIN.exec(text);
      if (begin === null && text.length > LONGEST_LINE) throw new Malformed('armour');
      if (begin === null) continue;
      end = `-----END ${begin[1]}-----`;
      text = text.slice(begin[0].length);
    }
    // What ends it may lie across two pieces.
    const held = text.indexOf('-');
    const { bytes, rest } = decoded(held === -1 ? text : text.slice(0, held), held !== -1);
    text = rest + (held === -1 ? '' : text.slice(held));
    // Behind the last line there is nothing but the end of the file.
    if (held !== -1 && text.length > 2 * LONGEST_LINE) throw new Malformed('armour');
    if (bytes.length > 0) yield bytes;
  }
  if (isBinary === false && (end === null || text.trimEnd() !== end)) throw new Malformed('armour');
}

/** Whole groups of four characters; at the end there is nothing but whole groups. */
function decoded(armoured: string, isLast: boolean): { bytes: Bytes; rest: string } {
  const characters = armoured.replaceAll(/\s/g, '');
  const whole = isLast ? characters.length : characters.length - (characters.length % 4);
  const group = characters.slice(0, whole);
  // Padding in the middle would end one message and begin another.
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(group) || group.length % 4 !== 0 || (!isLast && group.includes('='))) {
    if (!isLast && /^[A-Za-z0-9+/]*={1,2}$/.test(group)) return { bytes: new Uint8Array(), rest: characters };
    throw new Malformed('armour');
  }
  const bytes = decodeBase64(group);
  if (bytes === null) throw new Malformed('armour');
  return { bytes, rest: characters.slice(whole) };
}

/** In parts: a call takes only so many arguments. */
function latin1(bytes: Bytes): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}
