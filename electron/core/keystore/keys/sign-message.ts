/** The only place that signs with a software key: the message is hashed here, so that nobody can have a bare hash signed. */
import type { KeyAlgorithm } from '../../../../shared/domain/keys/key-algorithm.ts';
import { digestOf, type Hash, type PrivateKey } from '../../trust/algorithms/index.ts';
import { type Bytes, sequence, unsignedInteger } from '../../trust/asn1/index.ts';
import { GOST_SCHEMES, readGostSecret, signGost3410 } from '../../trust/gost/index.ts';
import { schemesOf } from './signature-schemes.ts';

const CURVES: Readonly<Partial<Record<KeyAlgorithm, string>>> = { 'ECDSA-P256': 'P-256', 'ECDSA-P384': 'P-384' };

/** Null where the key has no scheme with this hash. @throws {Malformed} when the numbers of the key are none. */
export type MessageSigner = (hash: string, message: Bytes) => Promise<Bytes | null>;

type WebKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

/** Keys of WebCrypto are imported once a hash: reading an RSA key takes longer than signing with it. They cannot be exported again. */
export function createMessageSigner(key: PrivateKey, algorithm: KeyAlgorithm): MessageSigner {
  const imported = new Map<Hash, Promise<WebKey>>();
  const namedCurve = CURVES[algorithm];

  function keyFor(hash: Hash): Promise<WebKey> {
    const parameters = namedCurve === undefined ? { name: 'RSASSA-PKCS1-v1_5', hash } : { name: 'ECDSA', namedCurve };
    const known = imported.get(hash) ?? crypto.subtle.importKey('pkcs8', key.encoded, parameters, false, ['sign']);
    imported.set(hash, known);
    return known;
  }

  return async (hash, message) => {
    const scheme = schemesOf(algorithm).find((candidate) => candidate.hash === hash);
    if (scheme === undefined) return null;
    const gost = GOST_SCHEMES.find(({ keyOid }) => keyOid === key.algorithm.oid);
    if (gost !== undefined) return signGost3410(gost.curve, readGostSecret(gost.curve, key.contents), await digestOf(gost.hash, message));
    const by = namedCurve === undefined ? 'RSASSA-PKCS1-v1_5' : { name: 'ECDSA', hash: scheme.hash };
    const value = new Uint8Array(await crypto.subtle.sign(by, await keyFor(scheme.hash), message));
    return namedCurve === undefined ? value : derOf(value);
  };
}

/** r ‖ s of WebCrypto to SEQUENCE { r, s } (RFC 3279 section 2.2.3). */
function derOf(value: Bytes): Bytes {
  const half = value.length / 2;
  return sequence(unsignedInteger(value.subarray(0, half)), unsignedInteger(value.subarray(half)));
}
