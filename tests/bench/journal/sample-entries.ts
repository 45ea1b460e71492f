/** Entries as a busy branch writes them, for measurements: mostly checks, a few operators, many citizens, years of days. */
import { createHash, randomUUID } from 'node:crypto';
import type { NewEntry } from '../../../electron/ports/journal-store.ts';
import type { JournalEvent } from '../../../shared/domain/journal-event.ts';

const FIRST_MS = Date.parse('2020-01-01T03:00:00.000Z');
/** Some 3 000 entries a day, so that ten million are nine years. */
const STEP_MS = 28_000;
const OPERATORS = 12;
const CITIZENS = 2_000_000;

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** @param index from 0 */
export function sampleEntry(index: number): NewEntry {
  return {
    id: randomUUID(),
    at: new Date(FIRST_MS + index * STEP_MS).toISOString(),
    operatorId: `operator-${index % OPERATORS}`,
    workstation: 'desk-3',
    purpose: 'identify-at-counter',
    event: sampleEvent(index),
  };
}

export const sampleSubject = (index: number): string => hashOf(`citizen ${(index * 7_919) % CITIZENS}`);
/** The newest day of a journal of so many entries, `yyyy-mm-dd`. */
export const lastDayOf = (entries: number): string => new Date(FIRST_MS + entries * STEP_MS).toISOString().slice(0, 10);

function sampleEvent(index: number): JournalEvent {
  if (index % 5 === 4) return { kind: 'cleared', outcomeId: randomUUID(), cause: 'operator' };
  if (index % 50 === 3) return { kind: 'locked', cause: 'idle' };
  return {
    kind: 'checked',
    channel: 'qr',
    source: 'camera',
    verdict: index % 997 === 0 ? 'not-valid' : 'valid',
    headline: 'access-granted',
    codes: ['access-granted'],
    documentType: 'identity_card',
    subjectHash: sampleSubject(index),
    payloadHash: hashOf(`payload ${index}`),
    documentHash: hashOf(`document ${index}`),
    accessId: randomUUID(),
    policyVersion: '2026.1',
  };
}
