/** Nothing is passed in a call that was not recorded, cannot be signed, or is about a case that is no more this operator's. */
import { expect, test } from 'vitest';
import { CALL_ID, deskBench, type DeskBench, goThrough, inCall, WEBM } from './desk-bench.ts';

const kindsOf = ({ journal }: DeskBench): string[] => journal.map(({ kind }) => kind);

test('what was not recorded is not passed, though the script is', async () => {
  const bench = await deskBench();
  await inCall(bench);
  await goThrough(bench);
  expect(await bench.desk.inCall(CALL_ID, (call) => call.pass())).toStrictEqual({ ok: false, code: 'no-recording' });
  await bench.desk.current(CALL_ID)!.keepRecording(0, WEBM);
  expect(await bench.desk.inCall(CALL_ID, (call) => call.pass())).toMatchObject({ ok: true });
});

test('what cannot be signed is not; the next try may be', async () => {
  const bench = await deskBench();
  await inCall(bench);
  await bench.desk.current(CALL_ID)!.keepRecording(0, WEBM);
  await goThrough(bench);
  bench.world.signs = false;
  expect(await bench.desk.inCall(CALL_ID, (call) => call.pass())).toStrictEqual({ ok: false, code: 'evidence-failed' });
  expect(bench.happened).toStrictEqual([]);
  bench.world.signs = true;
  expect(await bench.desk.inCall(CALL_ID, (call) => call.pass())).toMatchObject({ ok: true });
});

test('a case that went on without this desk is not led on', async () => {
  const bench = await deskBench();
  await inCall(bench);
  await bench.desk.current(CALL_ID)!.keepRecording(0, WEBM);
  await goThrough(bench);
  bench.world.caseThere = false;
  expect(await bench.desk.inCall(CALL_ID, (call) => call.pass())).toStrictEqual({ ok: false, code: 'case-elsewhere' });
  expect(bench.happened).toStrictEqual([]);
});

test.each(['case-elsewhere', 'barred'] as const)('nor one that went on, or was given back, while the call was being sealed (%s); the call is still there to be broken off', async (code) => {
  const bench = await deskBench();
  await inCall(bench);
  await bench.desk.current(CALL_ID)!.keepRecording(0, WEBM);
  await goThrough(bench);
  bench.world.caseRefuses = code;
  expect(await bench.desk.inCall(CALL_ID, (call) => call.pass())).toStrictEqual({ ok: false, code });
  expect(kindsOf(bench)).not.toContain('call-ended');
  expect(await bench.desk.inCall(CALL_ID, (call) => call.abort('connection-poor'))).toMatchObject({ ok: true });
  expect(bench.journal.at(-1)).toMatchObject({ kind: 'call-ended', outcome: 'aborted' });
});
