/** The rules of decisions: one that is late, an operator who may not decide, and a match that waits for its time-stamp. */
import { describe, expect, it } from 'vitest';
import { advanceCase } from '../../../electron/core/issuance/index.ts';
import type { CaseEvent } from '../../../shared/domain/issuance/issuance-case.ts';
import { after, CARD, CONFIRMED, fresh, hash, MATCH, mismatch, moderated, numbers, play, TO_COMPARISON } from './played-case.ts';

describe('a decision that is late', () => {
  const due = numbers.moderationDueMs + 1000;
  const passed: CaseEvent = { kind: 'time-passed' };
  const waiting = play([...TO_COMPARISON, mismatch('face-differs')]);

  it('goes to the supervisors once, when its time is over and not before; the citizen waits since the same moment', () => {
    expect(advanceCase(waiting, passed, after(due - 1))).toEqual({ ok: false, failure: 'not-due' });
    const late = play([passed], waiting, after(due));
    expect(late).toEqual({ ...waiting, stage: { ...waiting.stage, escalatedAt: after(due).now.toISOString() } });
    expect(advanceCase(late, passed, after(due + 1000))).toEqual({ ok: false, failure: 'not-due' });
  });

  it('stays theirs for the second opinion, and is decided as ever', () => {
    const second = play([passed, moderated('op-1', 'approve')], waiting, after(due));
    expect(second.stage).toMatchObject({ stage: 'second-opinion', escalatedAt: after(due).now.toISOString() });
    expect(play([moderated('op-2', 'approve')], second, after(due)).stage).toEqual({ stage: 'grant' });
  });
});

describe('an operator who may not', () => {
  const barred = play([...TO_COMPARISON, mismatch('data-differ'), { kind: 'operator-barred', operatorId: 'op-1' }]);

  it('decides nothing of the case, while another one does', () => {
    expect(advanceCase(barred, moderated('op-1', 'refuse'), after(2000))).toEqual({ ok: false, failure: 'barred' });
    expect(play([moderated('op-2', 'refuse')], barred).stage).toMatchObject({ stage: 'refused' });
    const counter = play([{ kind: 'phone-confirmed' }, { kind: 'machine-too-weak', cause: 'too-weak' }, { kind: 'operator-barred', operatorId: 'op-1' }]);
    const identified = (operatorId: string): CaseEvent => ({ kind: 'identified-by-operator', operatorId, how: 'counter', evidence: hash('a') });
    expect(advanceCase(counter, identified('op-1'), after(2000))).toEqual({ ok: false, failure: 'barred' });
    expect(play([identified('op-2')], counter).stage).toEqual({ stage: 'account' });
  });

  it('stays barred when the case comes back, and is no second opinion either', () => {
    const again = play([moderated('op-2', 'retake'), CARD, CONFIRMED, mismatch('data-differ'), moderated('op-2', 'approve')], barred);
    expect(advanceCase(again, moderated('op-1', 'approve'), after(2000))).toEqual({ ok: false, failure: 'barred' });
    expect(play([moderated('op-3', 'approve')], again).stage).toEqual({ stage: 'grant' });
  });
});

describe('a match that waits for its time-stamp', () => {
  const comparing = play(TO_COMPARISON);

  it('says since when, once, and goes on with the match', () => {
    const waiting = play([{ kind: 'seal-awaited' }], comparing);
    expect(waiting).toEqual({ ...comparing, stage: { stage: 'comparison', sealAwaitedSince: after(1000).now.toISOString() } });
    expect(advanceCase(waiting, { kind: 'seal-awaited' }, after(2000))).toEqual({ ok: false, failure: 'not-here' });
    expect(play([MATCH], waiting).stage).toEqual({ stage: 'grant' });
  });

  it('is said of no other stage', () => expect(advanceCase(fresh, { kind: 'seal-awaited' }, after(0))).toEqual({ ok: false, failure: 'not-here' }));
});
