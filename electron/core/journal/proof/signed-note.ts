/** Text with signatures under it, readable by people and by every C2SP tool (c2sp.org/signed-note). */
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { fromBase64, toBase64 } from './base64.ts';
import { isSignedBy, KEY_ID_BYTES, keyIdOf, type NoteKey, type NoteSigner, sameKeyId } from './note-key.ts';

/** Verifiers accept at least 16 and limit the rest. */
const MOST_SIGNATURES = 64;
// oxlint-disable-next-line no-control-regex -- a note holds no control character but the line break
const CONTROL = /[\u0000-\u0009\u000b-\u001f]/;

export function signNote(text: string, signer: NoteSigner): string {
  const signature = Uint8Array.of(...keyIdOf(signer), ...signer.sign(utf8ToBytes(text)));
  return `${text}\n\u2014 ${signer.name} ${toBase64(signature)}\n`;
}

/** Null where no signature line bears the name and id of this key; nothing is verified. */
export function textSignedInNameOf(note: string, key: NoteKey): string | null {
  // Thirty of the 32 bits: the next character already mixes in the signature.
  const id = toBase64(keyIdOf(key)).slice(0, 5);
  const cut = note.lastIndexOf('\n\n');
  return cut >= 0 && note.includes(`\n\u2014 ${key.name} ${id}`, cut) ? note.slice(0, cut + 1) : null;
}

export type OpenedNote =
  | { state: 'signed'; text: string }
  /** Well formed, but not by this key. */
  | { state: 'unknown-signer' }
  /** Under this key's name and id stands a signature it did not make. */
  | { state: 'forged' }
  | { state: 'malformed' };

/** Signatures of other keys are ignored, as the specification asks; a wrong one of this key spoils the note. */
export function openNote(note: string, key: NoteKey): OpenedNote {
  const cut = note.lastIndexOf('\n\n');
  if (cut < 0 || !note.endsWith('\n') || CONTROL.test(note) || !note.isWellFormed()) return { state: 'malformed' };
  const text = note.slice(0, cut + 1);
  const lines = note.slice(cut + 2, -1).split('\n');
  if (lines.length > MOST_SIGNATURES) return { state: 'malformed' };
  let signed = false;
  for (const line of lines) {
    const [, name, encoded = ''] = /^\u2014 ([^\s+]+) (\S+)$/u.exec(line) ?? [];
    const bytes = fromBase64(encoded);
    if (name === undefined || bytes === null || bytes.length <= KEY_ID_BYTES) return { state: 'malformed' };
    if (name !== key.name || !sameKeyId(key, bytes.slice(0, KEY_ID_BYTES))) continue;
    if (!isSignedBy(key, utf8ToBytes(text), bytes.slice(KEY_ID_BYTES))) return { state: 'forged' };
    signed = true;
  }
  return signed ? { state: 'signed', text } : { state: 'unknown-signer' };
}
