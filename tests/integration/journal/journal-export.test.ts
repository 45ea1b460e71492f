/** An export on its way: how far it has come is told, one that was broken off goes on, and what another journal left behind is not gone on from. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createJournalExport } from '../../../electron/adapters/journal-export/index.ts';
import { verifyExport } from '../../../electron/adapters/journal-export/verify-export.ts';
import { almatyDay, writtenDay, writtenMinute } from '../../../shared/domain/almaty-day.ts';
import { pdfText } from '../../fakes/documents/pdf-text.ts';
import { openSession, type Session } from '../sealed-desk.ts';

/** Several times what is written at once. */
const ENTRIES = 1_200;
const FONTS = join(import.meta.dirname, '../../../resources/fonts');
let folder: string;
let session: Session;
let days: { from: string; to: string };
/** From which entry on the journal was read. */
let readFrom: number[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tekser-exporting-'));
  session = await openSession(folder);
  await Promise.all(Array.from({ length: ENTRIES }, () => session.record()));
  const today = almatyDay(session.time.clock.now());
  days = { from: today, to: today };
  readFrom = [];
});
afterEach(async () => {
  await session.stop();
  rmSync(folder, { recursive: true });
});

async function exportHere(onProgress: (done: number, of: number) => void) {
  const { store, seal } = session;
  const read: Session['store'] = { ...store, records: (from, to) => (readFrom.push(from), store.records(from, to)) };
  const exporter = createJournalExport({ store: read, seal, directory: join(folder, 'exports'), clock: session.time.clock, fonts: FONTS });
  return exporter.exportDays(days, onProgress, async () => {});
}

async function expectProved(exported: Awaited<ReturnType<typeof exportHere>>): Promise<void> {
  if (exported.state !== 'exported') throw new Error(exported.state);
  expect(exported.entries).toBe(ENTRIES);
  expect(await verifyExport(exported.folder, session.seal.signer, null)).toMatchObject({ state: 'proved', first: 1, last: ENTRIES });
}

it('says from time to time how far it has come, and at the end that it is there', async () => {
  const told: [number, number][] = [];
  await expectProved(await exportHere((done, of) => told.push([done, of])));
  expect(told).toEqual([
    [500, ENTRIES],
    [1_000, ENTRIES],
    [ENTRIES, ENTRIES],
  ]);
});

it('goes on behind what an attempt that was broken off has written', async () => {
  await expect(exportHere((done) => {
    if (done === 1_000) throw new Error('the power went');
  })).rejects.toThrow('the power went');
  readFrom = [];
  const told: number[] = [];
  await expectProved(await exportHere((done) => told.push(done)));
  expect(Math.max(...readFrom)).toBeGreaterThan(200);
  expect(told.at(-1)).toBe(ENTRIES);
});

it('does not go on behind what the journal before this one left under the same name', async () => {
  await expectProved(await exportHere(() => {}));
  const part = join(folder, 'exports', `journal-${days.from}-${days.to}-1-${ENTRIES}.part`);
  const whole = part.replace(/\.part$/, '');
  mkdirSync(part);
  for (const name of ['entries.jsonl', 'entries.csv']) {
    const lines = readFileSync(join(whole, name), 'utf8').replaceAll('tekser/100000000000', 'tekser/200000000000').replaceAll(' unlocked ', ' locked ').split('\n').slice(0, 300);
    writeFileSync(join(part, name), `${lines.join('\n')}\n`);
  }
  const again = await exportHere(() => {});
  await expectProved(again);
  expect(again.state === 'exported' && basename(again.folder)).toMatch(/-2$/);
});

it('prints what happened in the words of the desk, in both languages and in the time of the country', async () => {
  await session.recordAs(crypto.randomUUID());
  const exported = await exportHere(() => {});
  if (exported.state !== 'exported') throw new Error(exported.state);
  const text = await pdfText(readFileSync(join(exported.folder, 'summary.pdf')));
  for (const words of ['Тексеру: жарамды', 'Проверка: действителен', 'Құлып ашылды', 'Разблокировка', String(ENTRIES)]) expect(text).toContain(words);
  expect(text).toContain(writtenMinute(session.time.clock.now()));
  expect(text).toContain(`${writtenDay(days.from)} — ${writtenDay(days.to)}`);
  expect(text).not.toMatch(/checked|unlocked|valid|\dT\d/);
});
