/** Keys of GOST 34.10-2015 that depend on the seed alone, for the stand's centre of the present generation. */
import { createHash } from 'node:crypto';
import { createGostHash, GOST_SCHEMES, hashWhole, pointOctets, publicKeyOf, signGost3410 } from '../../core/trust/gost/index.ts';
import { type Asn1, bits, der, nothing, octets, oid, seq } from './asn1.ts';

export interface GostKey {
  secret: bigint;
  /** DER SubjectPublicKeyInfo. */
  spki: Uint8Array;
  keyId: Uint8Array;
}

const SCHEME = GOST_SCHEMES.find(({ name }) => name === 'GOST 34.10-2015-512')!;

export const gostSignature = (): Asn1 => seq(oid(SCHEME.signatureOid), nothing());

export function makeGostKey(randomBytes: (length: number) => Buffer): GostKey {
  // Eight octets more than the order make the number uniform enough for keys that protect nothing.
  const secret = (BigInt(`0x${randomBytes(SCHEME.curve.size + 8).toString('hex')}`) % (SCHEME.curve.Point.Fn.ORDER - 1n)) + 1n;
  const point = der(octets(pointOctets(publicKeyOf(SCHEME.curve, secret))));
  const spki = der(seq(seq(oid(SCHEME.keyOid), seq(oid(SCHEME.curveOid), oid(SCHEME.keyHashOid))), bits(point)));
  return { secret, spki, keyId: new Uint8Array(createHash('sha1').update(point).digest()) };
}

export const signByGost = ({ secret }: GostKey, data: Uint8Array): Uint8Array =>
  signGost3410(SCHEME.curve, secret, hashWhole(createGostHash(SCHEME.hash), data));
