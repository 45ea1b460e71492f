/** What an operator may answer in a call, and that nothing is passed but a passed script. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advanceCall, type CallHappening, stepInHand, whyNotPassed } from '../../../../electron/core/identification/call/advance-call.ts';
import { standingOf } from '../../../../electron/core/identification/call/call-view.ts';
import { after, AT, begun, HASH, passedUpTo, passing } from './session-bench.ts';

const PASS: CallHappening = { kind: 'passed' };
const RECORDED: CallHappening = { kind: 'recorded' };

test.each(['operator-identification', 'phone-registration'] as const)('%s: the whole script passed and recorded may be passed', (kind) => {
  const done = after(passedUpTo(begun(kind)), RECORDED);
  expect(standingOf(done)).toStrictEqual({ state: 'may-pass' });
  expect(after(done, PASS).ended).toStrictEqual({ outcome: 'passed', code: null, at: AT });
});

describe('is not passed', () => {
  test('one step before the end, whatever the operator thinks', () => {
    const last = begun().steps.at(-1)!.step.id;
    expect(advanceCall(after(passedUpTo(begun(), last), RECORDED), PASS, AT)).toStrictEqual({ ok: false, failure: 'script-not-passed' });
  });

  test('without a recording', () => {
    expect(advanceCall(passedUpTo(begun()), PASS, AT)).toStrictEqual({ ok: false, failure: 'no-recording' });
  });

  test('after a silent alarm, which the screen does not show', () => {
    const alarmed = after(passedUpTo(begun()), RECORDED, { kind: 'alarmed' });
    expect(standingOf(alarmed)).toStrictEqual({ state: 'may-pass' });
    expect(advanceCall(alarmed, PASS, AT)).toStrictEqual({ ok: false, failure: 'alarm-raised' });
  });

  test('once it has ended', () => {
    const ended = after(passedUpTo(begun()), RECORDED, { kind: 'lost' });
    expect(advanceCall(ended, PASS, AT)).toStrictEqual({ ok: false, failure: 'no-such-call' });
  });
});

test('a step is answered in its turn only, and with an answer of the script', () => {
  const session = begun();
  const [first, second] = session.steps;
  const right = { kind: 'answered', step: first!.step.id, answer: 'equal' } as const;
  expect(advanceCall(session, { ...right, step: second!.step.id }, AT)).toStrictEqual({ ok: false, failure: 'not-this-step' });
  expect(advanceCall(session, { ...right, answer: 'looks-fine' }, AT)).toStrictEqual({ ok: false, failure: 'no-such-answer' });
  expect(after(session, right).steps[0]!.passed).toStrictEqual({ answer: 'equal', at: AT });
});

test('a still passes with its picture alone; a bad one is taken anew', () => {
  const atFront = passedUpTo(begun(), 'card-front');
  const good = { kind: 'answered', step: 'card-front', answer: 'good' } as const;
  expect(advanceCall(atFront, good, AT)).toStrictEqual({ ok: false, failure: 'no-picture' });
  const taken = after(atFront, { kind: 'still-kept', step: 'card-front', sha256: HASH });
  expect(after(taken, good).steps.find(({ step }) => step.id === 'card-front')).toMatchObject({ still: HASH, passed: { answer: 'good' } });
  const again = after(taken, { ...good, answer: 'bad' });
  expect(advanceCall(again, good, AT)).toStrictEqual({ ok: false, failure: 'no-picture' });
});

test('what the citizen types is passed by the registration alone, never by the operator', () => {
  const atCode = passedUpTo(begun('phone-registration'), 'phone-code');
  expect(advanceCall(atCode, { kind: 'answered', step: 'phone-code', answer: 'seen' }, AT)).toStrictEqual({ ok: false, failure: 'no-such-answer' });
  expect(after(atCode, { kind: 'phone-proven', changed: true })).toMatchObject({ phoneChanged: true });
  expect(advanceCall(begun('phone-registration'), { kind: 'phone-proven', changed: true }, AT)).toStrictEqual({ ok: false, failure: 'not-this-step' });
});

test('an answer under pressure fails at once; the call can only be broken off', () => {
  const asked = passedUpTo(begun(), begun().steps[1]!.step.id);
  const failed = after(asked, { kind: 'answered', step: stepInHand(asked)!.step.id, answer: 'yes' });
  expect(standingOf(failed)).toStrictEqual({ state: 'must-break-off', step: asked.steps[1]!.step.id });
  expect(stepInHand(failed)).toBeUndefined();
  expect(advanceCall(failed, { kind: 'aborted', code: 'because-i-say-so' }, AT)).toStrictEqual({ ok: false, failure: 'no-such-answer' });
  expect(after(failed, { kind: 'aborted', code: 'coercion-suspected' }).ended).toMatchObject({ outcome: 'aborted', code: 'coercion-suspected' });
});

test('whatever happens in whatever order, only a passed script is passed', () => {
  const happening = fc.oneof(
    fc.constantFrom<CallHappening>(PASS, RECORDED, { kind: 'alarmed' }, { kind: 'phone-proven', changed: false }, { kind: 'aborted', code: 'bad-sound' }),
    fc.constant('pass-step' as const),
    fc.constant('fail-step' as const),
  );
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 60 }), (happenings) => {
      let session = begun();
      for (const each of happenings) {
        const now = stepInHand(session);
        const bad = now?.step.answers.find(({ passes }) => !passes)?.id ?? 'none';
        const wanted = each === 'pass-step' ? (now === undefined ? [] : passing(session)) : each === 'fail-step' ? [{ kind: 'answered', step: now?.step.id ?? '', answer: bad } as const] : [each];
        for (const one of wanted) {
          const before = whyNotPassed(session);
          const next = advanceCall(session, one, AT);
          if (one.kind === 'passed' && next.ok) expect(before).toBeNull();
          if (next.ok) session = next.value;
        }
      }
      if (session.ended?.outcome === 'passed') expect(session.steps.every(({ passed }) => passed !== null)).toBe(true);
    }),
  );
});
