/** Holds what a desk that was killed left behind against everything it had acknowledged. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { dataFiles } from '../../../electron/adapters/files/data-directory.ts';
import { openSqliteJournalStore } from '../../../electron/adapters/sqlite/sqlite-journal-store.ts';
import { systemClock } from '../../../electron/adapters/system-clock.ts';
import type { JournalEntry } from '../../../shared/domain/journal/journal-entry.ts';
import { allEntries } from '../../fakes/all-entries.ts';
import { columnSealOf, type Session } from '../sealed-desk.ts';
import { collectedIn, contradictionsIn } from './crash-collector.ts';
import { cabinetOf, openCrashDesk } from './crash-desk.ts';

/**
 * Lets the desk deliver what waits, and looks at everything then.
 * @param acknowledged ids of entries the desk said were on the disk, each with a mark @returns everything that is not as it must be
 */
export async function judgeCrashes(folder: string, acknowledged: ReadonlySet<string>): Promise<string[]> {
  const faults = damageOf(dataFiles(folder).journal);
  const desk = await openCrashDesk(folder);
  const unsettled = await desk.settle();
  if (unsettled !== null) faults.push(`still undelivered: ${unsettled}`);
  const health = await desk.journal.verify();
  if (health.state !== 'intact' && health.state !== 'restarted') faults.push(`the journal is ${JSON.stringify(health)}`);
  const current = await allEntries(desk.store);
  faults.push(...countedTwice(current), ...(await judgeCounts(desk, current.length)));
  await desk.stop();
  const aside = await Promise.all(asideFiles(folder).map((name) => entriesOfAside(folder, name, faults)));
  const kept = new Set([current, ...aside].flat().map(({ id }) => id));
  for (const id of acknowledged) if (!kept.has(id)) faults.push(`acknowledged entry ${id} is nowhere`);
  return [...faults, ...judgeMarks(folder, current, acknowledged), ...judgeCopies(folder, desk.seal.signer.name, current, aside), ...judgeLink(current[0], folder)];
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

/** The cabinets keep one mark for each key, however often it comes: none may be missing there, and none called delivered that is. */
function judgeMarks(folder: string, entries: readonly JournalEntry[], acknowledged: ReadonlySet<string>): string[] {
  const cabinet = cabinetOf(folder);
  const called = entries.filter(({ id, mark }) => mark.state === 'delivered' && !cabinet.has(id)).map(({ id }) => `mark ${id} is called delivered and is not`);
  return [...called, ...[...acknowledged].filter((id) => !cabinet.has(id)).map((id) => `mark ${id} is in no cabinet`)];
}

/** The collector holds of each log what the file of that log holds, in its order and once; of the one that is written now, all of it. */
function judgeCopies(folder: string, log: string, current: readonly JournalEntry[], aside: readonly (readonly JournalEntry[])[]): string[] {
  const files = [current, ...aside].map((entries) => entries.map(({ hash }) => hash));
  const collected = collectedIn(folder);
  const faults = contradictionsIn(folder);
  for (const [name, hashes] of collected) {
    if (!files.some((file) => hashes.every((hash, index) => file[index] === hash))) faults.push(`what was copied of ${name} is in no file`);
  }
  const copied = collected.get(log)?.length ?? 0;
  return copied === current.length ? faults : [...faults, `of ${current.length} entries ${copied} were copied`];
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
