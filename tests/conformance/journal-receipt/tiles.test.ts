/** The tiles of a journal, read by the published layout alone: entries hash to tiles, tiles to the tiles above, and those to the checkpoint. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { tileNumber } from '../../../electron/adapters/journal-export/write-tiles.ts';
import { shift } from '../../integration/sealed-desk.ts';
import { jsonOf, tekserHere } from '../../integration/terminal/tekser-process.ts';
import { bytesOf, openNote, sha256 } from './receipt-verifier.ts';

const ENTRIES = 700;
let data: string;
let out: string;
let key: string;

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'tekser-tiles-'));
  out = join(data, 'tiles');
  await shift(data, ENTRIES);
  key = String(jsonOf(await tekserHere(['journal', 'tiles', out, '--data', data, '--json']))['key']);
});
afterAll(() => rmSync(data, { recursive: true }));

it('numbers tiles as the specification’s example does', () => {
  expect([0, 67, 999, 1_000, 1_234_067].map(tileNumber)).toEqual(['000', '067', '999', 'x001/000', 'x001/x234/067']);
});

const tile = (path: string, width: number): Buffer => {
  const full = join(out, 'tile', path);
  return readFileSync(existsSync(full) ? full : `${full}.p/${width}`);
};

function hashesOf(entries: Buffer): Buffer[] {
  const hashes: Buffer[] = [];
  for (let at = 0; at < entries.length; ) {
    const end = at + 2 + entries.readUInt16BE(at);
    hashes.push(sha256(Buffer.of(0), entries.subarray(at + 2, end)));
    at = end;
  }
  return hashes;
}

/** RFC 6962 section 2.1. */
function rootOf(hashes: readonly Buffer[]): Buffer {
  if (hashes.length === 1) return hashes[0]!;
  let split = 1;
  while (split * 2 < hashes.length) split *= 2;
  return sha256(Buffer.of(1), rootOf(hashes.slice(0, split)), rootOf(hashes.slice(split)));
}

it('every entry hashes into its tile, full tiles into the row above, and all into the signed root', () => {
  const leaves: Buffer[] = [];
  for (const [path, width] of [['000', 256], ['001', 256], ['002', 188]] as const) {
    const hashes = hashesOf(tile(`entries/${path}`, width));
    expect(hashes).toHaveLength(width);
    expect(Buffer.concat(hashes).equals(tile(`0/${path}`, width))).toBe(true);
    leaves.push(...hashes);
  }
  expect(tile('1/000', 2).equals(Buffer.concat([rootOf(leaves.slice(0, 256)), rootOf(leaves.slice(256, 512))]))).toBe(true);
  const [origin, size, root] = openNote(readFileSync(join(out, 'checkpoint'), 'utf8'), key).split('\n');
  expect([origin, size]).toEqual(['tekser/100000000000/branch/desk-3', String(ENTRIES)]);
  expect(rootOf(leaves).equals(bytesOf(root!))).toBe(true);
});

it('writes over nothing', async () => {
  expect(jsonOf(await tekserHere(['journal', 'tiles', out, '--data', data, '--json']))).toMatchObject({ error: { code: 'file-exists' } });
});
