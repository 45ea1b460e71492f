/**
 * What the workstation puts its name to when entries are given out: which entries, the tree they end in, and every file by its
 * hash. A signed note (c2sp.org/signed-note) with the text
 *
 *     tekser-journal-export/1
 *     origin
 *     first SP last
 *     root of the tree of `last` leaves, base 64
 *     name SP SHA-256 of the file in lower-case hex         one line for each file
 */
import { bytesToHex } from '../../../../shared/util/bytes.ts';
import { fromBase64, toBase64 } from '../proof/base64.ts';
import { HASH_BYTES } from '../proof/merkle-hash.ts';
import type { NoteKey, NoteSigner } from '../proof/note-key.ts';
import { openNote, signNote } from '../proof/signed-note.ts';

const FORM = 'tekser-journal-export/1';

export interface ExportStatement {
  origin: string;
  first: number;
  last: number;
  root: Uint8Array;
  /** Lower-case hex SHA-256 by file name. */
  files: Readonly<Record<string, string>>;
}

export function signStatement({ origin, first, last, root, files }: ExportStatement, signer: NoteSigner): string {
  const lines = [FORM, origin, `${first} ${last}`, toBase64(root), ...Object.entries(files).map(([name, hash]) => `${name} ${hash}`)];
  return signNote(`${lines.join('\n')}\n`, signer);
}

export type OpenedStatement = { state: 'signed'; statement: ExportStatement } | { state: 'unknown-signer' | 'forged' | 'malformed' };

export function openStatement(note: string, key: NoteKey): OpenedStatement {
  const opened = openNote(note, key);
  if (opened.state !== 'signed') return opened;
  const [form, origin = '', range = '', root = '', ...fileLines] = opened.text.trimEnd().split('\n');
  const [, first, last] = /^([1-9]\d{0,14}) ([1-9]\d{0,14})$/.exec(range) ?? [];
  const files = fileLines.map((line) => /^([a-z][a-z.]{0,30}) ([0-9a-f]{64})$/.exec(line));
  const rootBytes = fromBase64(root);
  if (form !== FORM || origin !== key.name || last === undefined || rootBytes?.length !== HASH_BYTES || files.includes(null)) return { state: 'malformed' };
  const statement = { origin, first: Number(first), last: Number(last), root: rootBytes, files: Object.fromEntries(files.map((file) => [file![1]!, file![2]!])) };
  return { state: 'signed', statement };
}

/** The first line of the entries' file: how the tree stood before the first of them. */
export interface ExportHeader {
  format: typeof FORM;
  origin: string;
  first: number;
  last: number;
  /** Hash of the entry before the first, and roots of the perfect subtrees up to it, largest first; lower-case hex. */
  before: { hash: string; peaks: readonly string[] };
}

export const exportHeader = (origin: string, first: number, last: number, hash: string, peaks: readonly Uint8Array[]): ExportHeader => ({
  format: FORM,
  origin,
  first,
  last,
  before: { hash, peaks: peaks.map(bytesToHex) },
});
