/** The keys of signed notes (c2sp.org/signed-note, “Ed25519 signatures”): a name and an Ed25519 key, told apart by four bytes. */
import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { bytesEqual, bytesToHex } from '../../../../shared/util/bytes.ts';
import { fromBase64, toBase64 } from './base64.ts';

const ED25519 = 0x01;
export const KEY_ID_BYTES = 4;
const PUBLIC_KEY_BYTES = 32;
/** Neither spaces nor plus: the forms of a signature line and of a verifier key are split at them. */
const KEY_NAME = /^[^\s+\p{Cc}]+$/u;

export interface NoteKey {
  name: string;
  publicKey: Uint8Array;
}

/** One Ed25519 key (RFC 8032), wherever it is kept. */
export interface Ed25519Key {
  publicKey: Uint8Array;
  sign(message: Uint8Array): Uint8Array;
}

export interface NoteSigner extends NoteKey, Ed25519Key {}

/** @throws {TypeError} for a name no note may carry */
export function noteSigner(name: string, { publicKey, sign }: Ed25519Key): NoteSigner {
  if (!KEY_NAME.test(name)) throw new TypeError('not a key name');
  return { name, publicKey, sign };
}

export function keyIdOf({ name, publicKey }: NoteKey): Uint8Array {
  return sha256(Uint8Array.of(...utf8ToBytes(`${name}\n`), ED25519, ...publicKey)).slice(0, KEY_ID_BYTES);
}

/** The text form in which a key is given to a verifier: name, key id and key joined by plus signs. */
export function verifierKeyText(key: NoteKey): string {
  return `${key.name}+${bytesToHex(keyIdOf(key))}+${toBase64(Uint8Array.of(ED25519, ...key.publicKey))}`;
}

/** Null for what is no Ed25519 verifier key, or where the id does not belong to the key. */
export function parseVerifierKey(text: string): NoteKey | null {
  const [, name = '', id = '', encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? [];
  const bytes = fromBase64(encoded);
  if (!KEY_NAME.test(name) || bytes === null || bytes[0] !== ED25519 || bytes.length !== 1 + PUBLIC_KEY_BYTES) return null;
  const key = { name, publicKey: bytes.slice(1) };
  return bytesToHex(keyIdOf(key)) === id ? key : null;
}

export function isSignedBy(key: NoteKey | NoteSigner, message: Uint8Array, signature: Uint8Array): boolean {
  // A key signs one text in one way (RFC 8032 section 5.1.6), so the owner of the key need not verify to know its own.
  if ('sign' in key) return bytesEqual(key.sign(message), signature);
  return isVerified(key, message, signature);
}

function isVerified({ publicKey }: NoteKey, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    // Strict: RFC 8032 section 5.1.7 without the small-order keys and encodings that let one signature fit two texts.
    return ed25519.verify(signature, message, publicKey, { zip215: false });
  } catch {
    // The library throws for a signature or key of another length.
    return false;
  }
}

export const sameKeyId = (a: NoteKey, id: Uint8Array): boolean => bytesEqual(keyIdOf(a), id);
