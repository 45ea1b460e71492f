/** Calls without a machine beside the operator: what is asked besides, by the numbers of the policy, and who is told. */
import { describe, expect, test } from 'vitest';
import { advanceCall, stepInHand } from '../../../../electron/core/identification/call/advance-call.ts';
import { humanOnlySteps } from '../../../../electron/core/identification/call/support/human-only.ts';
import { probeMachine } from '../../../../electron/core/identification/call/support/probe-machine.ts';
import type { FaceComparison } from '../../../../electron/ports/issuance/face-comparer.ts';
import { manualTime } from '../../../fakes/manual-time.ts';
import { POLICY } from '../../../fakes/synthetic-citizen.ts';
import { CALL_ID, deskBench, goThrough, inCall, settled, WEBM } from './desk-bench.ts';
import { after, AT, begun, passedUpTo, shippedScript } from './session-bench.ts';

const SCRIPT = shippedScript('operator-identification');
const { numbers } = POLICY;

function whole(session = begun()) {
  const drawn = session.steps.map(({ step }) => step);
  const more = humanOnlySteps(SCRIPT, drawn, numbers, () => 0);
  return { drawn, more, all: [...drawn, ...more] };
}

describe('what is asked besides', () => {
  test('brings challenges and features to the numbers of the policy, none twice and no two features of a category', () => {
    const { all } = whole();
    expect(all.filter(({ kind }) => kind === 'challenge')).toHaveLength(numbers.humanOnlyChallenges);
    const features = all.filter(({ kind }) => kind === 'feature');
    expect(features).toHaveLength(numbers.humanOnlyFeatures);
    expect(new Set(features.map(({ category }) => category)).size).toBe(features.length);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  test('is no more than the script has, and nothing where it is all asked already', () => {
    const { drawn } = whole();
    const many = humanOnlySteps(SCRIPT, drawn, { ...numbers, humanOnlyChallenges: 100, humanOnlyFeatures: 100 }, () => 0);
    expect(many.filter(({ kind }) => kind === 'challenge')).toHaveLength(6);
    expect(many.filter(({ kind }) => kind === 'feature')).toHaveLength(1);
    expect(humanOnlySteps(SCRIPT, drawn, { ...numbers, humanOnlyChallenges: 1, humanOnlyFeatures: 1 }, () => 0)).toStrictEqual([]);
  });

  test('comes after the step in hand, once, and a script that was passed is passed no longer', () => {
    const session = passedUpTo(begun(), 'purpose');
    const { more } = whole(session);
    const failed = after(session, { kind: 'machine-failed', cause: 'cannot-run', steps: more });
    expect(stepInHand(failed)?.step.id).toBe('purpose');
    const now = failed.steps.findIndex(({ step }) => step.id === 'purpose');
    expect(failed.steps.slice(now + 1, now + 1 + more.length).map(({ step }) => step)).toStrictEqual(more);
    expect(after(failed, { kind: 'machine-failed', cause: 'too-weak', steps: more })).toStrictEqual(failed);

    const recorded = after(passedUpTo(begun()), { kind: 'recorded' });
    expect(advanceCall(recorded, { kind: 'passed' }, AT)).toMatchObject({ ok: true });
    const asksMore = after(recorded, { kind: 'machine-failed', cause: 'cannot-run', steps: more });
    expect(advanceCall(asksMore, { kind: 'passed' }, AT)).toStrictEqual({ ok: false, failure: 'script-not-passed' });
  });
});

describe('the trial before the queue', () => {
  const trial = (state: FaceComparison['state'], tookMs: number) => {
    const time = manualTime();
    const compare = async (): Promise<FaceComparison> => {
      time.advance(tookMs);
      return { state } as FaceComparison;
    };
    return probeMachine({ compare }, time.clock, 1000);
  };

  test.each([
    ['no-face', 1000, 'helps'],
    ['no-face', 1001, 'too-weak'],
    ['unavailable', 1, 'cannot-run'],
  ] as const)('%s after %i ms: %s', async (state, tookMs, machine) => {
    expect(await trial(state, tookMs)).toBe(machine);
  });
});

const kinds = ({ sent }: { sent: { type: string }[] }): unknown[] => sent.filter(({ type }) => type === 'prompt');

test('a desk that cannot compare says so before a call, asks more in it, journals why, and tells the citizen', async () => {
  const bench = await deskBench();
  bench.world.compares = false;
  await inCall(bench);
  const view = bench.desk.view();
  if (view.duty !== 'on' || view.current === null) throw new Error('in no call');
  expect(view.machine).toBe('cannot-run');
  expect(view.current.machine).toBe('cannot-run');
  expect(view.current.steps.filter(({ kind }) => kind === 'challenge')).toHaveLength(numbers.humanOnlyChallenges);
  expect(view.current.support.faces.map(({ state }) => state)).toStrictEqual(['unavailable', 'unavailable', 'unavailable']);
  expect(bench.journal.find(({ kind }) => kind === 'call-human-only')).toMatchObject({ cause: 'cannot-run', policyVersion: POLICY.version });
  expect(kinds(bench).at(-1)).toMatchObject({ prompt: { humanOnly: true } });
  await bench.desk.current(CALL_ID)!.keepRecording(0, WEBM);
  await goThrough(bench);
  expect(await bench.desk.inCall(CALL_ID, (call) => call.pass())).toMatchObject({ ok: true });
});

test('a machine that gives up in the middle of a call leaves it to the human-only rules', async () => {
  const bench = await deskBench();
  await inCall(bench);
  expect(kinds(bench).at(-1)).toMatchObject({ prompt: { humanOnly: false } });
  bench.world.compares = false;
  await goThrough(bench);
  await settled();
  expect(bench.journal.filter(({ kind }) => kind === 'call-human-only')).toHaveLength(1);
  const view = bench.desk.view();
  const challenges = view.duty === 'on' ? view.current!.steps.filter(({ kind }) => kind === 'challenge') : [];
  expect(challenges.map(({ state }) => state)).toStrictEqual(Array.from({ length: numbers.humanOnlyChallenges }, () => 'passed'));
});
