/** The only place that signs with a software key: the message is hashed here, so that nobody can have a bare hash signed. */
import type { KeyAlgorithm } from '../../../../shared/domain/key-algorithm.ts';
import { digestOf, type Hash, type PrivateKey } from '../../trust/algorithms/index.ts';
import { type Bytes, sequence, unsignedInteger } from '../../trust/asn1/index.ts';
import { GOST_SCHEMES, readGostSecret, signGost3410 } from '../../trust/gost/index.ts';
import { schemesOf } from './signature-schemes.ts';

const CURVES: Readonly<Partial<Record<KeyAlgorithm, string>>> = { 'ECDSA-P256': 'P-256', 'ECDSA-P384': 'P-384' };

/** Null where the key has no scheme with this hash. @throws {Malformed} when the numbers of the key are none. */
export async function signMessage(key: PrivateKey, algorithm: KeyAlgorithm, hash: string, message: Bytes): Promise<Bytes | null> {
  const scheme = schemesOf(algorithm).find((candidate) => candidate.hash === hash);
  if (scheme === undefined) return null;
  const gost = GOST_SCHEMES.find(({ keyOid }) => keyOid === key.algorithm.oid);
  if (gost !== undefined) return signGost3410(gost.curve, readGostSecret(gost.curve, key.contents), await digestOf(gost.hash, message));
  const namedCurve = CURVES[algorithm];
  return namedCurve === undefined ? signRsa(key, scheme.hash, message) : signEcdsa(key, namedCurve, scheme.hash, message);
}

async function signRsa({ encoded }: PrivateKey, hash: Hash, message: Bytes): Promise<Bytes> {
  const imported = await crypto.subtle.importKey('pkcs8', encoded, { name: 'RSASSA-PKCS1-v1_5', hash }, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('RSASSA-PKCS1-v1_5', imported, message));
}

async function signEcdsa({ encoded }: PrivateKey, namedCurve: string, hash: Hash, message: Bytes): Promise<Bytes> {
  const imported = await crypto.subtle.importKey('pkcs8', encoded, { name: 'ECDSA', namedCurve }, false, ['sign']);
  const value = new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash }, imported, message));
  const half = value.length / 2;
  return sequence(unsignedInteger(value.subarray(0, half)), unsignedInteger(value.subarray(half)));
}
