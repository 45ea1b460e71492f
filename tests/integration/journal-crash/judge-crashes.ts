/** Holds what a desk that was killed left behind against everything it had acknowledged. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { dataFiles } from '../../../electron/adapters/data-directory.ts';
import { openSqliteJournalStore } from '../../../electron/adapters/sqlite/sqlite-journal-store.ts';
import { systemClock } from '../../../electron/adapters/system-clock.ts';
import type { JournalEntry } from '../../../shared/domain/journal-entry.ts';
import { allEntries } from '../../fakes/all-entries.ts';
import { manualTime } from '../../fakes/manual-time.ts';
import { columnSealOf, openSession, type Session } from '../sealed-desk.ts';

/** @param acknowledged ids of entries the desk said were on the disk @returns everything that is not as it must be */
export async function judgeCrashes(folder: string, acknowledged: ReadonlySet<string>): Promise<string[]> {
  const faults = damageOf(dataFiles(folder).journal);
  const session = await openSession(folder, 'desk-3', manualTime(new Date().toISOString()));
  const standing = session.journal.health();
  const readOnly = standing.state === 'broken' && (standing.reason === 'head-lost' || standing.reason === 'rolled-back');
  const health = readOnly ? await session.store.verify([]) : await session.journal.verify();
  if (health.state !== 'intact' && health.state !== 'restarted') faults.push(`the journal is ${JSON.stringify(health)}`);
  const current = await allEntries(session.store);
  faults.push(...countedTwice(current), ...(await judgeCounts(session, current.length)), ...judgeMarks(folder, current));
  await session.kill();
  const aside = await Promise.all(asideFiles(folder).map((name) => entriesOfAside(folder, name, faults)));
  const kept = new Set([current, ...aside].flat().map(({ id }) => id));
  for (const id of acknowledged) if (!kept.has(id)) faults.push(`acknowledged entry ${id} is nowhere`);
  return [...faults, ...judgeLink(current[0], folder)];
}

const asideFiles = (folder: string): string[] => readdirSync(folder).filter((name) => /^journal-(?:altered|damaged)-\w+\.sqlite$/.test(name));

function damageOf(file: string): string[] {
  const database = new SqliteDatabase(file);
  const integrity = String(database.pragma('integrity_check', { simple: true }));
  database.close();
  return integrity === 'ok' ? [] : [`SQLite: ${integrity}`];
}

/** A file set aside was sound: only its place was taken. */
async function entriesOfAside(folder: string, name: string, faults: string[]): Promise<JournalEntry[]> {
  const store = openSqliteJournalStore({ file: join(folder, name), clock: systemClock, seal: await columnSealOf(folder) });
  const health = await store.verify([]);
  if (health.state !== 'intact') faults.push(`${name} is ${JSON.stringify(health)}`);
  const entries = await allEntries(store);
  await store.close();
  return entries;
}

function countedTwice(entries: readonly JournalEntry[]): string[] {
  const times = new Map<string, number>();
  for (const { id } of entries) times.set(id, (times.get(id) ?? 0) + 1);
  return [...times].filter(([, count]) => count > 1).map(([id, count]) => `entry ${id} is there ${count} times`);
}

async function judgeCounts({ store }: Session, entries: number): Promise<string[]> {
  const report = await store.report({ from: '2000-01-01', to: '2999-12-31', by: 'month' });
  const counted = report.rows.reduce((sum, { count }) => sum + count, 0);
  return counted === entries ? [] : [`${counted} entries are counted of ${entries}`];
}

/** The cabinets keep one mark for each key, however often it comes: what is called delivered must be among them. */
function judgeMarks(folder: string, entries: readonly JournalEntry[]): string[] {
  const file = join(folder, 'cabinet.log');
  const cabinet = new Set(existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []);
  return entries.filter(({ id, mark }) => mark.state === 'delivered' && !cabinet.has(id)).map(({ id }) => `mark ${id} is called delivered and is not`);
}

/** A journal begun anew says which file it continues, and where that one ends. */
function judgeLink(first: JournalEntry | undefined, folder: string): string[] {
  if (first?.event.kind !== 'journal-restarted') return [];
  const { quarantinedAs, previousEntries, previousHead } = first.event;
  const database = new SqliteDatabase(join(folder, quarantinedAs), { readonly: true });
  const last = database.prepare<[], { sequence: number; hash: string }>('SELECT sequence, hash FROM entries ORDER BY sequence DESC LIMIT 1').get();
  database.close();
  const linked = last === undefined ? previousHead === null : last.sequence === previousEntries && last.hash === previousHead;
  return linked ? [] : [`the journal begun anew does not continue ${quarantinedAs}`];
}
