/**
 * The form keys are kept in: PKCS#8 under AES-256-GCM (NIST SP 800-38D) with a key from the owner's password by scrypt (RFC 7914).
 * What it is for, and its cost, are authenticated with it: a key cannot be passed off as another's.
 */
import { failure, type Result, success } from '../../../../shared/util/result.ts';
import type { PasswordStretch, StretchCost } from '../../../ports/keys/password-stretch.ts';
import type { Bytes } from '../../trust/asn1/index.ts';

const VERSION = 1;
const SALT_BYTES = 16;
/** SP 800-38D section 8.2.2: 96 random bits; every wrapping has a key of its own. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** version, log2 N, r, p */
const HEADER_BYTES = 4;
const SMALLEST = HEADER_BYTES + SALT_BYTES + NONCE_BYTES + TAG_BYTES;
/** A file that asks for more would only hang the desk: 128·N·r octets, 256 MB at most. */
const HIGHEST_LOG_N = 18;
const HIGHEST_P = 8;
const R = 8;
const LABEL = new TextEncoder().encode('tekser-key/1');

/** @param identity of what the key is for; the same must be given to open it */
export async function wrapKey(privateKey: Bytes, password: string, identity: Uint8Array, stretch: PasswordStretch): Promise<Bytes> {
  const { logN, p } = await stretch.cost();
  const header = Uint8Array.of(VERSION, logN, R, p);
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const key = await wrappingKey(password, salt, { logN, p }, stretch);
  const sealed = new Uint8Array(await crypto.subtle.encrypt(gcm(nonce, header, identity), key, privateKey));
  return Uint8Array.of(...header, ...salt, ...nonce, ...sealed);
}

/** @returns PKCS#8, which the caller wipes; a wrong password and an altered file look alike to AES-GCM */
export async function unwrapKey(
  wrapped: Uint8Array,
  password: string,
  identity: Uint8Array,
  stretch: PasswordStretch,
): Promise<Result<Bytes, 'password-wrong' | 'stored-key-unreadable'>> {
  const bytes = new Uint8Array(wrapped);
  const [version, logN = 0, r, p = 0] = bytes;
  const reasonable = logN >= 1 && logN <= HIGHEST_LOG_N && r === R && p >= 1 && p <= HIGHEST_P;
  if (bytes.length < SMALLEST || version !== VERSION || !reasonable) return failure('stored-key-unreadable');
  const header = bytes.slice(0, HEADER_BYTES);
  const salt = bytes.slice(HEADER_BYTES, HEADER_BYTES + SALT_BYTES);
  const nonce = bytes.slice(HEADER_BYTES + SALT_BYTES, SMALLEST - TAG_BYTES);
  const key = await wrappingKey(password, salt, { logN, p }, stretch);
  try {
    return success(new Uint8Array(await crypto.subtle.decrypt(gcm(nonce, header, identity), key, bytes.slice(SMALLEST - TAG_BYTES))));
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') return failure('password-wrong');
    throw error;
  }
}

const gcm = (nonce: Bytes, header: Bytes, identity: Uint8Array) => ({
  name: 'AES-GCM',
  iv: nonce,
  additionalData: Uint8Array.of(...LABEL, ...header, ...identity),
});

async function wrappingKey(password: string, salt: Bytes, cost: StretchCost, stretch: PasswordStretch) {
  // Unicode has two ways to write й; both keyboards must open the same key (RFC 8265 section 4.2).
  const secret = new TextEncoder().encode(password.normalize('NFC'));
  const octets = new Uint8Array(await stretch.stretch(secret, salt, cost));
  secret.fill(0);
  const key = await crypto.subtle.importKey('raw', octets, 'AES-GCM', false, ['encrypt', 'decrypt']);
  octets.fill(0);
  return key;
}
