/** A journal of so many entries: what it costs to fill, open, ask, prove and verify. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aesColumnSeal } from '../../../electron/adapters/sealed/aes-column-seal.ts';
import { openSqliteJournalStore } from '../../../electron/adapters/sqlite/sqlite-journal-store.ts';
import { systemClock } from '../../../electron/adapters/system-clock.ts';
import type { JournalStore } from '../../../electron/ports/journal/journal-store.ts';
import type { JournalEntry, JournalQuery } from '../../../shared/domain/journal/journal-entry.ts';
import { type Spread, spreadOf } from '../statistics.ts';
import { measureUpload, type UploadFigures } from './measure-upload.ts';
import { lastDayOf, sampleEntry, sampleMark, sampleSubject } from './sample-entries.ts';

const TIMES = 15;
const AT_ONCE = 256;
/** Of these processor time is taken; the indexes are brought up to date four times among them. */
const LAST = 32_768;
const ANY: JournalQuery = { before: null, limit: 50, from: null, to: null, kinds: [], verdict: null, operatorId: null, mark: null };

export interface SizeFigures {
  entries: number;
  /** Appended in groups, while the journal grew to this size; null where it was there already. */
  filling: Filling | null;
  bytesPerEntry: number;
  /** Milliseconds. */
  open: Spread;
  questions: Record<string, Spread>;
  verifiedPerSecond: number;
  /** Of one processor: what a machine busy with other things still tells. */
  verifiedPerCpuSecond: number;
  copies: UploadFigures;
}

interface Filling {
  perSecond: number;
  /** Of processor time, for each of the last entries, with what became of its mark: what does not grow with the journal stays the same at every size. */
  lastMicroseconds: number;
}

/** In the folder `TEKSER_BENCH_DIR` names, where one is named, journals stay and are asked again by the next run: a large one takes long to fill. */
export async function measureSize(entries: number): Promise<SizeFigures> {
  const kept = process.env['TEKSER_BENCH_DIR'];
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'tekser-bench-journal-'));
  const file = join(folder, `journal-${entries}.sqlite`);
  try {
    const filling = await fillUp(file, entries);
    return { entries, filling, bytesPerEntry: Math.round(statSync(file).size / entries), ...(await measureFile(file, entries)) };
  } finally {
    if (kept === undefined) rmSync(folder, { recursive: true });
  }
}

async function measureFile(file: string, entries: number): Promise<Omit<SizeFigures, 'entries' | 'filling' | 'bytesPerEntry'>> {
  const open = await measure(async () => {
    const opened = openStore(file);
    await opened.treeRoot(entries);
    await opened.close();
  });
  const store = openStore(file);
  const questions = await ask(store, entries);
  const started = performance.now();
  const before = process.cpuUsage();
  const health = await store.verify([]);
  const { user, system } = process.cpuUsage(before);
  const verifiedPerSecond = Math.round((entries * 1_000) / (performance.now() - started));
  const copies = await measureUpload(store, entries);
  await store.close();
  if (health.state !== 'intact' || health.entries !== entries) throw new Error(`the journal of the measurement is ${JSON.stringify(health)}`);
  return { open, questions, verifiedPerSecond, verifiedPerCpuSecond: Math.round((entries * 1_000_000) / (user + system)), copies };
}

const openStore = (file: string): JournalStore => openSqliteJournalStore({ file, clock: systemClock, seal: aesColumnSeal(new Uint8Array(32).fill(1)) });

/** Goes on where a run that was ended has come to. @returns null where there is nothing to add */
async function fillUp(file: string, entries: number): Promise<Filling | null> {
  const store = openStore(file);
  try {
    const { size } = await store.treeHead();
    if (size >= entries) return null;
    const last = Math.min(entries - size, LAST);
    const started = performance.now();
    await append(store, size, entries - last);
    const before = process.cpuUsage();
    await append(store, entries - last, entries);
    const { user, system } = process.cpuUsage(before);
    const perSecond = Math.round(((entries - size) * 1_000) / (performance.now() - started));
    return { perSecond, lastMicroseconds: Math.round(((user + system) / last) * 10) / 10 };
  } finally {
    await store.close();
  }
}

async function append(store: JournalStore, from: number, to: number): Promise<void> {
  for (let index = from; index < to; index += AT_ONCE) {
    const written = await Promise.all(Array.from({ length: Math.min(AT_ONCE, to - index) }, (_, at) => appendSample(store, index + at)));
    await store.settleMarks(written.flatMap(({ sequence, at, mark }) => (mark.state === 'waiting' ? [{ sequence, state: { state: 'delivered', receiptId: `receipt-${sequence}`, at } as const }] : [])));
  }
}

function appendSample(store: JournalStore, index: number): Promise<JournalEntry> {
  const entry = sampleEntry(index);
  return store.append(entry, sampleMark(entry));
}

async function ask(store: JournalStore, entries: number): Promise<Record<string, Spread>> {
  const day = lastDayOf(entries / 2);
  const middle = Math.floor(entries / 2);
  const questions: Record<string, () => Promise<unknown>> = {
    'newest page': () => store.list(ANY),
    'page of a rare verdict': () => store.list({ ...ANY, verdict: 'not-valid' }),
    'page of an operator and event': () => store.list({ ...ANY, operatorId: 'operator-7', kinds: ['locked'] }),
    'page of an operator': () => store.list({ ...ANY, operatorId: 'operator-7' }),
    'page where nothing matches': () => store.list({ ...ANY, operatorId: 'nobody' }),
    'page of a day in the middle': () => store.list({ ...ANY, from: `${day}T00:00:00+05:00`, to: `${day}T23:59:59+05:00` }),
    'page deep down': () => store.list({ ...ANY, before: Math.max(60, middle), kinds: ['checked'] }),
    'a citizen’s history': () => store.ofSubject(sampleSubject(middle), 200),
    'report of a month by day': () => store.report({ from: `${day.slice(0, 7)}-01`, to: `${day.slice(0, 7)}-28`, by: 'day' }),
    'report of all by month': () => store.report({ from: '2020-01-01', to: '2039-12-31', by: 'month' }),
    'proof of one entry': () => store.inclusion(middle, entries),
    'consistency proof': () => store.consistency(middle, entries),
  };
  const figures: Record<string, Spread> = {};
  for (const [name, question] of Object.entries(questions)) figures[name] = await measure(question);
  return figures;
}

async function measure(work: () => Promise<unknown>): Promise<Spread> {
  const times: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  return spreadOf(times);
}
