/** What a key or a list of certificates lies under: the old password schemes of PKCS#12 or PBES2. */
import type { AlgorithmIdentifier } from '../../trust/algorithms/index.ts';
import { type Bytes, complete, numberElement, objectIdentifier, octets, readOnly, readSmallInteger, sequence, TAG } from '../../trust/asn1/index.ts';
import { bmpPassword, deriveOctets, type Password, PURPOSE } from './key-derivation.ts';
import { HASH, PBE, PKCS5 } from './object-identifiers.ts';
import { decryptOld, encryptOld, type OldCipher } from './old-ciphers.ts';
import { decryptPbes2 } from './pbes2.ts';
import { PKCS12_LIMITS, TooCostly, type WorkBudget } from './work-budget.ts';

const SCHEMES: Readonly<Record<string, { keyBytes: number; kind: OldCipher['kind'] }>> = {
  [PBE.tripleDes]: { keyBytes: 24, kind: { is: '3des' } },
  [PBE.tripleDesTwoKeys]: { keyBytes: 16, kind: { is: '3des' } },
  [PBE.rc2With128Bits]: { keyBytes: 16, kind: { is: 'rc2', effectiveBits: 128 } },
  [PBE.rc2With40Bits]: { keyBytes: 5, kind: { is: 'rc2', effectiveBits: 40 } },
};

/** Null where the password does not fit or the data are damaged; `unsupported` for a scheme outside the table. @throws {Malformed} @throws {TooCostly} */
export async function decryptUnderPassword(
  { oid, parameters }: AlgorithmIdentifier,
  password: Password,
  ciphertext: Bytes,
  budget: WorkBudget,
): Promise<Bytes | null | 'unsupported'> {
  const scheme = SCHEMES[oid];
  if (parameters === null || (scheme === undefined && oid !== PKCS5.pbes2)) return 'unsupported';
  if (scheme === undefined) return decryptPbes2(parameters, password, ciphertext, budget);
  const { salt, rounds } = complete(readOnly(parameters, TAG.sequence), (reader) => ({
    salt: reader.expect(TAG.octetString).content,
    rounds: readSmallInteger(reader),
  }));
  if (salt.length > PKCS12_LIMITS.saltBytes) throw new TooCostly('salt');
  // The key takes one run of the derivation for each 20 octets, the vector another.
  budget.spend(rounds * (Math.ceil(scheme.keyBytes / 20) + 1));
  const cipher = oldCipher(oid, password, salt, rounds);
  const plain = decryptOld(cipher, ciphertext);
  cipher.key.fill(0);
  return plain;
}

/** As the NCA does it: 1024 rounds. @returns AlgorithmIdentifier and ciphertext */
export function encryptUnderPassword(
  oid: typeof PBE.tripleDes | typeof PBE.rc2With40Bits,
  password: string,
  plain: Bytes,
  salt: Bytes,
): { algorithm: Bytes; ciphertext: Bytes } {
  const cipher = oldCipher(oid, password, salt, NCA_ROUNDS);
  const ciphertext = encryptOld(cipher, plain);
  cipher.key.fill(0);
  return { algorithm: sequence(objectIdentifier(oid), sequence(octets(salt), numberElement(NCA_ROUNDS))), ciphertext };
}

/** Rounds and salt of every key file the NCA was seen to make. */
export const NCA_ROUNDS = 1024;
export const NCA_SALT_BYTES = 20;

function oldCipher(oid: string, password: Password, salt: Bytes, rounds: number): OldCipher {
  const { keyBytes, kind } = SCHEMES[oid]!;
  const secret = bmpPassword(password);
  const derive = (purpose: 1 | 2, length: number): Bytes => deriveOctets({ hash: HASH.sha1, password: secret, salt, rounds, purpose, length });
  const key = derive(PURPOSE.key, keyBytes);
  const iv = derive(PURPOSE.iv, 8);
  secret.fill(0);
  return { key: oid === PBE.tripleDesTwoKeys ? Uint8Array.of(...key, ...key.subarray(0, 8)) : key, iv, kind };
}

