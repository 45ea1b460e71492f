/** `tekser journal set-aside`: the way back to work after an altered journal was found and a supervisor decided. */
import { dataFiles } from '../../adapters/data-directory.ts';
import { lockInstance } from '../../adapters/single-instance-lock.ts';
import { restartSqliteJournalStore } from '../../adapters/sqlite/sqlite-journal-store.ts';
import { systemClock } from '../../adapters/system-clock.ts';
import type { JournalStore } from '../../ports/journal-store.ts';
import { undetermined, usageFailure } from '../command-failure.ts';
import { EXIT } from '../exit-code.ts';
import { journalSealOf, provenHealth } from '../journal-proof.ts';
import { withJournal } from '../open-journal.ts';
import { fill } from '../texts/index.ts';
import type { CommonOptions, Run } from './command.ts';

/** The altered file is moved, never changed; the first entry of the new journal says where it lies. */
export const journalSetAside: Run<CommonOptions> = async (terminal, place) => {
  const { directory, waiting } = await withJournal(place, terminal, async (store, found) => {
    await requireAltered(store, found);
    return { directory: found, waiting: (await store.counts()).waiting };
  });
  const lock = lockInstance(directory);
  if (!lock.ok) throw undetermined('desk-running');
  try {
    const file = await restart(dataFiles(directory).journal);
    terminal.answer([fill(terminal.text.journal.setAside, { file, waiting })], { file, waiting });
    return EXIT.valid;
  } finally {
    lock.value.release();
  }
};

/** Also where the last entry lies ahead of the clock: the desk waits for that moment, which may be years away. */
async function requireAltered(store: JournalStore, directory: string): Promise<void> {
  const health = await provenHealth(store, await journalSealOf(directory));
  if (health.state === 'broken') return;
  const everything = { before: null, limit: 1, from: null, to: null, kinds: [], verdict: null, operatorId: null, mark: null };
  const [last] = (await store.list(everything)).entries;
  if (last === undefined || Date.parse(last.at) <= systemClock.now().getTime()) throw usageFailure('journal-sound');
}

/** @returns the name of the file that was set aside @throws {CommandFailure} */
async function restart(file: string): Promise<string> {
  const store = restartSqliteJournalStore({ file, clock: systemClock });
  const health = store.health();
  await store.close();
  if (health.state === 'restarted') return health.quarantinedAs;
  throw undetermined('journal-unwritable', health.state === 'unwritable' ? health.reason : health.state);
}
