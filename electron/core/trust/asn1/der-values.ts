/** Decoders of the ASN.1 types certificates and signatures are made of; each rejects what DER forbids. */
import { type Bytes, type DerReader, type Element, TAG } from './der.ts';
import { Malformed } from '../malformed.ts';

export function oidOf({ content }: Element): string {
  if (content.length === 0 || content.length > 64 || content[content.length - 1]! >= 0x80) throw new Malformed('object identifier');
  let text = '';
  let arc = 0;
  let atStart = true;
  for (let i = 0; i < content.length; i += 1) {
    const octet = content[i]!;
    if (atStart && octet === 0x80) throw new Malformed('object identifier not minimal');
    arc = arc * 128 + (octet & 0x7f);
    if (arc > Number.MAX_SAFE_INTEGER) throw new Malformed('object identifier arc too large');
    atStart = octet < 0x80;
    if (!atStart) continue;
    if (text === '') {
      const root = Math.min(2, Math.floor(arc / 40));
      text = `${root}.${arc - root * 40}`;
    } else text += `.${arc}`;
    arc = 0;
  }
  return text;
}

export const readOid = (reader: DerReader): string => oidOf(reader.expect(TAG.oid));

/** Content octets of an INTEGER, checked to be minimal (X.690 8.3.2). */
export function integerOctets({ content }: Element): Bytes {
  const [first, second] = content;
  if (first === undefined) throw new Malformed('empty integer');
  if (second !== undefined && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80)))
    throw new Malformed('integer not minimal');
  return content;
}

/** A non-negative number that fits a version, a count or a code. */
export function smallInteger(element: Element): number {
  const octets = integerOctets(element);
  if (octets.length > 5 || octets[0]! >= 0x80) throw new Malformed('number out of range');
  return octets.reduce((value, octet) => value * 256 + octet, 0);
}

export const readSmallInteger = (reader: DerReader): number => smallInteger(reader.expect(TAG.integer));

export function booleanOf({ content }: Element): boolean {
  if (content.length !== 1 || (content[0] !== 0 && content[0] !== 0xff)) throw new Malformed('boolean');
  return content[0] === 0xff;
}

/** BOOLEAN DEFAULT FALSE: in DER only TRUE is written. */
export function readDefaultFalse(reader: DerReader, tag: number = TAG.boolean): boolean {
  const element = reader.optional(tag);
  if (element === null) return false;
  if (!booleanOf(element)) throw new Malformed('default value written');
  return true;
}

/** Contents of a BIT STRING of whole octets. */
export function wholeBits({ content }: Element): Bytes {
  if (content[0] !== 0) throw new Malformed('bit string of broken octets');
  return content.subarray(1);
}

/** Positions of the set bits of a named bit list; bit 0 is the first. */
export function namedBits({ content }: Element): Set<number> {
  const unused = content[0];
  const last = content[content.length - 1];
  if (unused === undefined || last === undefined || unused > 7 || (content.length === 1 && unused > 0)) throw new Malformed('bit list');
  if (content.length > 1 && (last & ((1 << unused) - 1)) !== 0) throw new Malformed('bit list with padding set');
  const positions = new Set<number>();
  content.subarray(1).forEach((octet, index) => {
    for (let bit = 0; bit < 8; bit += 1) if ((octet & (0x80 >> bit)) !== 0) positions.add(index * 8 + bit);
  });
  return positions;
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** Of texts, which are shorter than what one call takes as arguments. */
const latin1 = (bytes: Bytes): string => String.fromCharCode.apply(null, bytes as unknown as number[]);

/** Text of a DirectoryString or IA5String; null for other types. */
export function textOf({ tag, content }: Element): string | null {
  if (content.length > 32_000) throw new Malformed('text too long');
  switch (tag) {
    case TAG.utf8String:
      try {
        return UTF8.decode(content);
      } catch {
        throw new Malformed('text is not UTF-8');
      }
    case TAG.printableString:
    case TAG.ia5String:
      for (let i = 0; i < content.length; i += 1) if (content[i]! >= 0x80) throw new Malformed('text outside its alphabet');
      return latin1(content);
    case TAG.teletexString:
      return latin1(content);
    case TAG.bmpString: {
      if (content.length % 2 !== 0) throw new Malformed('odd text');
      let text = '';
      for (let i = 0; i < content.length; i += 2) text += String.fromCharCode((content[i]! << 8) | content[i + 1]!);
      return text;
    }
    default:
      return null;
  }
}
