/** The application for keys as a machine: the straight way, every way around, and that nothing leads to keys past a required step. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advanceCase, hasEnded, REQUIRED_STEPS } from '../../../electron/core/issuance/index.ts';
import { CaseEvent, CaseReason, IssuanceCase } from '../../../shared/domain/issuance/issuance-case.ts';
import { after, CARD, CONFIRMED, FAILED, fresh, hash, MATCH, mismatch, moderated, numbers, PASSED, play, TO_COMPARISON, TO_KEYS } from './played-case.ts';

describe('the straight way', () => {
  it('ends with certificates and every step done', () => {
    const done = play([...TO_COMPARISON, MATCH, ...TO_KEYS]);
    expect(done.stage).toEqual({ stage: 'issued', certificates: [hash('1'), hash('2')], revokedOld: 1 });
    expect(done).toMatchObject({ channel: 'digital-id', done: REQUIRED_STEPS });
    expect(advanceCase(done, { kind: 'withdrawn' }, after(2000))).toEqual({ ok: false, failure: 'not-here' });
  });

  it('needs as many challenges as the policy says', () => {
    const waiting = play([{ kind: 'phone-confirmed' }]);
    expect(advanceCase(waiting, { ...PASSED, challenges: 2 }, after(0))).toEqual({ ok: false, failure: 'too-few-challenges' });
    expect(play([PASSED], waiting).stage).toEqual({ stage: 'account' });
  });
});

describe('identification that fails', () => {
  const failOnce = (current: IssuanceCase, round: number): IssuanceCase => {
    const moment = after(round * (numbers.livenessBlockMs + 1));
    const freed = current.stage.stage === 'blocked' ? play([{ kind: 'time-passed' }], current, moment) : current;
    return play([FAILED], freed, moment);
  };

  it('blocks for fifteen minutes and not a moment less', () => {
    const blocked = play([FAILED], play([{ kind: 'phone-confirmed' }]), after(0));
    expect(blocked.stage).toEqual({ stage: 'blocked', until: after(numbers.livenessBlockMs).now.toISOString() });
    expect(advanceCase(blocked, { kind: 'time-passed' }, after(numbers.livenessBlockMs - 1))).toEqual({ ok: false, failure: 'not-due' });
    expect(advanceCase(blocked, PASSED, after(1))).toEqual({ ok: false, failure: 'not-here' });
    expect(play([{ kind: 'time-passed' }], blocked, after(numbers.livenessBlockMs)).stage).toEqual({ stage: 'identification' });
  });

  it('goes to an operator with the fifth failure, and the channel says so', () => {
    const started = play([{ kind: 'phone-confirmed' }]);
    const fifth = [0, 1, 2, 3, 4].reduce(failOnce, started);
    expect(fifth).toMatchObject({ stage: { stage: 'operator-identification' }, failedAttempts: 5 });
    const seen = play([{ kind: 'identified-by-operator', operatorId: 'op-1', how: 'video-call', evidence: hash('f') }], fifth);
    expect(seen).toMatchObject({ stage: { stage: 'account' }, channel: 'video-call' });
  });

  it('lets no operator identify before that', () => {
    const event: CaseEvent = { kind: 'identified-by-operator', operatorId: 'op-1', how: 'counter', evidence: hash('f') };
    expect(advanceCase(play([{ kind: 'phone-confirmed' }]), event, after(0))).toEqual({ ok: false, failure: 'not-here' });
  });
});

describe('comparison', () => {
  const inQueue = (event: CaseEvent): IssuanceCase => play([...TO_COMPARISON, event]);

  it('a doubt is passed by one operator', () => {
    const doubted = inQueue({ kind: 'compared', outcome: 'moderation', reasons: ['face-unclear'] });
    expect(doubted.stage).toMatchObject({ stage: 'moderation', priority: 'normal' });
    expect(play([moderated('op-1', 'approve')], doubted).stage).toEqual({ stage: 'grant' });
  });

  it('a mismatch needs two, and the second is another person', () => {
    const first = play([moderated('op-1', 'approve')], inQueue(mismatch('face-differs')));
    expect(first.stage).toMatchObject({ stage: 'second-opinion', firstOperator: 'op-1' });
    expect(advanceCase(first, moderated('op-1', 'approve'), after(0))).toEqual({ ok: false, failure: 'same-operator' });
    expect(play([moderated('op-2', 'approve')], first).stage).toEqual({ stage: 'grant' });
  });

  it('that no machine made needs two, however little speaks against it', () => {
    const human = inQueue({ kind: 'compared', outcome: 'moderation', reasons: ['machine-unavailable'] });
    expect(human.stage).toMatchObject({ stage: 'moderation', priority: 'normal' });
    const first = play([moderated('op-1', 'approve')], human);
    expect(first.stage).toMatchObject({ stage: 'second-opinion', firstOperator: 'op-1' });
    expect(play([moderated('op-2', 'approve')], first).stage).toEqual({ stage: 'grant' });
  });

  it('death or coercion is passed by nobody', () => {
    const dead = inQueue(mismatch('person-deceased'));
    expect(advanceCase(dead, moderated('op-1', 'approve'), after(0))).toEqual({ ok: false, failure: 'not-here' });
    expect(play([moderated('op-1', 'refuse')], dead).stage).toEqual({ stage: 'refused', by: 'operator', reason: 'person-deceased' });
  });

  it('a doubted face is identified again, a doubted card only photographed again', () => {
    expect(play([moderated('op-1', 'retake')], inQueue(mismatch('face-differs')))).toMatchObject({ stage: { stage: 'identification' }, channel: null });
    const card = play([moderated('op-1', 'retake')], inQueue(mismatch('card-unreadable')));
    expect(card).toMatchObject({ stage: { stage: 'card' }, done: ['phone', 'identification', 'account'] });
    expect(play([CARD, CONFIRMED, MATCH, ...TO_KEYS], card).stage.stage).toBe('issued');
  });
});

describe('a changed number', () => {
  const unreachable = play([{ kind: 'phone-unreachable' }]);

  it('followed at once by keys waits a day and leaves a sign of risk', () => {
    const changed = play([{ kind: 'phone-registered', operatorId: 'op-1', changed: true }], unreachable, after(0));
    expect(changed).toMatchObject({ stage: { stage: 'cooling-off' }, risks: ['phone-changed-recently'] });
    expect(advanceCase(changed, { kind: 'phone-confirmed' }, after(1))).toEqual({ ok: false, failure: 'not-here' });
    expect(play([{ kind: 'time-passed' }], changed, after(numbers.phoneChangeCoolingMs)).stage).toEqual({ stage: 'phone' });
  });

  it('by another application or by none is waited for just as long when keys are asked for', () => {
    const changedAt = after(0).now.toISOString();
    const confirmed: CaseEvent = { kind: 'phone-confirmed', changedAt };
    const early = play([confirmed], fresh, after(numbers.phoneChangeCoolingMs - 1));
    expect(early).toMatchObject({ stage: { stage: 'cooling-off', until: after(numbers.phoneChangeCoolingMs).now.toISOString() }, risks: ['phone-changed-recently'], done: [] });
    const asked = play([{ kind: 'time-passed' }], early, after(numbers.phoneChangeCoolingMs));
    expect(play([confirmed], asked, after(numbers.phoneChangeCoolingMs)).stage).toEqual({ stage: 'identification' });
  });

  it('a first registration need not wait, but the number is still confirmed', () =>
    expect(play([{ kind: 'phone-registered', operatorId: 'op-1', changed: false }], unreachable).stage).toEqual({ stage: 'phone' }));
});

describe('a number alone', () => {
  const asked: IssuanceCase = { ...fresh, aim: 'phone', stage: { stage: 'phone-registration' } };
  const registered = (changed: boolean): CaseEvent => ({ kind: 'phone-registered', operatorId: 'op-1', changed });

  it('ends when it is registered, and says from when keys can be had with it', () => {
    expect(play([registered(true)], asked, after(0)).stage).toEqual({ stage: 'registered', coolsUntil: after(numbers.phoneChangeCoolingMs).now.toISOString() });
    const first = play([registered(false)], asked);
    expect(first.stage).toEqual({ stage: 'registered', coolsUntil: null });
    expect(hasEnded(first)).toBe(true);
  });

  it('is refused by the operator, withdrawn by the citizen, over in time', () => {
    expect(play([{ kind: 'refused-by-operator', operatorId: 'op-1', reason: 'coercion-suspected' }], asked).stage).toMatchObject({ stage: 'refused', by: 'operator' });
    expect(play([{ kind: 'withdrawn' }], asked).stage).toEqual({ stage: 'withdrawn' });
    expect(play([{ kind: 'time-passed' }], asked, after(numbers.issuanceCaseMaxMs)).stage).toEqual({ stage: 'expired' });
  });

  it('never leads to keys', () => {
    const event = fc.constantFrom<CaseEvent>(...TO_COMPARISON, MATCH, ...TO_KEYS, registered(true), { kind: 'time-passed' }, { kind: 'phone-unreachable' });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        const end = events.reduce((current, each) => {
          const next = advanceCase(current, each, after(1));
          return next.ok ? next.value : current;
        }, asked);
        expect(['phone-registration', 'registered']).toContain(end.stage.stage);
        expect(end.done).toEqual([]);
      }),
    );
  });
});

describe('whatever happens in whatever order', () => {
  const hex = fc.constantFrom(hash('a'), hash('b'));
  const operatorId = fc.constantFrom('op-1', 'op-2');
  const reasons = fc.subarray([...CaseReason.options], { maxLength: 2 });
  const anything: fc.Arbitrary<CaseEvent> = fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom<CaseEvent>(...TO_COMPARISON, MATCH, ...TO_KEYS) },
    { weight: 1, arbitrary: fc.constantFrom<CaseEvent>({ kind: 'machine-too-weak', cause: 'too-weak' }, { kind: 'time-passed' }, { kind: 'phone-unreachable' }, { kind: 'authority-refused' }, FAILED) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('liveness-passed' as const), challenges: fc.nat({ max: 5 }), evidence: hex }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('phone-registered' as const), operatorId, changed: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('compared' as const), outcome: fc.constantFrom('match', 'moderation', 'mismatch'), reasons }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('moderated' as const), operatorId, decision: fc.constantFrom('approve', 'retake', 'refuse'), reason: fc.constant(null) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('identified-by-operator' as const), operatorId, how: fc.constantFrom('video-call', 'counter'), evidence: hex }) },
  );
  const times = fc.array(fc.tuple(anything, fc.nat({ max: 600_000 })), { minLength: 150, maxLength: 400 });

  it('keys are made only after every required step, an identification and a comparison', () => {
    let issued = 0;
    fc.assert(
      fc.property(times, (happenings) => {
        let current = fresh;
        let clock = 0;
        for (const [event, pause] of happenings) {
          clock += pause;
          const next = advanceCase(current, event, after(clock));
          if (!next.ok) continue;
          expect(hasEnded(current)).toBe(false);
          current = IssuanceCase.parse(next.value);
          if (['decision', 'installation', 'issued'].includes(current.stage.stage)) {
            expect([...current.done].toSorted()).toEqual([...REQUIRED_STEPS].toSorted());
            expect(current.channel).not.toBeNull();
          }
        }
        if (current.stage.stage === 'issued') issued += 1;
      }),
      { numRuns: 150 },
    );
    expect(issued).toBeGreaterThan(0);
  });

  it('nobody gets past the comparison but by a match, by one operator over a doubt, or by two over a mismatch or where no machine compared', () => {
    const ways = { match: 0, one: 0, two: 0 };
    // Nothing but the way there, comparisons and answers: every way past them is then met many times.
    const decided = fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom<CaseEvent>(...TO_COMPARISON) },
      { weight: 3, arbitrary: fc.record({ kind: fc.constant('compared' as const), outcome: fc.constantFrom('match', 'moderation', 'mismatch'), reasons }) },
      { weight: 6, arbitrary: fc.record({ kind: fc.constant('moderated' as const), operatorId, decision: fc.constantFrom('approve', 'approve', 'retake', 'refuse'), reason: fc.constant(null) }) },
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(decided, fc.nat({ max: 600_000 })), { minLength: 100, maxLength: 200 }), (happenings) => {
        let current = fresh;
        let clock = 0;
        let found: Extract<CaseEvent, { kind: 'compared' }> | null = null;
        let approved: string[] = [];
        for (const [event, pause] of happenings) {
          clock += pause;
          const next = advanceCase(current, event, after(clock));
          if (!next.ok) continue;
          if (event.kind === 'compared') [found, approved] = [event, []];
          if (event.kind === 'moderated' && event.decision === 'approve') approved.push(event.operatorId);
          current = next.value;
          if (current.stage.stage !== 'grant') continue;
          const { outcome, reasons: seen } = found!;
          const way = outcome === 'match' && seen.length === 0 ? 'match' : outcome === 'mismatch' || seen.includes('machine-unavailable') ? 'two' : 'one';
          ways[way] += 1;
          expect(new Set(approved).size).toBe({ match: 0, one: 1, two: 2 }[way]);
          expect(way !== 'match' && (seen.includes('person-deceased') || seen.includes('coercion-suspected'))).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
    expect(Math.min(...Object.values(ways))).toBeGreaterThan(0);
  });

  it('an application nobody finishes ends by itself', () =>
    expect(play([{ kind: 'time-passed' }], fresh, after(numbers.issuanceCaseMaxMs)).stage).toEqual({ stage: 'expired' }));

  it('no event carries what only the citizen may know', () => {
    const names = CaseEvent.options.flatMap((option) => Object.keys(option.shape));
    expect(names.filter((name) => /password|pin|code|otp|secret/i.test(name))).toEqual([]);
  });
});
