/** Kills a desk at random moments (SIGKILL) and afterwards holds its journal against everything it had acknowledged. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { dataFiles } from '../../../electron/adapters/data-directory.ts';
import { allEntries } from '../../fakes/all-entries.ts';
import { manualTime } from '../../fakes/manual-time.ts';
import { openSession } from '../sealed-desk.ts';

const WRITER = join(import.meta.dirname, 'crash-writer.ts');

export interface CrashCampaign {
  kills: number;
  acknowledged: number;
  /** Everything that is not as it must be; empty after a good campaign. */
  faults: string[];
}

/** @param longestMs each desk lives for a random time up to this after it has opened the journal */
export async function crashRepeatedly(folder: string, kills: number, longestMs: number): Promise<CrashCampaign> {
  const acknowledged = new Set<string>();
  const faults: string[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    await liveAndDie(folder, Math.random() * longestMs, acknowledged, faults);
  }
  faults.push(...(await judge(folder, acknowledged)));
  return { kills, acknowledged: acknowledged.size, faults };
}

/** Some are killed before they have opened anything: opening and migrating are interrupted as well. */
async function liveAndDie(folder: string, lifeMs: number, acknowledged: Set<string>, faults: string[]): Promise<void> {
  const desk = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', WRITER, folder], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  const die = () => desk.kill('SIGKILL');
  let timer = setTimeout(die, 250 + lifeMs);
  desk.stdout.on('data', (chunk: Buffer) => {
    if (output === '') {
      clearTimeout(timer);
      timer = setTimeout(die, lifeMs);
    }
    output += chunk.toString();
  });
  desk.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => desk.once('close', resolve));
  clearTimeout(timer);
  if (code !== null) faults.push(`the desk ended by itself: ${code} ${errors.slice(0, 500)}`);
  // A last line without its end was not yet said.
  for (const line of output.split('\n').slice(0, -1)) if (line.startsWith('entry ')) acknowledged.add(line.slice('entry '.length));
}

async function judge(folder: string, acknowledged: ReadonlySet<string>): Promise<string[]> {
  const faults: string[] = [];
  const database = new SqliteDatabase(dataFiles(folder).journal);
  const integrity = String(database.pragma('integrity_check', { simple: true }));
  database.close();
  if (integrity !== 'ok') faults.push(`SQLite: ${integrity}`);
  const session = await openSession(folder, 'desk-3', manualTime(new Date().toISOString()));
  const health = await session.journal.verify();
  if (health.state !== 'intact') faults.push(`the journal is ${JSON.stringify(health)}`);
  const entries = await allEntries(session.store);
  const times = new Map<string, number>();
  for (const { id } of entries) times.set(id, (times.get(id) ?? 0) + 1);
  for (const id of acknowledged) if (times.get(id) !== 1) faults.push(`acknowledged entry ${id} is there ${times.get(id) ?? 0} times`);
  for (const [id, count] of times) if (count > 1) faults.push(`entry ${id} is there ${count} times`);
  faults.push(...(await judgeCounts(session, entries.length)));
  for (const { id, mark } of entries) {
    if (mark.state === 'delivered' && !deliveredKeys(folder).has(id)) faults.push(`mark ${id} is called delivered and is not`);
  }
  await session.kill();
  return faults;
}

async function judgeCounts({ store }: Awaited<ReturnType<typeof openSession>>, entries: number): Promise<string[]> {
  const report = await store.report({ from: '2000-01-01', to: '2999-12-31', by: 'month' });
  const counted = report.rows.reduce((sum, { count }) => sum + count, 0);
  return counted === entries ? [] : [`${counted} entries are counted of ${entries}`];
}

let keys: { folder: string; known: ReadonlySet<string> } | null = null;
function deliveredKeys(folder: string): ReadonlySet<string> {
  if (keys?.folder !== folder) {
    const file = join(folder, 'cabinet.log');
    keys = { folder, known: new Set(existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []) };
  }
  return keys.known;
}
