/** An application as the tests of the machine play it: the events of its ways, and the case after them. */
import { readFile } from 'node:fs/promises';
import { advanceCase, type CaseMoment } from '../../../electron/core/issuance/index.ts';
import { type CaseEvent, type CaseReason, IssuanceCase } from '../../../shared/domain/issuance/issuance-case.ts';
import { PolicyFile, policyAt } from '../../../shared/domain/policy.ts';

const { sets } = PolicyFile.parse(JSON.parse(await readFile('resources/policy/policy.json', 'utf8')));
const opened = new Date('2026-11-22T06:00:00Z');
export const { numbers, version } = policyAt(sets, opened);
export const after = (ms: number): CaseMoment => ({ now: new Date(opened.getTime() + ms), numbers });
export const hash = (digit: string): string => digit.repeat(64);

export const fresh: IssuanceCase = {
  id: '7d4b0a52-6a52-4a3e-9d0c-0f6f3d6d7c10',
  openedAt: opened.toISOString(),
  touchedAt: opened.toISOString(),
  policyVersion: version,
  language: 'kk',
  stage: { stage: 'phone' },
  done: [],
  channel: null,
  failedAttempts: 0,
  risks: [],
};

export const PASSED = { kind: 'liveness-passed', challenges: 3, evidence: hash('a') } as const satisfies CaseEvent;
export const FAILED: CaseEvent = { kind: 'liveness-failed', evidence: null };
export const CARD: CaseEvent = { kind: 'card-captured', front: hash('b'), back: hash('c') };
export const CONFIRMED: CaseEvent = { kind: 'data-confirmed', corrected: 0 };
export const MATCH: CaseEvent = { kind: 'compared', outcome: 'match', reasons: [] };
export const mismatch = (...reasons: CaseReason[]): CaseEvent => ({ kind: 'compared', outcome: 'mismatch', reasons });
export const moderated = (operatorId: string, decision: 'approve' | 'retake' | 'refuse'): CaseEvent => ({ kind: 'moderated', operatorId, decision, reason: null });
export const TO_COMPARISON: readonly CaseEvent[] = [{ kind: 'phone-confirmed' }, PASSED, { kind: 'account-made' }, CARD, CONFIRMED];
export const TO_KEYS: readonly CaseEvent[] = [
  { kind: 'access-granted' },
  { kind: 'applied', agreementVersion: '2025-1', store: 'computer' },
  { kind: 'requests-received', requests: [hash('d'), hash('e')] },
  { kind: 'authority-issued', certificates: [hash('1'), hash('2')] },
  { kind: 'keys-installed', revokedOld: 1 },
];

/** The case after all events. @throws at the first that is refused. */
export function play(events: readonly CaseEvent[], from: IssuanceCase = fresh, moment = after(1000)): IssuanceCase {
  return events.reduce((current, event) => {
    const next = advanceCase(current, event, moment);
    if (!next.ok) throw new Error(`${event.kind} at ${current.stage.stage}: ${next.failure}`);
    return IssuanceCase.parse(next.value);
  }, from);
}
