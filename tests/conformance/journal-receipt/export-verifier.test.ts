/** Exports of the journal: proved by the product, by a verifier that shares no code with it, and by neither once a byte was changed. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { almatyDay, shiftDay } from '../../../shared/domain/almaty-day.ts';
import { verifierKeyText } from '../../../electron/core/journal/index.ts';
import { connectCollector } from '../../../electron/gateways/index.ts';
import { startStand, type Stand } from '../../../electron/stand/index.ts';
import { manualTime } from '../../fakes/manual-time.ts';
import { openSession, sealOf } from '../../integration/sealed-desk.ts';
import { jsonOf, tekserHere } from '../../integration/terminal/tekser-process.ts';
import { verifyExport } from './export-verifier.ts';

const ENTRIES = 300;
/** Behind us, for the commands write by the clock of the machine. */
const SHIFT = new Date(Date.now() - 2 * 86_400_000);
const DAY = almatyDay(SHIFT);
const VERIFIER = join(import.meta.dirname, 'export-verifier.ts');
let stand: Stand;
let data: string;
let exported: { folder: string; entries: number; key: string };
let witnessKey: string;

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'tekser-export-'));
  stand = await startStand();
  const { collector } = await stand.connection();
  witnessKey = collector!.witnessKey;
  const seal = await sealOf(data, 'desk-3');
  const session = await openSession(data, 'desk-3', manualTime(SHIFT.toISOString()), { witness: connectCollector({ collector }, () => verifierKeyText(seal.signer)).witness! });
  await session.record(ENTRIES);
  session.time.advance(60_000);
  await vi.waitUntil(async () => (await session.store.cosigned())?.size === ENTRIES, { timeout: 30_000 });
  await session.stop();
  exported = jsonOf(await tekserHere(['journal', 'export', join(data, 'out'), '--to', DAY, '--data', data, '--json'])) as typeof exported;
});
afterAll(async () => {
  await stand.close();
  rmSync(data, { recursive: true });
});

const importHere = (folder: string, ...more: string[]) => tekserHere(['journal', 'import', folder, '--key', exported.key, ...more, '--json']);

it('is proved by both, with the witness, and the operators it names are opened', async () => {
  expect(exported.entries).toBe(ENTRIES);
  expect(readdirSync(exported.folder).toSorted()).toEqual(['entries.csv', 'entries.jsonl', 'statement.note', 'summary.pdf', 'witness.txt']);
  const verified = verifyExport(exported.folder, exported.key, witnessKey);
  expect(verified).toMatchObject({ origin: 'tekser/100000000000/branch/desk-3', first: 1, last: ENTRIES, operators: Array(ENTRIES).fill('operator-1') });
  expect(verified.cosigned).toBeGreaterThan(0);
  const ours = await importHere(exported.folder, '--witness', witnessKey);
  expect(ours.code).toBe(0);
  expect(jsonOf(ours)).toMatchObject({
    state: 'proved',
    first: 1,
    last: ENTRIES,
    cosignedAt: expect.stringMatching(/^20/),
    rows: [{ day: DAY, operatorId: 'operator-1', kind: 'unlocked', count: ENTRIES }],
  });
});

it('is verified by the auditor with nothing but the folder and a key', () => {
  const said = execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', VERIFIER, exported.folder, exported.key], { encoding: 'utf8' });
  expect(said).toBe(`proved: entries 1 to ${ENTRIES}, tekser/100000000000/branch/desk-3\n`);
});

it('is itself an entry, and begins a second export of the later entries, which the first one’s end is the beginning of', async () => {
  const list = jsonOf(await tekserHere(['journal', 'list', '--limit', '1', '--data', data, '--json'])) as { entries: { event: { kind: string } }[] };
  expect(list.entries[0]!.event).toMatchObject({ kind: 'journal-exported', entries: ENTRIES });
  const later = jsonOf(await tekserHere(['journal', 'export', join(data, 'out'), '--from', shiftDay(DAY, 1), '--to', '2099-12-31', '--data', data, '--json']));
  expect(verifyExport(String(later['folder']), exported.key)).toMatchObject({ first: ENTRIES + 1 });
});

it('says so where nothing was written in the days, and where the folder cannot be written', async () => {
  const empty = await tekserHere(['journal', 'export', join(data, 'out'), '--from', '2020-01-01', '--to', '2020-01-02', '--data', data, '--json']);
  expect(jsonOf(empty)).toMatchObject({ error: { code: 'export-empty' } });
  writeFileSync(join(data, 'a-file'), '');
  const blocked = await tekserHere(['journal', 'export', join(data, 'a-file'), '--data', data, '--json']);
  expect(jsonOf(blocked)).toMatchObject({ error: { code: 'file-unwritable' } });
});

describe('an export that was changed is proved by neither:', () => {
  const copyOf = (name: string): string => {
    const folder = join(data, `copy-${name}`);
    cpSync(exported.folder, folder, { recursive: true });
    return folder;
  };
  const edit = (folder: string, file: string, change: (text: string) => string) => {
    const before = readFileSync(join(folder, file), 'utf8');
    expect(change(before)).not.toBe(before);
    writeFileSync(join(folder, file), change(before));
  };

  it.each([
    ['an entry', 'entries.jsonl', (text: string) => text.replace(' unlocked ', ' signed-in '), 'file-altered'],
    ['the table', 'entries.csv', (text: string) => text.replace('operator-1', 'operator-2'), 'file-altered'],
    ['the statement', 'statement.note', (text: string) => text.replace(`1 ${ENTRIES}`, `1 ${ENTRIES - 1}`), 'forged'],
    ['the printed page', 'summary.pdf', (text: string) => `${text} `, 'file-altered'],
  ])('%s', async (name, file, change, state) => {
    const folder = copyOf(name);
    edit(folder, file, change);
    expect(() => verifyExport(folder, exported.key)).toThrow(Error);
    const ours = await importHere(folder);
    expect(ours.code).toBe(1);
    expect(jsonOf(ours)).toMatchObject({ state });
  });

  it('a file that is missing', async () => {
    const folder = copyOf('missing');
    rmSync(join(folder, 'entries.csv'));
    expect(() => verifyExport(folder, exported.key)).toThrow(Error);
    expect(jsonOf(await importHere(folder))).toMatchObject({ state: 'file-altered', file: 'entries.csv' });
  });

  it('the signature of a witness over another history', async () => {
    const folder = copyOf('witness');
    edit(folder, 'witness.txt', (text) => text.replace(/^(\u2014 tekser-stand\/collector )(.)/mu, (_line, name: string) => `${name}B`));
    expect(() => verifyExport(folder, exported.key, witnessKey)).toThrow(Error);
    expect(jsonOf(await importHere(folder, '--witness', witnessKey))).toMatchObject({ state: 'proved', cosignedAt: null });
  });
});

it('goes on where it was broken off, and gives the same files', async () => {
  const whole = readFileSync(join(exported.folder, 'entries.jsonl'));
  const table = readFileSync(join(exported.folder, 'entries.csv'));
  const part = `${exported.folder}.part`;
  renameSync(exported.folder, part);
  // As a kill leaves them: a torn line in one, fewer lines in the other, no statement.
  truncateSync(join(part, 'entries.jsonl'), Math.floor(whole.length / 2));
  truncateSync(join(part, 'entries.csv'), Math.floor(table.length / 3));
  rmSync(join(part, 'statement.note'));
  appendFileSync(join(part, 'entries.csv'), '"torn');
  const again = jsonOf(await tekserHere(['journal', 'export', dirname(exported.folder), '--to', DAY, '--data', data, '--json']));
  expect(basename(String(again['folder']))).toBe(basename(exported.folder));
  expect(existsSync(part)).toBe(false);
  expect(readFileSync(join(exported.folder, 'entries.jsonl')).equals(whole)).toBe(true);
  expect(readFileSync(join(exported.folder, 'entries.csv')).equals(table)).toBe(true);
  expect(verifyExport(exported.folder, exported.key)).toMatchObject({ last: ENTRIES });
});
