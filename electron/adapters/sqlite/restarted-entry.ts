/** The first entry of a journal begun because the file before it could not be continued: it names that file and where its chain ended. */
import { randomUUID } from 'node:crypto';
import type { Clock } from '../../ports/clock.ts';
import type { NewEntry } from '../../ports/journal-store.ts';
import type { OpenedDatabase } from './open-journal-database.ts';

export function restartedEntry({ quarantinedAs, oldHead }: Extract<OpenedDatabase, { state: 'restarted' }>, workstation: string, clock: Clock): NewEntry {
  return {
    id: randomUUID(),
    at: clock.now().toISOString(),
    operatorId: null,
    workstation,
    purpose: null,
    event: { kind: 'journal-restarted', quarantinedAs, previousEntries: oldHead?.sequence ?? null, previousHead: oldHead?.hash ?? null },
  };
}
