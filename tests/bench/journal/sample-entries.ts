/** Entries as a busy branch writes them, for measurements: of four one is a check with its mark, a few operators, many citizens, years of days. */
import { hash, randomUUID } from 'node:crypto';
import { markOfEntry } from '../../../electron/core/journal/index.ts';
import type { ViewMark } from '../../../electron/ports/checking/cabinet-log.ts';
import type { NewEntry } from '../../../electron/ports/journal/journal-store.ts';
import type { JournalEvent } from '../../../shared/domain/journal/journal-event.ts';

const FIRST_MS = Date.parse('2020-01-01T03:00:00.000Z');
/** Some 3 000 entries a day, so that ten million are nine years. */
const STEP_MS = 28_000;
const OPERATORS = 12;
const CITIZENS = 2_000_000;
const PLACE = { organisation: 'ЦОН', branch: '№ 1' };

const hashOf = (text: string): string => hash('sha256', text);

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

/** What the entry owes the cabinets; null for most. */
export const sampleMark = (entry: NewEntry): ViewMark | null => markOfEntry(entry, PLACE);

export const sampleSubject = (index: number): string => hashOf(`citizen ${(index * 7_919) % CITIZENS}`);
/** The newest day of a journal of so many entries, `yyyy-mm-dd`. */
export const lastDayOf = (entries: number): string => new Date(FIRST_MS + entries * STEP_MS).toISOString().slice(0, 10);

/** A check as it is finished: the document, a field that was uncovered, the face, and the screen cleared. */
function sampleEvent(index: number): JournalEvent {
  if (index % 50 === 3) return { kind: 'locked', cause: 'idle' };
  switch (index % 4) {
    case 1:
      return { kind: 'field-revealed', outcomeId: randomUUID(), field: 'iin' };
    case 2:
      return { kind: 'face-attested', outcomeId: randomUUID() };
    case 3:
      return { kind: 'cleared', outcomeId: randomUUID(), cause: 'operator' };
    default:
      return sampleCheck(index);
  }
}

const sampleCheck = (index: number): JournalEvent => ({
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
});
