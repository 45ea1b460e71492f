/** A journal on a disk with its key and head as the shells keep them, for tests that attack the files between two sessions. */
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { dataFiles, sealedFiles } from '../../electron/adapters/files/data-directory.ts';
import { openKeyFileSecretBox } from '../../electron/adapters/sealed/key-file-secret-box.ts';
import { loadJournalSeal } from '../../electron/adapters/sealed/sealed-journal-seal.ts';
import { aesColumnSeal } from '../../electron/adapters/sealed/aes-column-seal.ts';
import { loadSealedKey } from '../../electron/adapters/sealed/sealed-key.ts';
import { openSqliteJournalStore } from '../../electron/adapters/sqlite/sqlite-journal-store.ts';
import { createJournal, EMPTY_CHAIN, hashOfTail, type Journal, type JournalSeal, linkEntry } from '../../electron/core/journal/index.ts';
import type { JournalStore, NewEntry } from '../../electron/ports/journal/journal-store.ts';
import type { CabinetLog } from '../../electron/ports/checking/cabinet-log.ts';
import type { Witness } from '../../electron/ports/journal/witness.ts';
import type { JournalEvent } from '../../shared/domain/journal/journal-event.ts';
import type { Policy } from '../../shared/domain/policy.ts';
import { allEntries } from '../fakes/all-entries.ts';
import { portableHasher } from '../fakes/portable-hasher.ts';
import { manualTime } from '../fakes/manual-time.ts';

const nothing = () => {};
const AWAY: CabinetLog = { leaveMarks: async () => ({ ok: false, failure: { code: 'service-unreachable', detail: null } }) };

/** A check that leaves a mark. */
export const CHECKED = {
  kind: 'checked',
  channel: 'qr',
  source: 'camera',
  verdict: 'valid',
  headline: 'access-granted',
  codes: ['access-granted'],
  documentType: 'identity_card',
  subjectHash: 'a'.repeat(64),
  payloadHash: 'b'.repeat(64),
  documentHash: null,
  accessId: 'access-1',
  policyVersion: '2026.1',
} as const satisfies JournalEvent;

export interface Session {
  journal: Journal;
  store: JournalStore;
  seal: JournalSeal;
  time: ReturnType<typeof manualTime>;
  record(count?: number): Promise<void>;
  /** A check under this id, with its mark. */
  recordAs(id: string): Promise<void>;
  stop(): Promise<void>;
  /** As a power cut: no last checkpoint. */
  kill(): Promise<void>;
}

/** The workstation's name under its journal, as the shells keep it. */
export async function sealOf(directory: string, workstation: string) {
  const box = await openKeyFileSecretBox(dataFiles(directory).secretKey);
  return loadJournalSeal(sealedFiles(directory, box.backend), box, `tekser/100000000000/branch/${workstation}`);
}

/** Whom the desk talks to; nobody where nothing is said. */
export interface Outside {
  witness?: Witness;
  cabinets?: CabinetLog;
}

export async function openSession(directory: string, workstation = 'desk-3', time = manualTime(), { witness, cabinets = AWAY }: Outside = {}): Promise<Session> {
  const files = dataFiles(directory);
  const seal = await sealOf(directory, workstation);
  const store = openSqliteJournalStore({ file: files.journal, clock: time.clock, seal: await columnSealOf(directory) });
  const journal = createJournal({
    store,
    seal,
    witness: witness ?? null,
    cabinets,
    clock: time.clock,
    timers: time.timers,
    logger: { note: nothing, fault: () => 'REF' },
    workstation,
    publisher: { journal: { appended: nothing, markChanged: nothing } },
    subjectKey: new Uint8Array(32).fill(1),
    policy: () => ({ numbers: { markRetryMs: 1_000, markRetryMaxMs: 60_000, journalFreeBytes: 1_000, journalKeptDays: 1_826 } as Policy['numbers'] }),
    randomId: () => crypto.randomUUID(),
  });
  await journal.start();
  return {
    journal,
    store,
    seal,
    time,
    async record(count = 1) {
      for (let done = 0; done < count; done += 1) await journal.record({ kind: 'unlocked' }, { operatorId: 'operator-1', purpose: null });
    },
    async recordAs(id) {
      const purpose = 'identify-at-counter';
      const mark = { accessId: CHECKED.accessId, documentType: CHECKED.documentType, purposeId: purpose, operatorId: 'operator-1', organisation: 'ЦОН', branch: '№ 1', verdict: CHECKED.verdict };
      await journal.record(CHECKED, { operatorId: 'operator-1', purpose, id, mark });
    },
    async stop() {
      await journal.stop();
      await store.close();
    },
    kill: () => store.close(),
  };
}

/** One shift: so many entries, and a checkpoint at its end. */
export async function shift(directory: string, entries: number, workstation?: string): Promise<void> {
  const session = await openSession(directory, workstation);
  await session.record(entries);
  await session.stop();
}

/** As a person with the file and a database tool, for whom triggers are no obstacle. */
export function edit(directory: string, change: (database: SqliteDatabase.Database) => void): void {
  const database = new SqliteDatabase(dataFiles(directory).journal);
  database.exec('DROP TRIGGER IF EXISTS entries_are_final; DROP TRIGGER IF EXISTS entries_stay; DROP TRIGGER IF EXISTS checkpoints_are_final; DROP TRIGGER IF EXISTS checkpoints_stay;');
  database.pragma('foreign_keys = OFF');
  change(database);
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
}

/** The key of the columns as the desk keeps it. */
export async function columnSealOf(directory: string) {
  return aesColumnSeal(await loadSealedKey(dataFiles(directory).columnKey, await openKeyFileSecretBox(dataFiles(directory).secretKey)));
}

/** Writes every entry anew as `change` wants it, with right numbers, links, seals and hashes: who knows the rule and has the keys can do that. */
export async function writeAnew(directory: string, change: (entries: NewEntry[]) => NewEntry[], { resign = false } = {}): Promise<void> {
  const seal = await columnSealOf(directory);
  const store = openSqliteJournalStore({ file: dataFiles(directory).journal, clock: manualTime().clock, seal });
  const entries = (await allEntries(store)).map(({ id, at, operatorId, workstation, purpose, event }): NewEntry => ({ id, at, operatorId, workstation, purpose, event }));
  await store.close();
  edit(directory, (database) => {
    database.exec('DELETE FROM entries; DELETE FROM tree_nodes');
    const insert = database.prepare('INSERT INTO entries (sequence, form, at, kind, verdict, who, about, rest, hash) VALUES (@sequence, 2, @at, @kind, @verdict, @who, @about, @rest, @hash)');
    let head = EMPTY_CHAIN;
    for (const entry of change(entries)) {
      const { columns, tail } = linkEntry(entry, { ...head, at: null }, seal);
      const hash = hashOfTail(tail, head.hash, portableHasher);
      insert.run({ ...columns, hash });
      head = { sequence: columns.sequence, hash, at: columns.at };
    }
    if (resign) database.exec('DROP TRIGGER cosigned_stay; DELETE FROM checkpoints; DELETE FROM cosigned');
  });
  if (resign) await signAgain(directory);
}

/** A checkpoint over what is there now, in the file and outside it, as if nothing else had ever been signed. */
async function signAgain(directory: string): Promise<void> {
  rmSync(dataFiles(directory).journalHead);
  const session = await openSession(directory);
  await session.stop();
}

/** What an administrator's backup holds of a journal that is not running. */
export function copyJournal(from: string, to: string): void {
  copyFileSync(join(from, 'journal.sqlite'), to);
}
