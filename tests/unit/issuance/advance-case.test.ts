/** The application for keys as a machine: the straight way, every way around, and that nothing leads to keys past a required step. */
import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advanceCase, type CaseMoment, hasEnded, REQUIRED_STEPS } from '../../../electron/core/issuance/index.ts';
import { CaseEvent, CaseReason, IssuanceCase } from '../../../shared/domain/issuance-case.ts';
import { PolicyFile, policyAt } from '../../../shared/domain/policy.ts';

const { sets } = PolicyFile.parse(JSON.parse(await readFile('resources/policy/policy.json', 'utf8')));
const opened = new Date('2026-11-22T06:00:00Z');
const { numbers, version } = policyAt(sets, opened);
const after = (ms: number): CaseMoment => ({ now: new Date(opened.getTime() + ms), numbers });
const hash = (digit: string): string => digit.repeat(64);

const fresh: IssuanceCase = {
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

const PASSED: CaseEvent = { kind: 'liveness-passed', challenges: 3, evidence: hash('a') };
const FAILED: CaseEvent = { kind: 'liveness-failed', evidence: null };
const CARD: CaseEvent = { kind: 'card-captured', front: hash('b'), back: hash('c') };
const CONFIRMED: CaseEvent = { kind: 'data-confirmed', corrected: 0 };
const MATCH: CaseEvent = { kind: 'compared', outcome: 'match', reasons: [] };
const mismatch = (...reasons: CaseReason[]): CaseEvent => ({ kind: 'compared', outcome: 'mismatch', reasons });
const moderated = (operatorId: string, decision: 'approve' | 'retake' | 'refuse'): CaseEvent => ({ kind: 'moderated', operatorId, decision, reason: null });
const TO_COMPARISON: readonly CaseEvent[] = [{ kind: 'phone-confirmed' }, PASSED, { kind: 'account-made' }, CARD, CONFIRMED];
const TO_KEYS: readonly CaseEvent[] = [
  { kind: 'access-granted' },
  { kind: 'applied', agreementVersion: '2025-1', store: 'computer' },
  { kind: 'requests-received', requests: [hash('d'), hash('e')] },
  { kind: 'authority-issued', certificates: [hash('1'), hash('2')] },
  { kind: 'keys-installed', revokedOld: 1 },
];

/** The case after all events. @throws at the first that is refused. */
function play(events: readonly CaseEvent[], from: IssuanceCase = fresh, moment = after(1000)): IssuanceCase {
  return events.reduce((current, event) => {
    const next = advanceCase(current, event, moment);
    if (!next.ok) throw new Error(`${event.kind} at ${current.stage.stage}: ${next.failure}`);
    return IssuanceCase.parse(next.value);
  }, from);
}

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

  it('a first registration need not wait, but the number is still confirmed', () =>
    expect(play([{ kind: 'phone-registered', operatorId: 'op-1', changed: false }], unreachable).stage).toEqual({ stage: 'phone' }));
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
