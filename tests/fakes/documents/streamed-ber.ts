/** Rewrites DER of CMS SignedData the way streaming writers put it out (X.690 8.1.3.6, 8.7.3): indefinite lengths around, the content in pieces. */
import { fromBER } from 'asn1js';
import { type Asn1, der } from '../../../electron/stand/authority/asn1.ts';

type Parent = Asn1 & { valueBlock: { value: Asn1[]; valueHexView: Uint8Array } };
const childrenOf = (parent: Asn1): Asn1[] => (parent as Parent).valueBlock.value;
const joined = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
const indefinite = (tag: number, ...parts: Uint8Array[]): Uint8Array => joined(Uint8Array.of(tag, 0x80), ...parts, new Uint8Array(2));

function definite(tag: number, content: Uint8Array): Uint8Array {
  const { length } = content;
  const header = length < 0x80 ? [tag, length] : length < 0x1_00_00 ? [tag, 0x82, length >> 8, length & 0xff] : [tag, 0x84, length >>> 24, (length >> 16) & 0xff, (length >> 8) & 0xff, length & 0xff];
  return joined(Uint8Array.from(header), content);
}

export interface BerShape {
  /** Octets of one piece of the content; one more writes the same content otherwise. */
  pieceBytes?: number;
  /** The pieces lie in one more constructed string each. */
  nested?: boolean;
  /** The string of pieces says its length. */
  definiteString?: boolean;
  /** Pieces of another type than OCTET STRING. */
  pieceTag?: number;
}

const OCTET_STRING = 0x04;
const CONSTRUCTED = 0x24;

export function streamedBer(cms: Uint8Array, shape: BerShape = {}): Uint8Array {
  const { pieceBytes = 7, nested = false, definiteString = false, pieceTag = OCTET_STRING } = shape;
  const [type, wrapper] = childrenOf(fromBER(cms, { maxContentLength: 256 * 1024 * 1024 }).result);
  const [version, digests, encapsulated, ...fields] = childrenOf(childrenOf(wrapper!)[0]!);
  const [contentType, content] = childrenOf(encapsulated!);
  const octets = (childrenOf(content!)[0] as Parent).valueBlock.valueHexView;
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < octets.length; at += pieceBytes) {
    const piece = definite(pieceTag, octets.subarray(at, at + pieceBytes));
    pieces.push(nested ? indefinite(CONSTRUCTED, piece) : piece);
  }
  const string = definiteString ? definite(CONSTRUCTED, joined(...pieces)) : indefinite(CONSTRUCTED, ...pieces);
  const info = indefinite(0x30, der(contentType!), indefinite(0xa0, string));
  return indefinite(0x30, der(type!), indefinite(0xa0, indefinite(0x30, der(version!), der(digests!), info, ...fields.map(der))));
}
