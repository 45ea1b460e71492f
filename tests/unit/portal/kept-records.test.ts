/** What the portal wrote is there after any end of the stand; a line it died over is not. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openKeptRecords } from '../../../electron/stand/issuance/kept-records.ts';

type Entry = { kept: 'one'; text: string } | { kept: 'two' };
let directory: string;
let file: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'tekser-portal-'));
  file = join(directory, 'deeper', 'portal.jsonl');
});
afterEach(() => rmSync(directory, { recursive: true }));

it('gives back each kind in order', () => {
  const records = openKeptRecords<Entry>(file);
  expect(records.earlier('one')).toEqual([]);
  records.add({ kept: 'one', text: 'ә' });
  records.add({ kept: 'two' });
  records.add({ kept: 'one', text: 'ғ\n' });
  expect(openKeptRecords<Entry>(file).earlier('one')).toEqual([
    { kept: 'one', text: 'ә' },
    { kept: 'one', text: 'ғ\n' },
  ]);
});

it('cuts a torn last line off, and what is added then stands alone', () => {
  openKeptRecords<Entry>(file).add({ kept: 'one', text: 'қ' });
  writeFileSync(file, `${readFileSync(file, 'utf8')}{"kept":"one","te`);
  const again = openKeptRecords<Entry>(file);
  again.add({ kept: 'one', text: 'ң' });
  expect(openKeptRecords<Entry>(file).earlier('one').map((entry) => entry.text)).toEqual(['қ', 'ң']);
});

it('keeps nothing without a file', () => {
  const records = openKeptRecords<Entry>(null);
  records.add({ kept: 'two' });
  expect(records.earlier('two')).toEqual([]);
});
