/** The journal as static files any monitor of transparency logs reads (c2sp.org/tlog-tiles): hash tiles, entry bundles, the checkpoint. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { JournalStore } from '../../ports/journal/journal-store.ts';
import { nodeHasher } from '../sqlite/node-hasher.ts';

/** Hashes of a full tile, and entries of a full bundle. */
const WIDTH = 256;
const LENGTH_BYTES = 2;

/** A row of the tree that is being written: the tile that fills, and how many are full. */
interface Row {
  full: number;
  hashes: string[];
}

/**
 * @param folder new or empty
 * @param size of the tree the checkpoint is over; every entry of it must still be there
 * @param checkpoint signed note
 */
export async function writeTiles(store: Pick<JournalStore, 'records'>, folder: string, size: number, checkpoint: string, onProgress: (done: number) => void): Promise<void> {
  const rows: Row[] = [];
  let bundle: Buffer[] = [];
  let bundles = 0;

  async function add(level: number, hash: string): Promise<void> {
    const row = (rows[level] ??= { full: 0, hashes: [] });
    row.hashes.push(hash);
    if (row.hashes.length < WIDTH) return;
    await write(folder, `tile/${level}/${tileNumber(row.full)}`, Buffer.from(row.hashes.join(''), 'hex'));
    const above = rootOf(row.hashes);
    row.full += 1;
    row.hashes = [];
    await add(level + 1, above);
  }

  for await (const { entry, bytes } of store.records(1, size)) {
    bundle.push(withLength(bytes));
    if (bundle.length === WIDTH) {
      await write(folder, `tile/entries/${tileNumber(bundles)}`, Buffer.concat(bundle));
      bundle = [];
      bundles += 1;
      onProgress(entry.sequence);
    }
    await add(0, nodeHasher.ofText(`\0${new TextDecoder().decode(bytes)}`));
  }
  if (bundle.length > 0) await write(folder, `tile/entries/${tileNumber(bundles)}.p/${bundle.length}`, Buffer.concat(bundle));
  for (const [level, { full, hashes }] of rows.entries()) {
    if (hashes.length > 0) await write(folder, `tile/${level}/${tileNumber(full)}.p/${hashes.length}`, Buffer.from(hashes.join(''), 'hex'));
  }
  // Last: a log is published when its checkpoint is.
  await write(folder, 'checkpoint', Buffer.from(checkpoint));
}

/** Three digits in each part of the path, all but the last with an x before it (tlog-tiles, “Merkle Tree”). */
export function tileNumber(index: number): string {
  const parts = [String(index % 1_000).padStart(3, '0')];
  for (let rest = Math.floor(index / 1_000); rest > 0; rest = Math.floor(rest / 1_000)) parts.unshift(`x${String(rest % 1_000).padStart(3, '0')}`);
  return parts.join('/');
}

/** Big-endian, 16 bits (tlog-tiles, “Log Entries”). */
function withLength(entry: Uint8Array): Buffer {
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt16BE(entry.length);
  return Buffer.concat([length, entry]);
}

/** @param hashes a full tile */
function rootOf(hashes: readonly string[]): string {
  let row = [...hashes];
  while (row.length > 1) row = row.filter((_, index) => index % 2 === 0).map((left, index) => nodeHasher.ofNode(left, row[2 * index + 1]!));
  return row[0]!;
}

async function write(folder: string, name: string, bytes: Buffer): Promise<void> {
  const file = join(folder, name);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, bytes, { flush: true });
}
