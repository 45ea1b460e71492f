/** The MAC over a key file: HMAC under the PKCS#12 derivation (RFC 7292 section 4) or PBMAC1 (RFC 9579). A wrong password shows here. */
import { hmac } from '@noble/hashes/hmac.js';
import { bytesEqual } from '../../../../shared/util/bytes.ts';
import { readAlgorithm } from '../../trust/algorithms/index.ts';
import { type Bytes, complete, DerReader, nothing, numberElement, objectIdentifier, octets, readOnly, readSmallInteger, sequence, TAG } from '../../trust/asn1/index.ts';
import { bmpPassword, type DerivationHash, deriveOctets, hashBy, isDerivationHash, type Password, PURPOSE } from './key-derivation.ts';
import { HASH, HMAC, PKCS5 } from './object-identifiers.ts';
import { deriveKey, prfHash, readKdf } from './pbes2.ts';
import { NCA_ROUNDS } from './password-encryption.ts';
import { PKCS12_LIMITS, TooCostly, type WorkBudget } from './work-budget.ts';

/** @param macData content of MacData @throws {Malformed} @throws {TooCostly} */
export async function checkMac(macData: Bytes, authSafe: Bytes, password: Password, budget: WorkBudget): Promise<'right' | 'wrong' | 'unsupported'> {
  const { algorithm, value, salt, rounds } = complete(new DerReader(macData), (reader) => ({
    ...complete(reader.inside(TAG.sequence), (digestInfo) => ({
      algorithm: readAlgorithm(digestInfo.expect(TAG.sequence)),
      value: digestInfo.expect(TAG.octetString).content,
    })),
    salt: reader.expect(TAG.octetString).content,
    // DEFAULT 1, for makers older than the field (RFC 7292 section 4).
    rounds: reader.atEnd ? 1 : readSmallInteger(reader),
  }));
  if (salt.length > PKCS12_LIMITS.saltBytes) throw new TooCostly('salt');
  if (algorithm.oid === PKCS5.pbmac1) {
    // The old fields are there for old readers' sake and count for nothing (RFC 9579 section 4).
    return algorithm.parameters === null ? 'unsupported' : checkPbmac1(algorithm.parameters, value, authSafe, password, budget);
  }
  if (!isDerivationHash(algorithm.oid)) return 'unsupported';
  budget.spend(rounds);
  return bytesEqual(macOf({ hash: algorithm.oid, salt, rounds }, authSafe, password), value) ? 'right' : 'wrong';
}

function macOf({ hash, salt, rounds }: { hash: DerivationHash; salt: Bytes; rounds: number }, authSafe: Bytes, password: Password): Uint8Array {
  const secret = bmpPassword(password);
  const key = deriveOctets({ hash, password: secret, salt, rounds, purpose: PURPOSE.mac, length: hashBy(hash).outputLen });
  const value = hmac(hashBy(hash), key, authSafe);
  secret.fill(0);
  key.fill(0);
  return value;
}

async function checkPbmac1(parameters: Bytes, value: Bytes, authSafe: Bytes, password: Password, budget: WorkBudget): Promise<'right' | 'wrong' | 'unsupported'> {
  const { kdf, hash } = complete(readOnly(parameters, TAG.sequence), (reader) => ({
    kdf: readKdf(readAlgorithm(reader.expect(TAG.sequence))),
    hash: prfHash(readAlgorithm(reader.expect(TAG.sequence)).oid),
  }));
  // RFC 9579 section 6: the length of the key must be written, or another reader might take another.
  if (kdf === null || hash === null || hash === 'SHA-1' || kdf.keyBytes === null || kdf.keyBytes < 20 || kdf.keyBytes > 64) return 'unsupported';
  const key = await deriveKey(kdf, new TextEncoder().encode(password ?? ''), kdf.keyBytes, budget);
  const imported = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash }, false, ['verify']);
  key.fill(0);
  return (await crypto.subtle.verify('HMAC', imported, value, authSafe)) ? 'right' : 'wrong';
}

/** MacData with SHA-1 as the NCA writes it. */
export const ncaMac = (authSafe: Bytes, password: string, salt: Bytes): Bytes => oldMac({ hash: HASH.sha1, salt, rounds: NCA_ROUNDS }, authSafe, password);

/** The derivation of PKCS#12 runs in this program, not in the platform: more rounds would keep the person waiting. */
const MODERN_OLD_ROUNDS = 100_000;

/** MacData with SHA-256, which every program of the last ten years verifies. */
export const modernMac = async (authSafe: Bytes, password: string, salt: Bytes): Promise<Bytes> =>
  oldMac({ hash: HASH.sha256, salt, rounds: MODERN_OLD_ROUNDS }, authSafe, password);

const oldMac = (parameters: { hash: DerivationHash; salt: Bytes; rounds: number }, authSafe: Bytes, password: string): Bytes =>
  sequence(
    sequence(sequence(objectIdentifier(parameters.hash), nothing), octets(new Uint8Array(macOf(parameters, authSafe, password)))),
    octets(parameters.salt),
    numberElement(parameters.rounds),
  );

/** As many rounds as the ciphers of the same file. */
const PBMAC1_ROUNDS = 600_000;

/** MacData with PBMAC1: PBKDF2 and HMAC, both of SHA-256. */
export async function pbmac1(authSafe: Bytes, password: string, salt: Bytes): Promise<Bytes> {
  const secret = new TextEncoder().encode(password);
  const imported = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveKey']);
  secret.fill(0);
  const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: PBMAC1_ROUNDS };
  const key = await crypto.subtle.deriveKey(derivation, imported, { name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']);
  const value = new Uint8Array(await crypto.subtle.sign('HMAC', key, authSafe));
  const prf = sequence(objectIdentifier(HMAC.sha256), nothing);
  const kdf = sequence(objectIdentifier(PKCS5.pbkdf2), sequence(octets(salt), numberElement(PBMAC1_ROUNDS), numberElement(32), prf));
  const algorithm = sequence(objectIdentifier(PKCS5.pbmac1), sequence(kdf, prf));
  // RFC 9579 section 5: the old fields say nothing that could be used.
  return sequence(sequence(algorithm, octets(value)), octets(salt), numberElement(1));
}
