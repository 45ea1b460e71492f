/** Holds an export against the key of the workstation it names: every file, every entry, the tree, and the witness where one signed. */
import { createReadStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import {
  type ChainFault,
  chainWalk,
  cosignedAt,
  entryOfBytes,
  FIRST_FORM_LABEL,
  type HashedEntry,
  type NoteKey,
  openCheckpoint,
  openDisclosed,
  openStatement,
  parseConsistency,
  provesConsistency,
  rootOfPeaks,
  textOfTail,
  type TreeHead,
} from '../../core/journal/index.ts';
import { nodeHasher } from '../sqlite/node-hasher.ts';
import { FILES, hashOfFile } from './export-files.ts';

export type ExportFinding =
  | { state: 'proved'; origin: string; first: number; last: number; /** ISO; null where no witness was named or none had signed. */ cosignedAt: string | null }
  | { state: 'unknown-signer' | 'forged' | 'malformed' }
  /** A file is not the one the statement names. */
  | { state: 'file-altered'; file: string }
  | { state: 'entry-altered'; fault: ChainFault }
  /** The witness signed another history. */
  | { state: 'contradicted' };

const Header = z.object({ first: z.int(), last: z.int(), before: z.object({ hash: z.string(), peaks: z.array(z.string()) }) });
const Line = z.object({ text: z.string(), open: z.string().nullable() });

/** @param onEntry told of each entry, proved only when the finding says so; sealed columns opened where the export has their keys */
export async function verifyExport(
  folder: string,
  key: NoteKey,
  witness: NoteKey | null,
  onEntry: (entry: HashedEntry) => void = () => {},
): Promise<ExportFinding> {
  const opened = openStatement(await textOf(folder, FILES.statement), key);
  if (opened.state !== 'signed') return opened;
  const { origin, first, last, root, files } = opened.statement;
  for (const [name, hash] of Object.entries(files)) {
    const file = join(folder, name);
    if (!existsSync(file) || (await hashOfFile(file)) !== hash) return { state: 'file-altered', file: name };
  }
  const walked = await walkLines(join(folder, FILES.entries), onEntry);
  if (walked === null) return { state: 'malformed' };
  if ('fault' in walked) return { state: 'entry-altered', fault: walked.fault };
  if (walked.first !== first || walked.last !== last || walked.root !== Buffer.from(root).toString('hex')) return { state: 'malformed' };
  const seen = witness === null ? null : await witnessedAt(folder, { size: last, root }, key, witness);
  return seen === 'contradicted' ? { state: 'contradicted' } : { state: 'proved', origin, first, last, cosignedAt: seen };
}

async function walkLines(file: string, onEntry: (entry: HashedEntry) => void): Promise<{ first: number; last: number; root: string } | { fault: ChainFault } | null> {
  let walk: ReturnType<typeof chainWalk> | null = null;
  let first = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    if (walk === null) {
      const header = Header.parse(JSON.parse(line));
      first = header.first;
      walk = chainWalk({ head: { sequence: first - 1, hash: header.before.hash, at: null }, peaks: header.before.peaks }, [], nodeHasher);
      continue;
    }
    const { text, open } = Line.parse(JSON.parse(line));
    const { head } = walk.state();
    const tail = tailOf(text, head.hash);
    const bytes = new TextEncoder().encode(text);
    const entry = entryOfBytes(bytes);
    if (tail === null || entry === null) return { fault: { firstBadSequence: head.sequence + 1, reason: 'link' } };
    const fault = walk.step({ sequence: entry.entry.sequence, tail, hash: hashIn(text) });
    if (fault !== null) return { fault };
    onEntry(entry.sealed === null || open === null ? entry.entry : await openedEntry(bytes, entry.sealed, open, entry.entry));
  }
  if (walk === null) return null;
  const { head, peaks } = walk.state();
  return { first, last: head.sequence, root: peaks.length === 0 ? '' : rootOfPeaks(peaks, nodeHasher) };
}

/** What of the text is the entry's own; null where it continues another entry than the one before it. */
function tailOf(text: string, previousHash: string): string | null {
  if (text.startsWith(`${FIRST_FORM_LABEL}\n`)) return text.slice(FIRST_FORM_LABEL.length + 1);
  const start = textOfTail('', previousHash);
  return text.startsWith(start) ? text.slice(start.length) : null;
}

/** Forms hash differently: the leaf of form 2 is its hash. */
const hashIn = (text: string): string => nodeHasher.ofText(text.startsWith(FIRST_FORM_LABEL) ? text : `\0${text}`);

/** A key that opens nothing leaves the columns unknown: the entry itself is proved by its hash. */
async function openedEntry(bytes: Uint8Array, sealed: string, open: string, entry: HashedEntry): Promise<HashedEntry> {
  const columns = await openDisclosed(sealed, new Uint8Array(Buffer.from(open, 'base64')));
  return columns === null ? entry : (entryOfBytes(bytes, columns)?.entry ?? entry);
}

async function witnessedAt(folder: string, exported: TreeHead, key: NoteKey, witness: NoteKey): Promise<string | null | 'contradicted'> {
  const file = join(folder, FILES.witness);
  if (!existsSync(file)) return null;
  const read = parseConsistency(await readFile(file, 'utf8'));
  const checkpoint = read === null ? null : openCheckpoint(read.checkpoint, key);
  const seconds = read === null ? null : cosignedAt(read.checkpoint, witness);
  if (read === null || checkpoint?.state !== 'signed' || seconds === null) return null;
  const consistent = read.oldSize === exported.size && provesConsistency(read.proof, exported, checkpoint.checkpoint);
  return consistent ? new Date(seconds * 1_000).toISOString() : 'contradicted';
}

async function textOf(folder: string, name: string): Promise<string> {
  const file = join(folder, name);
  return existsSync(file) ? readFile(file, 'utf8') : '';
}

