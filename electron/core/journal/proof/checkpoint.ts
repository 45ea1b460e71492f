/** A tree head the workstation has put its name to (c2sp.org/tlog-checkpoint): origin, size, root, and the signature below. */
import { fromBase64, toBase64 } from './base64.ts';
import type { TreeHead } from './consistency-proof.ts';
import { HASH_BYTES } from './merkle-hash.ts';
import type { NoteKey, NoteSigner } from './note-key.ts';
import { openNote, signNote, textSignedInNameOf } from './signed-note.ts';

export interface Checkpoint extends TreeHead {
  /** Who keeps the log; also the name of its key. */
  origin: string;
}

export type OpenedCheckpoint = { state: 'signed'; checkpoint: Checkpoint } | { state: 'unknown-signer' | 'forged' | 'malformed' };

export function signCheckpoint({ size, root }: TreeHead, signer: NoteSigner): string {
  return signNote(`${signer.name}\n${size}\n${toBase64(root)}\n`, signer);
}

export function openCheckpoint(note: string, key: NoteKey): OpenedCheckpoint {
  const opened = openNote(note, key);
  if (opened.state !== 'signed') return opened;
  const checkpoint = parseCheckpoint(opened.text);
  // The log's key signs for the log of its own name and for no other.
  return checkpoint !== null && checkpoint.origin === key.name ? { state: 'signed', checkpoint } : { state: 'malformed' };
}

/** What a checkpoint in this key's name says, its signature not yet looked at. */
export type ClaimedCheckpoint = { state: 'ours'; checkpoint: Checkpoint } | { state: 'of-others' | 'malformed' };

export function readCheckpoint(note: string, key: NoteKey): ClaimedCheckpoint {
  const text = textSignedInNameOf(note, key);
  if (text === null) return { state: 'of-others' };
  const checkpoint = parseCheckpoint(text);
  return checkpoint === null ? { state: 'malformed' } : { state: 'ours', checkpoint };
}

/** Null for what is no checkpoint; extension lines are refused, for nobody could check what they say. */
function parseCheckpoint(text: string): Checkpoint | null {
  const [, origin = '', digits = '', encoded = ''] = /^([^\n]+)\n(0|[1-9][0-9]{0,15})\n([^\n]+)\n$/.exec(text) ?? [];
  const size = Number(digits);
  const root = fromBase64(encoded);
  if (origin === '' || !Number.isSafeInteger(size) || root?.length !== HASH_BYTES) return null;
  return { origin, size, root };
}

/**
 * The origin of a workstation's journal: organisation (БИН), branch and workstation. Names of branches have spaces, which a
 * key name must not have.
 */
export function journalOrigin({ bin, branch, workstation }: { bin: string; branch: string; workstation: string }): string {
  return ['tekser', bin, branch, workstation].map((part) => part.replaceAll(/[\s+/\p{Cc}]+/gu, '-')).join('/');
}
