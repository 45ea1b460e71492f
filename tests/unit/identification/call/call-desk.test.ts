/** The desk of calls: what is passed is sealed first, an alarm is silent, a drop is waited for. */
import { describe, expect, test } from 'vitest';
import { shippedScript } from './session-bench.ts';
import { answerStep, CALL_ID, CASE_ID, deskBench, type DeskBench, goThrough, inCall, opened, operator, settled, WEBM } from './desk-bench.ts';

/** Looks straight, then turns. */
const TURNS_RIGHT = Array.from({ length: 14 }, (_, index) => ({ atMs: index * 150, faces: 1, yaw: index < 10 ? 0 : 12, pitch: 0, eyes: 0.3, height: 0.4, offset: 0 }));

const kindsOf = ({ journal }: DeskBench): string[] => journal.map(({ kind }) => kind);
const standing = ({ desk }: DeskBench): string | undefined => {
  const view = desk.view();
  return view.duty === 'on' ? view.current?.standing.state : view.duty;
};

test('a passed script is sealed, moves the case with the hash of what was sealed, is journalled and only then told', async () => {
  const bench = await deskBench();
  await inCall(bench);
  await bench.desk.current(CALL_ID)!.keepRecording(0, WEBM);
  await goThrough(bench);
  expect(await bench.desk.inCall(CALL_ID, (call) => call.pass())).toMatchObject({ ok: true });
  const sealed = bench.journal.find((event) => event.kind === 'evidence-sealed')!;
  expect(bench.happened).toStrictEqual([{ kind: 'identified-by-operator', operatorId: 'training-agent', how: 'video-call', evidence: sealed.manifestHash }]);
  expect(bench.journal.at(-1)).toMatchObject({ kind: 'call-ended', outcome: 'passed', evidenceHash: sealed.manifestHash, scriptVersion: shippedScript('operator-identification').version });
  expect(bench.sent.at(-1)).toMatchObject({ type: 'end', end: { outcome: 'passed' } });
  expect(bench.world.stored).toBeNull();
  const { state, names } = await opened(bench);
  expect(state).toBe('sealed');
  expect(names).toEqual(expect.arrayContaining(['plan', 'recording-1-piece-0', 'card-front-1', 'step-greet-1', 'decision']));
});

test('an application this operator may not have is given back to the queue, unjournalled as a call', async () => {
  const bench = await deskBench();
  bench.world.caseThere = false;
  await expect(inCall(bench)).rejects.toThrow('case-elsewhere');
  expect(bench.sent.at(-1)).toStrictEqual({ type: 'put-back', callId: CALL_ID, forAnother: true });
  expect(kindsOf(bench)).toStrictEqual([]);
  bench.world.caseThere = true;
  await inCall(bench);
  expect(kindsOf(bench)).toContain('call-accepted');
});

test('the citizen is asked each step in every language, with the purpose to read back', async () => {
  const bench = await deskBench();
  await inCall(bench);
  await goThrough(bench);
  const { purpose, groups } = shippedScript('operator-identification');
  const texts = new Map(groups.flatMap(({ steps }) => steps).map(({ id, citizen }) => [id, citizen]));
  const prompts = bench.sent.flatMap((order) => (order.type === 'prompt' ? [order.prompt] : []));
  expect(prompts.map(({ step }) => step)).toContain('purpose');
  for (const prompt of prompts) expect(prompt).toMatchObject({ purpose, text: texts.get(prompt.step) });
});

test('a view after a change has a higher revision than any before it', async () => {
  const bench = await deskBench();
  await inCall(bench);
  const before = bench.desk.view().revision;
  await bench.desk.current(CALL_ID)!.answer('greet', 'equal');
  expect(bench.desk.view().revision).toBeGreaterThan(before);
});

test('a silent alarm is journalled and told to the service once; the screen stays as it was, and somebody else decides', async () => {
  const bench = await deskBench();
  await inCall(bench);
  await bench.desk.current(CALL_ID)!.keepRecording(0, WEBM);
  await goThrough(bench);
  const before = { ...bench.desk.view(), revision: 0 };
  await bench.desk.current(CALL_ID)!.alarm();
  await bench.desk.current(CALL_ID)!.alarm();
  expect({ ...bench.desk.view(), revision: 0 }).toStrictEqual(before);
  expect(bench.sent.filter(({ type }) => type === 'alarm')).toHaveLength(1);
  expect(kindsOf(bench).filter((kind) => kind === 'call-alarm')).toHaveLength(1);
  expect(await bench.desk.inCall(CALL_ID, (call) => call.pass())).toStrictEqual({ ok: false, code: 'alarm-raised' });
});

test.each([
  ['coercion-suspected', [{ kind: 'refused-by-operator', operatorId: 'training-agent', reason: 'coercion-suspected' }], 0, 0],
  ['bad-sound', [], 1, 0],
  ['operator-knows', [], 1, 1],
])('broken off with %s, an application is refused, left where it stands, or left for another operator', async (code, events, releases, barrings) => {
  const bench = await deskBench();
  await inCall(bench);
  expect(await bench.desk.inCall(CALL_ID, (call) => call.abort('whatever'))).toStrictEqual({ ok: false, code: 'no-such-answer' });
  expect(await bench.desk.inCall(CALL_ID, (call) => call.abort(code))).toMatchObject({ ok: true });
  expect(bench.happened).toStrictEqual(events);
  expect(bench.released).toHaveLength(releases);
  expect(bench.barred).toHaveLength(barrings);
  expect(bench.journal.at(-1)).toMatchObject({ kind: 'call-ended', outcome: 'aborted', code });
  // Whoever forces a citizen reads along: a suspicion is not told.
  const told = bench.sent.findLast((order) => order.type === 'end');
  expect(told?.end.advice === null).toBe(events.length > 0);
  expect((await opened(bench)).state).toBe('sealed');
});

test('a number is proven by the one who typed its code, and only then may be passed', async () => {
  const bench = await deskBench();
  await inCall(bench, 'phone-registration');
  await bench.desk.current(CALL_ID)!.keepRecording(0, WEBM);
  await goThrough(bench);
  await bench.desk.current(CALL_ID)!.registerPhone('8 777 000 11 22');
  bench.time.advance(1000);
  await settled();
  expect(await bench.desk.inCall(CALL_ID, (call) => call.pass())).toStrictEqual({ ok: false, code: 'script-not-passed' });
  bench.world.phone = { state: 'confirmed', registrationId: CALL_ID, phoneEnding: '22', changed: true };
  bench.time.advance(1000);
  await settled();
  expect(await bench.desk.inCall(CALL_ID, (call) => call.pass())).toMatchObject({ ok: true });
  expect(bench.happened).toStrictEqual([{ kind: 'phone-registered', operatorId: 'training-agent', changed: true }]);
});

test.each([true, false])('a number that its owner proved before the call broke off stands in БМГ: it is not proven again, and a late change (%s) counts', async (changedLately) => {
  const bench = await deskBench();
  Object.assign(bench.world, { changedLately, phone: { state: 'refused', code: 'too-soon' } });
  await inCall(bench, 'phone-registration');
  await bench.desk.current(CALL_ID)!.keepRecording(0, WEBM);
  await goThrough(bench);
  await bench.desk.current(CALL_ID)!.registerPhone('8 777 000 11 22');
  await settled();
  expect(await bench.desk.inCall(CALL_ID, (call) => call.pass())).toStrictEqual({ ok: false, code: 'script-not-passed' });
  bench.world.phone = { state: 'refused', code: 'same-number' };
  await bench.desk.current(CALL_ID)!.registerPhone('8 777 000 11 22');
  await settled();
  expect(await bench.desk.inCall(CALL_ID, (call) => call.pass())).toMatchObject({ ok: true });
  expect(bench.happened).toStrictEqual([{ kind: 'phone-registered', operatorId: 'training-agent', changed: changedLately }]);
});

test('pieces of the recording come in order; nothing, or a gap, is refused; a new beginning is taken', async () => {
  const bench = await deskBench();
  await inCall(bench);
  const call = bench.desk.current(CALL_ID)!;
  expect(await call.keepRecording(1, WEBM)).toBe(false);
  expect(await call.keepRecording(0, WEBM)).toBe(true);
  expect(await call.keepRecording(2, WEBM)).toBe(false);
  expect(await call.keepRecording(1, WEBM)).toBe(true);
  await expect(call.keepRecording(2, new Uint8Array())).rejects.toThrow(RangeError);
  expect(await call.keepRecording(0, WEBM)).toBe(true);
  const { state, names } = await opened(bench);
  // Torn where it stands, and all of it is there.
  expect(state).toBe('partial');
  expect(names.filter((name) => name.startsWith('recording'))).toStrictEqual(['recording-1-piece-0', 'recording-1-piece-1', 'recording-2-piece-0']);
});

test('a code the citizen writes down reaches neither the operator nor the evidence', async () => {
  const bench = await deskBench();
  await inCall(bench);
  await bench.hears({ type: 'said', callId: CALL_ID, line: { type: 'text', text: 'код 482913' } });
  await bench.hears({ type: 'said', callId: CALL_ID, line: { type: 'text', text: 'сәлем' } });
  await expect.poll(() => bench.said).toStrictEqual([
    { callId: CALL_ID, line: { type: 'text', text: 'код ••••' } },
    { callId: CALL_ID, line: { type: 'text', text: 'сәлем' } },
  ]);
});

test('a camera exchanged in the call is told with what was noticed of it; what was noticed of the former one stays, over a crash too', async () => {
  const bench = await deskBench();
  await inCall(bench);
  const signs = ({ desk }: DeskBench) => {
    const view = desk.view();
    return view.duty === 'on' ? view.current?.support.signs : null;
  };
  expect(signs(bench)).toStrictEqual([]);
  await bench.hears({ type: 'citizen-camera', callId: CALL_ID, camera: ['virtual-camera-name'] });
  await bench.hears({ type: 'citizen-camera', callId: CALL_ID, camera: [] });
  await expect.poll(() => signs(bench)).toStrictEqual([{ sign: 'camera', suspicion: 'virtual-camera-name' }]);
  await expect.poll(async () => (await opened(bench)).texts).toMatchObject({ 'citizen-camera-1': ['virtual-camera-name'], 'citizen-camera-2': [] });
  expect(bench.crashed().session.camera).toStrictEqual(['virtual-camera-name']);
});

test('a picture that is not the announced one is refused', async () => {
  const bench = await deskBench();
  await inCall(bench);
  expect(await bench.desk.inCall(CALL_ID, (call) => call.keepStill('card-front', 'ab'.repeat(32), WEBM))).toStrictEqual({ ok: false, code: 'picture-damaged' });
});

describe('a broken line', () => {
  test('is waited for half a minute, and the call goes on', async () => {
    const bench = await deskBench();
    await inCall(bench);
    await bench.hears({ type: 'down' });
    bench.time.advance(29_000);
    await bench.hears({ type: 'up' });
    expect(bench.sent.at(-1)).toStrictEqual({ type: 'resume', callId: CALL_ID });
    await bench.hears({ type: 'resumed', callId: CALL_ID, citizenAwayUntil: null });
    bench.time.advance(60_000);
    await settled();
    expect(standing(bench)).toBe('asking');
  });

  test('that does not come back ends the call, and the case waits again', async () => {
    const bench = await deskBench();
    await inCall(bench);
    await bench.hears({ type: 'down' });
    bench.time.advance(30_000);
    await expect.poll(() => bench.journal.at(-1)).toMatchObject({ kind: 'call-ended', outcome: 'lost' });
    expect(bench.released).toStrictEqual([CASE_ID]);
  });
});

test.each([
  ['bank', 'off'],
  ['tson', 'on'],
  ['video-agent', 'on'],
  ['supervisor', 'watch'],
] as const)('a %s who wants calls: %s', async (profile, duty) => {
  const bench = await deskBench();
  bench.desk.sessionChanged(operator('training', profile));
  await settled();
  expect((await bench.desk.setDuty(true)).duty).toBe(duty);
});

test('a supervisor hears of alarms', async () => {
  const bench = await deskBench();
  bench.desk.sessionChanged(operator('training-supervisor', 'supervisor'));
  await settled();
  const alarm = { callId: CALL_ID, operatorId: 'training-agent', branch: 'TEST', at: '2026-11-22T05:00:00.000Z' };
  await bench.hears({ type: 'alarm', alarm });
  expect(bench.role()).toBe('supervisor');
  // The service tells it again when the line was down.
  await bench.hears({ type: 'alarm', alarm });
  expect(bench.desk.view()).toMatchObject({ duty: 'watch', alarms: [alarm] });
  expect(bench.desk.view()).toHaveProperty('alarms.length', 1);
});

test('a locked desk is in no call; unlocked in time, it goes on', async () => {
  const bench = await deskBench();
  await inCall(bench);
  bench.desk.sessionChanged({ state: 'locked', operator: (operator('training-agent') as Extract<ReturnType<typeof operator>, { state: 'signed-in' }>).operator, since: '2026-11-22T05:00:00.000Z' });
  await settled();
  expect(standing(bench)).toBe('off');
  bench.desk.sessionChanged(operator('training-agent'));
  await settled();
  expect(bench.sent.at(-1)).toStrictEqual({ type: 'resume', callId: CALL_ID });
  await bench.hears({ type: 'resumed', callId: CALL_ID, citizenAwayUntil: null });
  expect(standing(bench)).toBe('asking');
});

test('a movement is measured while it is asked for, anew at the next try, told with its degrees and kept with every number', async () => {
  const bench = await deskBench();
  await inCall(bench);
  const call = bench.desk.current(CALL_ID)!;
  const view = () => {
    const desk = bench.desk.view();
    return desk.duty === 'on' ? desk.current! : null!;
  };
  const step = view().steps.find(({ movement }) => movement === 'turn-right')!.id;
  await call.keepMovement(step, TURNS_RIGHT);
  expect(view().support.movements).toStrictEqual([]);
  while (view().steps.find(({ state }) => state === 'now')!.id !== step) await answerStep(bench);

  await call.keepMovement(step, TURNS_RIGHT);
  expect(view().support.movements).toStrictEqual([{ step, state: 'seen', degrees: 12, needed: 9 }]);
  await call.answer(step, 'not-done');
  expect(view().support.movements).toStrictEqual([]);
  await call.keepMovement(step, TURNS_RIGHT.slice(0, 10));
  await call.answer(step, 'done');
  expect(view().support.movements).toMatchObject([{ step, state: 'still' }]);

  const { texts } = await opened(bench);
  expect(texts[`movement-${step}-1`]).toStrictEqual({ state: 'seen', degrees: 12, needed: 9, frames: TURNS_RIGHT });
  expect(texts[`movement-${step}-2`]).toMatchObject({ state: 'still', degrees: 0 });
});
