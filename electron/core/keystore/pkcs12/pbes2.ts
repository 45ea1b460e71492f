/** PBES2 (RFC 8018 section 6.2): a key from PBKDF2 or scrypt (RFC 7914), then AES-CBC or 3DES-CBC; also the key of PBMAC1 (RFC 9579). */
import { scryptAsync } from '@noble/hashes/scrypt.js';
import { type Bytes, complete, DerReader, nothing, numberElement, objectIdentifier, octets, readOnly, readSmallInteger, sequence, TAG } from '../../trust/asn1/index.ts';
import { readAlgorithm } from '../../trust/algorithms/index.ts';
import type { Password } from './key-derivation.ts';
import { CIPHER, HMAC, PKCS5, SCRYPT } from './object-identifiers.ts';
import { decryptOld } from './old-ciphers.ts';
import { PKCS12_LIMITS, TooCostly, type WorkBudget } from './work-budget.ts';

type WebHash = 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512';
const PRFS: Readonly<Record<string, WebHash>> = {
  [HMAC.sha1]: 'SHA-1',
  [HMAC.sha256]: 'SHA-256',
  [HMAC.sha384]: 'SHA-384',
  [HMAC.sha512]: 'SHA-512',
};
export const prfHash = (oid: string): WebHash | null => PRFS[oid] ?? null;

const CIPHERS: Readonly<Record<string, { keyBytes: number; is: 'aes' | '3des' }>> = {
  [CIPHER.aes128]: { keyBytes: 16, is: 'aes' },
  [CIPHER.aes192]: { keyBytes: 24, is: 'aes' },
  [CIPHER.aes256]: { keyBytes: 32, is: 'aes' },
  [CIPHER.tripleDes]: { keyBytes: 24, is: '3des' },
};

/** What stands in the key derivation field; `keyBytes` null where the file leaves the length to the cipher. */
type Kdf =
  | { is: 'pbkdf2'; salt: Bytes; rounds: number; keyBytes: number | null; hash: WebHash }
  | { is: 'scrypt'; salt: Bytes; N: number; r: number; p: number; keyBytes: number | null };

/** Null for a derivation outside the table. @throws {Malformed} */
export function readKdf({ oid, parameters }: { oid: string; parameters: Bytes | null }): Kdf | null {
  if (parameters === null) return null;
  if (oid === PKCS5.pbkdf2) return complete(readOnly(parameters, TAG.sequence), readPbkdf2);
  if (oid !== SCRYPT) return null;
  return complete(readOnly(parameters, TAG.sequence), (reader) => ({
    is: 'scrypt',
    salt: reader.expect(TAG.octetString).content,
    N: readSmallInteger(reader),
    r: readSmallInteger(reader),
    p: readSmallInteger(reader),
    keyBytes: reader.atEnd ? null : readSmallInteger(reader),
  }));
}

function readPbkdf2(reader: DerReader): Kdf | null {
  const salt = reader.optional(TAG.octetString)?.content;
  const rounds = salt === undefined ? 0 : readSmallInteger(reader);
  const keyBytes = reader.next() === TAG.integer ? readSmallInteger(reader) : null;
  // RFC 8018 appendix A.2: the default is HMAC with SHA-1.
  const hash = reader.atEnd ? 'SHA-1' : prfHash(readAlgorithm(reader.expect(TAG.sequence)).oid);
  if (salt !== undefined && hash !== null) return { is: 'pbkdf2', salt, rounds, keyBytes, hash };
  reader.rest();
  return null;
}

/** @throws {TooCostly} */
export async function deriveKey(kdf: Kdf, password: Uint8Array, keyBytes: number, budget: WorkBudget): Promise<Bytes> {
  if (kdf.salt.length > PKCS12_LIMITS.saltBytes) throw new TooCostly('salt');
  if (kdf.is === 'pbkdf2') {
    budget.spend(kdf.rounds);
    const imported = await crypto.subtle.importKey('raw', new Uint8Array(password), 'PBKDF2', false, ['deriveBits']);
    const parameters = { name: 'PBKDF2', hash: kdf.hash, salt: kdf.salt, iterations: kdf.rounds };
    return new Uint8Array(await crypto.subtle.deriveBits(parameters, imported, 8 * keyBytes));
  }
  const { N, r, p, salt } = kdf;
  const powerOfTwo = N > 1 && Number.isInteger(Math.log2(N));
  if (!powerOfTwo || r < 1 || p < 1 || 128 * N * r > PKCS12_LIMITS.scryptBytes || p > 16) throw new TooCostly('scrypt');
  budget.spend(N * p);
  return new Uint8Array(await scryptAsync(password, salt, { N, r, p, dkLen: keyBytes, maxmem: PKCS12_LIMITS.scryptBytes + 1024 * 1024 }));
}

/** Null where key or data are not what they must be; `unsupported` for another cipher or derivation. @throws {Malformed} @throws {TooCostly} */
export async function decryptPbes2(
  parameters: Bytes,
  password: Password,
  ciphertext: Bytes,
  budget: WorkBudget,
): Promise<Bytes | null | 'unsupported'> {
  const { kdf, cipher, iv } = complete(readOnly(parameters, TAG.sequence), (reader) => {
    const derivation = readKdf(readAlgorithm(reader.expect(TAG.sequence)));
    const scheme = readAlgorithm(reader.expect(TAG.sequence));
    return {
      kdf: derivation,
      cipher: CIPHERS[scheme.oid],
      iv: scheme.parameters === null ? new Uint8Array() : complete(new DerReader(scheme.parameters), (field) => field.expect(TAG.octetString).content),
    };
  });
  if (kdf === null || cipher === undefined) return 'unsupported';
  if (kdf.keyBytes !== null && kdf.keyBytes !== cipher.keyBytes) return null;
  if (iv.length !== (cipher.is === 'aes' ? 16 : 8)) return null;
  const key = await deriveKey(kdf, new TextEncoder().encode(password ?? ''), cipher.keyBytes, budget);
  try {
    return cipher.is === 'aes' ? await decryptAes(key, iv, ciphertext) : decryptOld({ key, iv, kind: { is: '3des' } }, ciphertext);
  } finally {
    key.fill(0);
  }
}

async function decryptAes(key: Bytes, iv: Bytes, ciphertext: Bytes): Promise<Bytes | null> {
  const imported = await crypto.subtle.importKey('raw', key, 'AES-CBC', false, ['decrypt']);
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-CBC', iv }, imported, ciphertext));
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') return null;
    throw error;
  }
}

/** What an organisation of today would choose (OWASP, 2023: 600 000 rounds of HMAC-SHA-256). */
const MODERN_ROUNDS = 600_000;

/** AES-256-CBC under PBKDF2 with HMAC-SHA-256. @returns AlgorithmIdentifier and ciphertext */
export async function encryptPbes2(plain: Bytes, password: string, random: (length: number) => Bytes): Promise<{ algorithm: Bytes; ciphertext: Bytes }> {
  const salt = random(16);
  const iv = random(16);
  const secret = new TextEncoder().encode(password);
  const imported = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveKey']);
  secret.fill(0);
  const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: MODERN_ROUNDS };
  const key = await crypto.subtle.deriveKey(derivation, imported, { name: 'AES-CBC', length: 256 }, false, ['encrypt']);
  const prf = sequence(objectIdentifier(HMAC.sha256), nothing);
  const kdf = sequence(objectIdentifier(PKCS5.pbkdf2), sequence(octets(salt), numberElement(MODERN_ROUNDS), prf));
  const cipher = sequence(objectIdentifier(CIPHER.aes256), octets(iv));
  return {
    algorithm: sequence(objectIdentifier(PKCS5.pbes2), sequence(kdf, cipher)),
    ciphertext: new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-CBC', iv }, key, plain)),
  };
}
