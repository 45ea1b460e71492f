/** The algorithm of a private key, by its own PKCS#8 header and, for RSA, by the length of its modulus. */
import type { KeyAlgorithm } from '../../../../shared/domain/keys/key-algorithm.ts';
import { curveNamed, EC_KEY, type PrivateKey, RSA_KEY } from '../../trust/algorithms/index.ts';
import { integerOctets, readOnly, readSmallInteger, TAG } from '../../trust/asn1/index.ts';
import { GAMMA_KEY } from '../../trust/gost/index.ts';

const BY_OID: Readonly<Record<string, KeyAlgorithm>> = {
  '1.2.398.3.10.1.1.2.2': 'GOST-2015-512',
  '1.2.398.3.10.1.1.2.1': 'GOST-2015-256',
  '1.2.398.3.10.1.1.1.1': 'GOST-2004',
  [GAMMA_KEY]: 'GOST-2004-GAMMA',
};
const BY_CURVE: Readonly<Record<string, KeyAlgorithm>> = { 'P-256': 'ECDSA-P256', 'P-384': 'ECDSA-P384' };
const BY_MODULUS_BITS: Readonly<Record<number, KeyAlgorithm>> = { 2048: 'RSA-2048', 3072: 'RSA-3072', 4096: 'RSA-4096' };

/** Null for what this desk does not work with. @throws {Malformed} */
export function keyAlgorithmOf({ algorithm, contents }: PrivateKey): KeyAlgorithm | null {
  if (algorithm.oid === RSA_KEY) return BY_MODULUS_BITS[modulusBits(contents)] ?? null;
  if (algorithm.oid === EC_KEY) return BY_CURVE[curveNamed(algorithm)?.name ?? ''] ?? null;
  return BY_OID[algorithm.oid] ?? null;
}

/** RSAPrivateKey ::= SEQUENCE { version, modulus, … } (RFC 8017 A.1.2). */
function modulusBits(contents: PrivateKey['contents']): number {
  const reader = readOnly(contents, TAG.sequence);
  readSmallInteger(reader);
  const octets = integerOctets(reader.expect(TAG.integer));
  const significant = octets[0] === 0 ? octets.subarray(1) : octets;
  return significant.length === 0 ? 0 : significant.length * 8 - Math.clz32(significant[0]!) + 24;
}
