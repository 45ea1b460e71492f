/**
 * Signing by GOST 34.10-2015 and GOST 34.310-2004 (RFC 7091 6.1), in the byte order of the NCA: r ‖ s, each little-endian.
 * The library multiplies the base point with blinding; the arithmetic on big integers around it takes a time that varies.
 */
import { mod } from '@noble/curves/abstract/modular.js';
import type { Bytes } from '../asn1/der.ts';
import type { GostCurve } from './curves.ts';
import { digestNumber, type GostPublicKey, littleEndian } from './gost-34-10.ts';

/** So many octets more than the group order has make the nonce uniform to within 2⁻⁶⁴. */
const EXTRA_NONCE_BYTES = 8;

/** Fresh octets of a cryptographic generator. */
export type RandomSource = (length: number) => Uint8Array;

const systemRandom: RandomSource = (length) => crypto.getRandomValues(new Uint8Array(length));

/** @throws {RangeError} when the number is no private key of the curve. */
function checkSecret({ name, Point }: GostCurve, secret: bigint): void {
  if (secret <= 0n || secret >= Point.Fn.ORDER) throw new RangeError(`not a private key of ${name}`);
}

/** @throws {RangeError} when the number is no private key of the curve. */
export function publicKeyOf(curve: GostCurve, secret: bigint): GostPublicKey {
  checkSecret(curve, secret);
  return { curve, point: curve.Point.BASE.multiply(secret) };
}

/** x ‖ y, each little-endian, as the OCTET STRING of a public key holds it. */
export const pointOctets = ({ curve, point }: GostPublicKey): Bytes => pair(curve, point.x, point.y);

/** @throws {RangeError} when the number is no private key of the curve. */
export function signGost3410(curve: GostCurve, secret: bigint, digest: Uint8Array, random: RandomSource = systemRandom): Bytes {
  checkSecret(curve, secret);
  const order = curve.Point.Fn.ORDER;
  const e = digestNumber(curve, digest);
  for (;;) {
    const k = mod(littleEndian(random(curve.size + EXTRA_NONCE_BYTES)), order);
    if (k === 0n) continue;
    const r = mod(curve.Point.BASE.multiply(k).x, order);
    const s = mod(r * secret + k * e, order);
    if (r !== 0n && s !== 0n) return pair(curve, r, s);
  }
}

function pair({ size }: GostCurve, first: bigint, second: bigint): Bytes {
  const octets = new Uint8Array(2 * size);
  for (let i = 0, a = first, b = second; i < size; i += 1, a >>= 8n, b >>= 8n) {
    octets[i] = Number(a & 0xffn);
    octets[size + i] = Number(b & 0xffn);
  }
  return octets;
}
