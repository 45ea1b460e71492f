/** The sensitive columns of the journal sealed with AES-256-GCM, each entry under a key of its own that is derived from the data key. */
import { createCipheriv, createDecipheriv, createHmac, randomFillSync } from 'node:crypto';
import { readSensitive, SEAL_LABEL, SEAL_NONCE, sensitiveText } from '../../core/journal/index.ts';
import { oneShotHmac } from './one-shot-hmac.ts';
import type { ColumnSeal, EntryPlace } from '../../ports/journal/column-seal.ts';

const TAG_BYTES = 16;
const TAG_DIGITS = 16;
const PROOF_DIGITS = 32;
/** Operators of a branch, and more. */
const REMEMBERED_OPERATORS = 1_024;
const NONCE_BYTES = 12;
/** Asking for random bytes takes as long for one nonce as for all of these. */
const NONCES_AT_ONCE = 64;
const ALGORITHM = 'aes-256-gcm';
const AAD = Buffer.from(SEAL_LABEL);
const KEY_IN_HEX = { encoding: 'hex', authTagLength: TAG_BYTES } as const;

/** @param dataKey 32 bytes, kept in the secret box */
export function aesColumnSeal(dataKey: Uint8Array): ColumnSeal {
  const derive = oneShotHmac(dataKey);
  const derived = (label: string): Buffer => Buffer.from(derive(label), 'hex');
  const entryKey = oneShotHmac(derived('tekser-journal/entry-keys'));
  const texts = derive('tekser-journal/texts');
  const proofs = derived('tekser-journal/proofs');
  const blind = { who: oneShotHmac(derived('tekser-journal/who')), about: oneShotHmac(derived('tekser-journal/about')) };
  const operators = new Map<string, string>();
  const nextNonce = randomNonces();
  const keyOf = ({ id, sequence }: EntryPlace): string => entryKey(`${sequence} ${id}`);

  return {
    keyOf: (place) => new Uint8Array(Buffer.from(keyOf(place), 'hex')),
    seal: (place, columns) => encrypted(keyOf(place), SEAL_NONCE, sensitiveText(columns)).toString('base64'),
    open(place, sealed) {
      const text = decrypted(keyOf(place), SEAL_NONCE, Buffer.from(sealed, 'base64'));
      return text === null ? null : readSensitive(text);
    },
    hide(text) {
      // NIST SP 800-38D section 8.2.2: random nonces, far fewer than 2^32 under one key.
      const nonce = nextNonce();
      return Buffer.concat([nonce, encrypted(texts, nonce, text)]).toString('base64');
    },
    reveal(hidden) {
      const bytes = Buffer.from(hidden, 'base64');
      return decrypted(texts, bytes.subarray(0, NONCE_BYTES), bytes.subarray(NONCE_BYTES));
    },
    prove: (text) => createHmac('sha256', proofs).update(text).digest('hex').slice(0, PROOF_DIGITS),
    tag(column, value) {
      // Nearly each entry is about another citizen: remembering those takes longer than the hash.
      const known = column === 'who' ? operators.get(value) : undefined;
      if (known !== undefined) return known;
      const tag = blind[column](value).slice(0, TAG_DIGITS);
      if (operators.size >= REMEMBERED_OPERATORS) operators.clear();
      if (column === 'who') operators.set(value, tag);
      return tag;
    },
  };
}

/** Each is good until the next is asked for. */
function randomNonces(): () => Uint8Array {
  const nonces = new Uint8Array(NONCES_AT_ONCE * NONCE_BYTES);
  let from = nonces.length;
  return () => {
    if (from === nonces.length) {
      randomFillSync(nonces);
      from = 0;
    }
    from += NONCE_BYTES;
    return nonces.subarray(from - NONCE_BYTES, from);
  };
}

/** @param key in hex: given as bytes or as a key object, Node takes longer over it than over the text, and leaves more for the collection of memory */
function encrypted(key: string, nonce: Uint8Array, text: string): Buffer {
  const cipher = createCipheriv(ALGORITHM, key, nonce, KEY_IN_HEX);
  cipher.setAAD(AAD);
  return Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

/** Null where the tag does not fit. */
function decrypted(key: string, nonce: Uint8Array, bytes: Buffer): string | null {
  if (nonce.length !== NONCE_BYTES || bytes.length <= TAG_BYTES) return null;
  const decipher = createDecipheriv(ALGORITHM, key, nonce, KEY_IN_HEX);
  decipher.setAAD(AAD);
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    return decipher.update(bytes.subarray(0, -TAG_BYTES)).toString('utf8') + decipher.final('utf8');
  } catch {
    return null;
  }
}
