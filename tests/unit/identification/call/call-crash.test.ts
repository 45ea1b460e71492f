/** A crash of the workstation in a call: the same operator goes on at the same step, with everything that was seen before it, or hears what is gone. */
import { describe, expect, test } from 'vitest';
import { answerStep, CALL_ID, CASE_ID, deskBench, type DeskBench, goThrough, inCall, opened, operator, settled, WEBM } from './desk-bench.ts';
import { zoneOf } from './zone-bench.ts';

const callOf = ({ desk }: DeskBench) => {
  const view = desk.view();
  if (view.duty !== 'on' || view.current === null) throw new Error(`no call: ${view.duty}`);
  return view.current;
};
const statesOf = (bench: DeskBench) => callOf(bench).steps.map(({ id, state, answer, still }) => ({ id, state, answer, still }));

/** The same operator signs in after the crash, and the service still has the call. */
async function goOn({ crashed }: DeskBench): Promise<DeskBench> {
  const bench = await deskBench(crashed());
  bench.desk.sessionChanged(operator('training-agent'));
  await settled();
  expect(bench.sent).toStrictEqual([{ type: 'resume', callId: CALL_ID }]);
  await bench.hears({ type: 'resumed', callId: CALL_ID, citizenAwayUntil: null });
  await expect.poll(() => bench.desk.current(CALL_ID)).not.toBeNull();
  await settled();
  return bench;
}

test.each(['operator-identification', 'phone-registration'] as const)('%s: whichever step was in hand, it is in hand again, and the whole call can be passed', async (kind) => {
  let bench = await deskBench();
  await inCall(bench, kind);
  const length = callOf(bench).steps.length;
  for (let passed = 0; passed < length; passed += 1) {
    const before = statesOf(bench);
    expect(before.filter(({ state }) => state === 'passed')).toHaveLength(passed);
    bench = await goOn(bench);
    expect(statesOf(bench)).toStrictEqual(before);
    if (callOf(bench).steps[passed]!.kind === 'typed') break;
    await answerStep(bench);
  }
  if (kind === 'phone-registration') return;
  bench = await goOn(bench);
  await bench.desk.current(CALL_ID)!.keepRecording(0, WEBM);
  expect(await bench.desk.inCall(CALL_ID, (call) => call.pass())).toMatchObject({ ok: true });
});

test('what the machine had found is found again, and is in the package of the decision', async () => {
  const before = await deskBench();
  await inCall(before);
  await before.desk.current(CALL_ID)!.keepRecording(0, WEBM);
  await goThrough(before);
  await before.desk.current(CALL_ID)!.readZone(callOf(before).steps.find(({ subject }) => subject === 'card-back')!.still!, zoneOf());
  const challenge = callOf(before).steps.find(({ kind }) => kind === 'challenge')!.id;
  await before.desk.current(CALL_ID)!.keepFrame(challenge, WEBM);
  await settled();
  const { support } = callOf(before);
  expect(support).toMatchObject({ zone: 'good', faces: [{ state: 'compared' }, { state: 'compared' }, { state: 'compared' }] });

  const after = await goOn(before);
  expect(callOf(after).support).toStrictEqual(support);
  await after.desk.current(CALL_ID)!.keepRecording(0, WEBM);
  expect(await after.desk.inCall(CALL_ID, (call) => call.pass())).toMatchObject({ ok: true });
  const { state, names, texts } = await opened(after);
  expect(state).toBe('sealed');
  expect(names).toEqual(expect.arrayContaining(['card-front-1', 'card-back-1', 'portrait-1', `frame-${challenge}-1`, 'zone-1', 'faces-call-card-1']));
  expect(texts['plan']).toMatchObject({ earlierPackages: [expect.any(String)] });
  expect(after.crashed().kept.size).toBe(0);
});

test('a picture that did not outlive the crash is asked for again, and only that one', async () => {
  const before = await deskBench();
  await inCall(before);
  await goThrough(before);
  const torn = before.crashed();
  torn.kept.delete(callOf(before).steps.find(({ id }) => id === 'portrait')!.still!);
  const after = await goOn(before);
  // All stills of the bench are one picture: without it none is there.
  expect(statesOf(after).filter(({ state }) => state !== 'passed')).toStrictEqual([
    { id: 'card-front', state: 'now', answer: null, still: null },
    { id: 'card-back', state: 'ahead', answer: null, still: null },
    { id: 'portrait', state: 'ahead', answer: null, still: null },
  ]);
  expect(callOf(after).steps.filter(({ pictureLost }) => pictureLost).map(({ id }) => id)).toStrictEqual(['card-front', 'card-back', 'portrait']);
  await answerStep(after);
  expect(callOf(after).steps.find(({ id }) => id === 'card-front')).toMatchObject({ state: 'passed', pictureLost: false });
});

test('a movement that was not passed is measured anew', async () => {
  const before = await deskBench();
  await inCall(before);
  const movement = callOf(before).steps.find((step) => step.movement !== null)!.id;
  while (callOf(before).steps.find(({ state }) => state === 'now')!.id !== movement) await answerStep(before);
  const frames = Array.from({ length: 9 }, (_, index) => ({ atMs: index * 150, faces: 1, yaw: 0, pitch: 0, eyes: 0.3, height: 0.4, offset: 0 }));
  await before.desk.current(CALL_ID)!.keepMovement(movement, frames);
  await before.desk.current(CALL_ID)!.answer(movement, 'not-done');
  const failed = await goOn(before);
  expect(callOf(failed).support.movements).toStrictEqual([]);
  await failed.desk.current(CALL_ID)!.keepMovement(movement, frames);
  await failed.desk.current(CALL_ID)!.answer(movement, 'done');
  expect(callOf(await goOn(failed)).support.movements).toMatchObject([{ step: movement, state: 'still' }]);
});

test('what was recorded before it is in another package: nothing is passed until this one has a recording', async () => {
  const before = await deskBench();
  await inCall(before);
  await before.desk.current(CALL_ID)!.keepRecording(0, WEBM);
  await goThrough(before);
  const after = await goOn(before);
  expect(callOf(after).recording).toBe(false);
  expect(await after.desk.inCall(CALL_ID, (call) => call.pass())).toStrictEqual({ ok: false, code: 'no-recording' });
  await after.desk.current(CALL_ID)!.keepRecording(0, WEBM);
  expect(await after.desk.inCall(CALL_ID, (call) => call.pass())).toMatchObject({ ok: true });
});

describe('the call is not gone on with', () => {
  async function crashed() {
    const before = await deskBench();
    await inCall(before);
    await answerStep(before);
    return before.crashed();
  }

  test('by another operator: it is journalled as lost, the case given back, and nothing of it kept', async () => {
    const kept = await crashed();
    const bench = await deskBench(kept);
    bench.desk.sessionChanged(operator('somebody-else'));
    await settled();
    expect(bench.sent).toStrictEqual([]);
    expect(bench.journal).toMatchObject([{ kind: 'call-ended', outcome: 'lost' }]);
    expect(bench.released).toStrictEqual([CASE_ID]);
    expect([bench.world.stored, kept.kept.size]).toStrictEqual([null, 0]);
  });

  test('where the citizen is gone: it is lost', async () => {
    const bench = await deskBench(await crashed());
    bench.desk.sessionChanged(operator('training-agent'));
    await settled();
    await bench.hears({ type: 'gone', callId: CALL_ID });
    await expect.poll(() => bench.journal.at(-1)).toMatchObject({ kind: 'call-ended', outcome: 'lost' });
    expect(bench.released).toStrictEqual([CASE_ID]);
  });
});
