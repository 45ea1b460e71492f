/** A private key in PEM (RFC 7468) with its certificates beside it: PKCS#8, encrypted or, to an empty password only, open. */
import { decodeBase64 } from '../../../../shared/util/base64.ts';
import { failure, type Result, success } from '../../../../shared/util/result.ts';
import type { KeyFileRefusal } from '../../../ports/keys/key-custodian.ts';
import { readAlgorithm, readPrivateKey } from '../../trust/algorithms/index.ts';
import { type Bytes, complete, Malformed, readOnly, TAG } from '../../trust/asn1/index.ts';
import { decryptUnderPassword } from './password-encryption.ts';
import type { KeyFileContents } from './read-key-file.ts';
import { createWorkBudget, PKCS12_LIMITS, TooCostly } from './work-budget.ts';

/** A file that begins with this is text. */
const DASH = 0x2d;
const BLOCK = /-----BEGIN (ENCRYPTED PRIVATE KEY|PRIVATE KEY|CERTIFICATE)-----([A-Za-z0-9+/=\s]+)-----END \1-----/g;

export const isPem = (file: Uint8Array): boolean => file[0] === DASH;

/** A wrong password and a damaged key look alike here: PKCS#8 has no MAC. */
export async function readPemKey(file: Uint8Array, password: string): Promise<Result<KeyFileContents, KeyFileRefusal>> {
  if (file.length > PKCS12_LIMITS.fileBytes) return failure('key-file-unreadable');
  try {
    const blocks = pemBlocks(new TextDecoder().decode(file));
    const key = blocks.find(({ label }) => label !== 'CERTIFICATE');
    const certificates = blocks.filter(({ label }) => label === 'CERTIFICATE').map(({ octets }) => octets);
    if (key === undefined || certificates.length === 0) return failure('key-file-unreadable');
    if (key.label === 'PRIVATE KEY') return password === '' ? success({ privateKey: key.octets, certificates }) : failure('key-file-unreadable');
    const privateKey = await decrypted(key.octets, password);
    return typeof privateKey === 'string' ? failure(privateKey) : success({ privateKey, certificates });
  } catch (error) {
    if (error instanceof Malformed || error instanceof TooCostly) return failure('key-file-unreadable');
    throw error;
  }
}

async function decrypted(encoded: Bytes, password: string): Promise<Bytes | KeyFileRefusal> {
  const { algorithm, ciphertext } = complete(readOnly(encoded, TAG.sequence), (reader) => ({
    algorithm: readAlgorithm(reader.expect(TAG.sequence)),
    ciphertext: reader.expect(TAG.octetString).content,
  }));
  const plain = await decryptUnderPassword(algorithm, password, ciphertext, createWorkBudget());
  if (plain === 'unsupported') return 'key-unsupported';
  // One in some hundred wrong passwords leaves a right padding; what is under it is no key then.
  return plain !== null && isPrivateKey(plain) ? plain : 'password-wrong';
}

function isPrivateKey(octets: Bytes): boolean {
  try {
    readPrivateKey(octets);
    return true;
  } catch (error) {
    if (error instanceof Malformed) return false;
    throw error;
  }
}

/** @throws {Malformed} */
function pemBlocks(text: string): { label: string; octets: Bytes }[] {
  const found = [...text.matchAll(BLOCK)];
  if (found.length > PKCS12_LIMITS.bags) throw new Malformed('blocks of a PEM file');
  return found.map(([, label = '', base64 = '']) => {
    const octets = decodeBase64(base64);
    if (octets === null) throw new Malformed('armour');
    return { label, octets };
  });
}
