/** Kills a desk at random moments (SIGKILL) and afterwards holds its journal against everything it had acknowledged. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { dataFiles } from '../../../electron/adapters/files/data-directory.ts';
import { MIGRATIONS } from '../../../electron/adapters/sqlite/migrations/index.ts';
import { openSqliteJournalStore } from '../../../electron/adapters/sqlite/sqlite-journal-store.ts';
import { systemClock } from '../../../electron/adapters/system-clock.ts';
import { allEntries } from '../../fakes/all-entries.ts';
import { writeEarlierForms } from '../journal/earlier-forms.ts';
import { columnSealOf } from '../sealed-desk.ts';
import { judgeCrashes } from './judge-crashes.ts';

/** Of the migrations, so many make the first schema a desk was given out with. */
const EARLIEST_WITH_MARKS = 2;
/** What the desk of crash-writer.ts says: before it opens the journal, and once an entry is on the disk. */
const OPENING = 'loaded\n';
const AT_WORK = 'entry ';
const WRITER = join(import.meta.dirname, 'crash-writer.ts');

export interface CrashCampaign {
  kills: number;
  /** Lives that worked before they were ended, and those that were ended while they opened the journal. */
  worked: number;
  acknowledged: number;
  /** Everything that is not as it must be; empty after a good campaign. */
  faults: string[];
}

/**
 * Of three desks two are ended at work, one in whatever it does after it began to open the journal.
 * @param longestMs each lives for a random time up to this from then
 */
export async function crashRepeatedly(folder: string, kills: number, longestMs: number): Promise<CrashCampaign> {
  const acknowledged = new Set<string>();
  const faults: string[] = [];
  let worked = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const life = { from: kill % 3 === 0 ? OPENING : AT_WORK, ms: Math.random() * longestMs };
    if (await liveAndDie(folder, life, acknowledged, faults)) worked += 1;
  }
  faults.push(...(await judgeCrashes(folder, acknowledged)));
  return { kills, worked, acknowledged: acknowledged.size, faults };
}

/** Each kill meets a journal of an earlier schema that a desk has just begun to bring up to date. */
export async function crashMigrations(kills: number, entries: number, longestMs: number): Promise<CrashCampaign> {
  const campaign: CrashCampaign = { kills, worked: 0, acknowledged: 0, faults: [] };
  for (let kill = 0; kill < kills; kill += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'tekser-crash-migration-'));
    const acknowledged = new Set<string>();
    await writeEarlier(folder, EARLIEST_WITH_MARKS + (kill % (MIGRATIONS.length - EARLIEST_WITH_MARKS)), entries);
    if (await liveAndDie(folder, { from: OPENING, ms: Math.random() * longestMs }, acknowledged, campaign.faults)) campaign.worked += 1;
    campaign.acknowledged += acknowledged.size;
    campaign.faults.push(...(await judgeEarlier(folder, entries)), ...(await judgeCrashes(folder, acknowledged)));
    rmSync(folder, { recursive: true });
  }
  return campaign;
}

/** @param schemas so many of the first migrations have run */
async function writeEarlier(folder: string, schemas: number, entries: number): Promise<void> {
  const database = new SqliteDatabase(dataFiles(folder).journal);
  writeEarlierForms(database, schemas, entries, await columnSealOf(folder));
  database.close();
}

async function judgeEarlier(folder: string, entries: number): Promise<string[]> {
  const store = openSqliteJournalStore({ file: dataFiles(folder).journal, clock: systemClock, seal: null });
  const kept = (await allEntries(store)).slice(0, entries);
  const marks = kept.filter(({ mark }) => mark.state === 'waiting' || mark.state === 'delivered');
  await store.close();
  const whole = kept.length === entries && kept.every(({ sequence }, index) => sequence === index + 1) && marks.length === entries;
  return whole ? [] : [`of ${entries} earlier entries ${kept.length} are there, with ${marks.length} marks`];
}

/** How long a desk lives, from the first time it says what `from` begins with. */
interface Life {
  from: string;
  ms: number;
}

/** @returns whether it had opened its journal */
async function liveAndDie(folder: string, { from, ms }: Life, acknowledged: Set<string>, faults: string[]): Promise<boolean> {
  const desk = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', WRITER, folder], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  let timer: NodeJS.Timeout | undefined;
  desk.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    if (output.includes(from)) timer ??= setTimeout(() => desk.kill('SIGKILL'), ms);
  });
  desk.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => desk.once('close', resolve));
  clearTimeout(timer);
  if (code !== null) faults.push(`the desk ended by itself: ${code} ${errors.slice(0, 500)}`);
  // A last line without its end was not yet said.
  for (const line of output.split('\n').slice(0, -1)) if (line.startsWith('entry ')) acknowledged.add(line.slice('entry '.length));
  return output.startsWith('loaded\nopen\n');
}
