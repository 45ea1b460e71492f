/** What a witness adds to a checkpoint: its name, the time and an Ed25519 signature over both (c2sp.org/tlog-cosignature). */
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { bytesEqual, bytesToHex } from '../../../../shared/util/bytes.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { isSignedBy, KEY_ID_BYTES, type NoteKey, type NoteSigner } from './note-key.ts';

/** Signature type of timestamped Ed25519 witness cosignatures (c2sp.org/signed-note, “Signature types”). */
const COSIGNATURE = 0x04;
const TIME_BYTES = 8;
const PUBLIC_KEY_BYTES = 32;

function keyIdOf({ name, publicKey }: NoteKey): Uint8Array {
  return sha256(Uint8Array.of(...utf8ToBytes(`${name}\n`), COSIGNATURE, ...publicKey)).slice(0, KEY_ID_BYTES);
}

/** Null for what is no verifier key of a cosigner, or where the id does not belong to the key. */
export function parseCosignerKey(text: string): NoteKey | null {
  const [, name = '', id = '', encoded = ''] = /^([^\s+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? [];
  const bytes = fromBase64(encoded);
  if (name === '' || bytes === null || bytes[0] !== COSIGNATURE || bytes.length !== 1 + PUBLIC_KEY_BYTES) return null;
  const key = { name, publicKey: bytes.slice(1) };
  return bytesToHex(keyIdOf(key)) === id ? key : null;
}

/** The text form in which a witness gives its key to workstations. */
export function cosignerKeyText(key: NoteKey): string {
  return `${key.name}+${bytesToHex(keyIdOf(key))}+${toBase64(Uint8Array.of(COSIGNATURE, ...key.publicKey))}`;
}

/** @param seconds Unix time @returns the signature line with its line break, to be added to the note */
export function cosign(note: string, seconds: number, signer: NoteSigner): string {
  const signature = signer.sign(signedText(note, seconds));
  const time = new DataView(new ArrayBuffer(TIME_BYTES));
  time.setBigUint64(0, BigInt(seconds));
  return `\u2014 ${signer.name} ${toBase64(Uint8Array.of(...keyIdOf(signer), ...new Uint8Array(time.buffer), ...signature))}\n`;
}

/** When the witness signed, in Unix seconds; null where the note has no good signature of this witness. */
export function cosignedAt(note: string, key: NoteKey): number | null {
  for (const line of note.slice(note.lastIndexOf('\n\n') + 2).split('\n')) {
    const [, name, encoded = ''] = /^\u2014 (\S+) (\S+)$/u.exec(line) ?? [];
    const bytes = fromBase64(encoded);
    if (name !== key.name || bytes === null || !bytesEqual(bytes.slice(0, KEY_ID_BYTES), keyIdOf(key))) continue;
    const signatureFrom = KEY_ID_BYTES + TIME_BYTES;
    if (bytes.length <= signatureFrom) return null;
    const seconds = Number(new DataView(bytes.buffer).getBigUint64(KEY_ID_BYTES));
    return isSignedBy(key, signedText(note, seconds), bytes.slice(signatureFrom)) ? seconds : null;
  }
  return null;
}

function signedText(note: string, seconds: number): Uint8Array {
  const body = note.slice(0, note.lastIndexOf('\n\n') + 1);
  return utf8ToBytes(`cosignature/v1\ntime ${seconds}\n${body}`);
}
