/** Who gets which case: by chance among the most urgent, never the own one, and never a second opinion after the first. */
import { describe, expect, it } from 'vitest';
import { chooseNext, waitingList } from '../../../electron/core/issuance/index.ts';
import type { WaitingCase } from '../../../shared/domain/case-desk.ts';
import type { CaseStage, IssuanceCase } from '../../../shared/domain/issuance-case.ts';

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
const list = (cases: IssuanceCase[], holds: { caseId: string; operatorId: string }[] = [], own: string[] = []): WaitingCase[] =>
  waitingList(cases, holds.map((hold) => ({ ...hold, since: NOW.toISOString() })), { operatorId: 'op-1', own: new Set(own) });

describe('the list', () => {
  it('holds only who waits for a person', () => {
    expect(list([at(1, { stage: 'phone' }), at(2, { stage: 'comparison' }), at(3, { stage: 'operator-identification' }), moderation(4)]).map(({ kind }) => kind)).toEqual([
      'operator-identification',
      'moderation',
    ]);
  });

  it('says whose hands a case is in, without a name', () => {
    const second = at(4, { stage: 'second-opinion', firstOperator: 'op-1', dueAt: LATER, reasons: [] });
    const held = list([moderation(1), moderation(2), moderation(3), second], [{ caseId: id(2), operatorId: 'op-1' }, { caseId: id(3), operatorId: 'op-2' }], []);
    expect(held.map((row) => row.held)).toEqual(['free', 'mine', 'by-another', 'not-for-you']);
    expect(list([moderation(1)], [], [id(1)])[0]?.held).toBe('not-for-you');
  });
});

describe('the next one', () => {
  it('is drawn from the most urgent: late before high before the rest', () => {
    const late = moderation(3, 'normal', '2026-11-22T05:59:00.000Z');
    const all = list([moderation(1), moderation(2, 'high'), late]);
    expect(chooseNext(all, NOW, () => 0)?.caseId).toBe(id(3));
    expect(chooseNext(all.slice(0, 2), NOW, () => 0)?.caseId).toBe(id(2));
  });

  it('is any of the equally urgent, as the draw falls', () => {
    const all = list([moderation(1), moderation(2), moderation(3)]);
    expect([0, 1, 2].map((draw) => chooseNext(all, NOW, (limit) => (expect(limit).toBe(3), draw))?.caseId)).toEqual([id(1), id(2), id(3)]);
  });

  it('is never one of another, nor one who waits for a call', () => {
    const others = list([moderation(1), at(2, { stage: 'phone-registration' })], [{ caseId: id(1), operatorId: 'op-2' }]);
    expect(chooseNext(others, NOW, () => 0)).toBeNull();
    expect(chooseNext(list([moderation(1)]), NOW, () => 0)?.caseId).toBe(id(1));
  });
});
