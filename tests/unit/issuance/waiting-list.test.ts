/** Who gets which case: by chance among the most urgent, never the own one, and never a second opinion after the first. */
import { describe, expect, it } from 'vitest';
import { mostUrgent, sealsAwaited, waitingList } from '../../../electron/core/issuance/index.ts';
import type { WaitingCase } from '../../../shared/domain/issuance/case-desk.ts';
import type { CaseStage, IssuanceCase } from '../../../shared/domain/issuance/issuance-case.ts';

const NOW = new Date('2026-11-22T06:00:00Z');
const LATER = '2026-11-23T06:00:00.000Z';
const id = (digit: number): string => `7d4b0a52-6a52-4a3e-9d0c-0f6f3d6d7c1${digit}`;

const at = (digit: number, stage: CaseStage): IssuanceCase => ({
  id: id(digit),
  openedAt: NOW.toISOString(),
  touchedAt: NOW.toISOString(),
  policyVersion: '2026.1',
  language: 'kk',
  stage,
  done: [],
  channel: null,
  failedAttempts: 0,
  risks: [],
});
const moderation = (digit: number, priority: 'normal' | 'high' = 'normal', dueAt = LATER) => at(digit, { stage: 'moderation', priority, dueAt, reasons: [] });
const list = (cases: IssuanceCase[], holds: { caseId: string; operatorId: string }[] = [], elsewhere: string[] = []): WaitingCase[] =>
  waitingList(cases, holds.map((hold) => ({ ...hold, since: NOW.toISOString() })), { operatorId: 'op-1', elsewhere: new Set(elsewhere) });
const urgent = (waiting: WaitingCase[]): string[] => mostUrgent(waiting, NOW).map(({ caseId }) => caseId);

describe('the list', () => {
  it('holds only who waits for a person', () => {
    expect(list([at(1, { stage: 'phone' }), at(2, { stage: 'comparison' }), at(3, { stage: 'operator-identification' }), moderation(4)]).map(({ kind }) => kind)).toEqual([
      'operator-identification',
      'moderation',
    ]);
  });

  it('says whose hands a case is in, without a name', () => {
    const second = at(4, { stage: 'second-opinion', firstOperator: 'op-1', dueAt: LATER, reasons: [] });
    const held = list([moderation(1), moderation(2), moderation(3), second], [{ caseId: id(2), operatorId: 'op-1' }, { caseId: id(3), operatorId: 'op-2' }]);
    expect(held.map((row) => row.held)).toEqual(['free', 'mine', 'by-another', 'not-for-you']);
    const known = list([{ ...moderation(1), barred: ['op-1'] }, { ...moderation(2), barred: ['op-2'] }]);
    expect(known.map((row) => row.held)).toEqual(['not-for-you', 'free']);
  });
});

describe('the next one', () => {
  it('is drawn from the most urgent: late before high before the rest', () => {
    const late = moderation(3, 'normal', '2026-11-22T05:59:00.000Z');
    const all = list([moderation(1), moderation(2, 'high'), late]);
    expect(urgent(all)).toEqual([id(3)]);
    expect(urgent(all.slice(0, 2))).toEqual([id(2)]);
  });

  it('is any of the equally urgent', () => expect(urgent(list([moderation(1), moderation(2), moderation(3)]))).toEqual([id(1), id(2), id(3)]));

  it('is never one of another, here or at another workstation, nor one who waits for a call', () => {
    const others = list([moderation(1), at(2, { stage: 'phone-registration' }), moderation(3)], [{ caseId: id(1), operatorId: 'op-2' }], [id(3)]);
    expect(others.map(({ held }) => held)).toEqual(['by-another', 'free', 'by-another']);
    expect(urgent(others)).toEqual([]);
    expect(urgent(list([moderation(1)]))).toEqual([id(1)]);
  });
});

describe('what waits for its signature', () => {
  it('is counted from the first of them, and only where a match was found', () => {
    const comparing = at(1, { stage: 'comparison' });
    expect(sealsAwaited([comparing, moderation(2)])).toBeNull();
    const [late, early] = [at(3, { stage: 'comparison', sealAwaitedSince: LATER }), at(4, { stage: 'comparison', sealAwaitedSince: NOW.toISOString() })];
    expect(sealsAwaited([comparing, late, early])).toEqual({ count: 2, since: NOW.toISOString() });
  });
});
