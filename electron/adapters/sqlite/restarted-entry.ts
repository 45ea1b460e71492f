/** The first entry of a journal begun because the file before it could not be continued: it names that file and where its chain ended. */
import { randomUUID } from 'node:crypto';
import type { CarriedMarks } from '../../../shared/domain/journal/journal-event.ts';
import type { Clock } from '../../ports/clock.ts';
import type { NewEntry } from '../../ports/journal/journal-store.ts';
import type { OpenedDatabase } from './open-journal-database.ts';

export function restartedEntry({ quarantinedAs, oldHead }: Extract<OpenedDatabase, { state: 'restarted' }>, workstation: string, clock: Clock, carried: CarriedMarks | null): NewEntry {
  return {
    id: randomUUID(),
    at: clock.now().toISOString(),
    operatorId: null,
    workstation,
    purpose: null,
    event: { kind: 'journal-restarted', quarantinedAs, previousEntries: oldHead?.sequence ?? null, previousHead: oldHead?.hash ?? null, ...(carried === null ? {} : { carried }) },
  };
}
