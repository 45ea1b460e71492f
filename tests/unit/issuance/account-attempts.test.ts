/** What failed in the applications of one account: how long it counts, and what ends it. */
import { describe, expect, it } from 'vitest';
import { accountFailures, advanceCase } from '../../../electron/core/issuance/index.ts';
import type { IssuanceCase } from '../../../shared/domain/issuance/issuance-case.ts';
import { after, FAILED, fresh, MATCH, numbers, play, TO_COMPARISON } from './played-case.ts';

const waiting = play([{ kind: 'phone-confirmed' }]);
const failed = play([FAILED], waiting, after(0));
const lastFailedAt = after(0).now.toISOString();

describe('what counts against an account', () => {
  it('is the highest count and the newest failure, of ended applications too', () => {
    const twice = play([{ kind: 'time-passed' }, FAILED, { kind: 'withdrawn' }], failed, after(numbers.livenessBlockMs));
    expect(accountFailures([failed, twice, fresh], after(numbers.livenessBlockMs))).toEqual({
      kind: 'account-failed', failedAttempts: 2, lastFailedAt: after(numbers.livenessBlockMs).now.toISOString(),
    });
    expect(accountFailures([fresh], after(0))).toBeNull();
  });

  it('counts for as long as an application may live, and no longer', () => {
    expect(accountFailures([failed], after(numbers.issuanceCaseMaxMs - 1))).toEqual({ kind: 'account-failed', failedAttempts: 1, lastFailedAt });
    expect(accountFailures([failed], after(numbers.issuanceCaseMaxMs))).toBeNull();
  });

  it('ends with a comparison that knew the person, and a later failure counts again', () => {
    const known: IssuanceCase = { ...play([...TO_COMPARISON, MATCH]), failedAttempts: 1, lastFailedAt };
    expect(accountFailures([failed, known], after(1))).toBeNull();
    const later = play([FAILED], waiting, after(2));
    expect(accountFailures([failed, known, later], after(3))).toMatchObject({ failedAttempts: 1, lastFailedAt: later.lastFailedAt });
  });
});

describe('an application that hears of it', () => {
  const heard = (failedAttempts: number) => ({ kind: 'account-failed', failedAttempts, lastFailedAt }) as const;

  it('is blocked for what is left of the time, and not where it is over', () => {
    const until = after(numbers.livenessBlockMs).now.toISOString();
    expect(play([heard(1)], waiting, after(60_000))).toMatchObject({ stage: { stage: 'blocked', until }, failedAttempts: 1 });
    expect(play([heard(1)], waiting, after(numbers.livenessBlockMs))).toMatchObject({ stage: { stage: 'identification' }, failedAttempts: 1 });
  });

  it('goes to an operator once the attempts are used up, from a block too', () => {
    for (const from of [waiting, failed]) expect(play([heard(numbers.livenessAttempts)], from).stage).toEqual({ stage: 'operator-identification' });
  });

  it('is not told twice, and not after the person was identified', () => {
    expect(advanceCase(failed, heard(1), after(1))).toEqual({ ok: false, failure: 'not-here' });
    expect(advanceCase(play(TO_COMPARISON), heard(2), after(1))).toEqual({ ok: false, failure: 'not-here' });
  });
});
