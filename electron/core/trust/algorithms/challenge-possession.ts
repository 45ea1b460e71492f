/**
 * Does a public key belong to this private one? A random challenge is signed with the one and verified with the other:
 * equal numbers alone prove no working key.
 */
import { Malformed } from '../malformed.ts';
import type { PrivateKey } from './private-key.ts';
import type { Curve, PublicKey } from './public-key.ts';
import { importKey } from './import-key.ts';

type ChallengeScheme = { name: 'RSASSA-PKCS1-v1_5'; hash: 'SHA-256' } | { name: 'ECDSA'; hash: 'SHA-256'; namedCurve: Curve['name'] };

export const RSA_CHALLENGE: ChallengeScheme = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
export const ecdsaChallenge = ({ name }: Curve): ChallengeScheme => ({ name: 'ECDSA', hash: 'SHA-256', namedCurve: name });

/** @throws {Malformed} when the private key is none. */
export async function challengePossession(
  scheme: ChallengeScheme,
  { encoded, algorithm }: PrivateKey,
): Promise<(key: PublicKey) => Promise<boolean>> {
  const challenge = crypto.getRandomValues(new Uint8Array(32));
  const signature = await signChallenge(scheme, encoded, challenge);
  return async (key) => {
    if (key.algorithm.oid !== algorithm.oid) return false;
    const imported = await importKey(key, scheme);
    return imported !== null && crypto.subtle.verify(scheme, imported, signature, challenge);
  };
}

async function signChallenge(scheme: ChallengeScheme, encoded: PrivateKey['encoded'], challenge: PrivateKey['encoded']): Promise<ArrayBuffer> {
  try {
    const key = await crypto.subtle.importKey('pkcs8', encoded, scheme, false, ['sign']);
    return await crypto.subtle.sign(scheme, key, challenge);
  } catch (error) {
    // Numbers that are no key are noticed on reading, or only when they are used.
    if (error instanceof DOMException && (error.name === 'DataError' || error.name === 'OperationError')) throw new Malformed('private key');
    throw error;
  }
}
