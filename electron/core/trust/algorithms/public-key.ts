/** SubjectPublicKeyInfo (RFC 5280 4.1.2.7) and what a key must be to be listened to. */
import { type AlgorithmIdentifier, EC_KEY, hasNoParameters, readAlgorithm, RSA_KEY, RSA_PSS } from './algorithms.ts';
import { type Bytes, complete, DerReader, type Element, readOnly, TAG } from '../asn1/der.ts';
import { Malformed } from '../malformed.ts';
import { integerOctets, oidOf, wholeBits } from '../asn1/der-values.ts';

export interface PublicKey {
  /** DER SubjectPublicKeyInfo. */
  encoded: Bytes;
  algorithm: AlgorithmIdentifier;
  /** Contents of the BIT STRING, as key identifiers hash them. */
  bits: Bytes;
}

export type Curve = { name: 'P-256' | 'P-384' | 'P-521'; fieldBytes: number };

const CURVES: Readonly<Record<string, Curve>> = {
  '1.2.840.10045.3.1.7': { name: 'P-256', fieldBytes: 32 },
  '1.3.132.0.34': { name: 'P-384', fieldBytes: 48 },
  '1.3.132.0.35': { name: 'P-521', fieldBytes: 66 },
};

/** Below it keys were broken before there were documents here to sign; up to `RSA_SAFE_BITS` they are judged by their time. */
const RSA_MIN_BITS = 1024;
const RSA_SAFE_BITS = 2048;
/** Larger keys are a way to keep us busy, not to be safer. */
const RSA_MAX_BITS = 8192;
/** Each bit costs a multiplication. BoringSSL and so Electron refuse more; without the bound the verdict would depend on the shell. */
const RSA_MAX_EXPONENT_BITS = 33;

export function readPublicKey(element: Element): PublicKey {
  const reader = new DerReader(element.content);
  const algorithm = readAlgorithm(reader.expect(TAG.sequence));
  const bits = wholeBits(reader.expect(TAG.bitString));
  reader.end();
  return { encoded: element.encoded, algorithm, bits };
}

const bitLength = (octets: Bytes): number => {
  const significant = octets[0] === 0 ? octets.subarray(1) : octets;
  return significant.length === 0 ? 0 : significant.length * 8 - Math.clz32(significant[0]!) + 24;
};

/** For both kinds of RSA signatures, or kept to PSS (RFC 4055 1.2). */
export const isRsaKey = ({ algorithm: { oid } }: PublicKey): boolean => oid === RSA_KEY || oid === RSA_PSS;

export interface RsaNumbers {
  modulus: Bytes;
  exponent: Bytes;
}

/** Of a key whose algorithm is RSA. @throws {Malformed} */
export function readRsaNumbers({ bits }: PublicKey): RsaNumbers {
  return complete(readOnly(bits, TAG.sequence), (reader) => ({
    modulus: integerOctets(reader.expect(TAG.integer)),
    exponent: integerOctets(reader.expect(TAG.integer)),
  }));
}

/** Why an RSA key can never be relied on; null when it can, perhaps only for what is old. @throws {Malformed} */
export function rsaFault(key: PublicKey): string | null {
  const isPlain = key.algorithm.oid === RSA_KEY && hasNoParameters(key.algorithm);
  if (!isPlain && key.algorithm.oid !== RSA_PSS) return 'not an RSA key';
  const { modulus, exponent } = readRsaNumbers(key);
  if (modulus[0]! >= 0x80 || exponent[0]! >= 0x80) throw new Malformed('negative RSA key');
  const size = bitLength(modulus);
  if (size < RSA_MIN_BITS || size > RSA_MAX_BITS) return `RSA-${size}`;
  const odd = (octets: Bytes): boolean => (octets[octets.length - 1]! & 1) === 1;
  if (!odd(modulus) || !odd(exponent) || bitLength(exponent) < 2 || bitLength(exponent) > RSA_MAX_EXPONENT_BITS) return 'RSA key with impossible numbers';
  return null;
}

/** Of a key without fault. @throws {Malformed} */
export const isShortRsa = (key: PublicKey): boolean => bitLength(readRsaNumbers(key).modulus) < RSA_SAFE_BITS;

/** The curve an EC key names (RFC 5480 2.1.1); null for any other. @throws {Malformed} */
export function curveNamed({ oid, parameters }: AlgorithmIdentifier): Curve | null {
  if (oid !== EC_KEY || parameters === null) return null;
  const reader = new DerReader(parameters);
  return reader.next() === TAG.oid ? (CURVES[oidOf(reader.element())] ?? null) : null;
}

/** The named curve of an uncompressed EC key; null for any other curve or form. @throws {Malformed} */
export function curveOf(key: PublicKey): Curve | null {
  const curve = curveNamed(key.algorithm);
  return curve !== null && key.bits.length === 1 + 2 * curve.fieldBytes && key.bits[0] === 4 ? curve : null;
}
