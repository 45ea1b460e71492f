/** A silent alarm that the line could not carry is told as soon as the service has the call again, and not twice. */
import { expect, test } from 'vitest';
import { CALL_ID, deskBench, type DeskBench, inCall, operator, settled } from './desk-bench.ts';

const alarms = ({ sent }: DeskBench): number => sent.filter(({ type }) => type === 'alarm').length;

test('raised while the service is away, it is told on the way back', async () => {
  const bench = await deskBench();
  await inCall(bench);
  await bench.hears({ type: 'down' });
  await bench.desk.current(CALL_ID)!.alarm();
  expect(alarms(bench)).toBe(0);
  for (let drop = 0; drop < 2; drop += 1) {
    await bench.hears({ type: 'up' });
    await bench.hears({ type: 'resumed', callId: CALL_ID, citizenAwayUntil: null });
    expect(alarms(bench)).toBe(1);
    await bench.hears({ type: 'down' });
  }
});

test('raised before a crash of the workstation, it is told again: twice is better than never', async () => {
  const before = await deskBench();
  await inCall(before);
  await before.desk.current(CALL_ID)!.alarm();
  const after = await deskBench(before.crashed());
  after.desk.sessionChanged(operator('training-agent'));
  await settled();
  await after.hears({ type: 'resumed', callId: CALL_ID, citizenAwayUntil: null });
  await expect.poll(() => alarms(after)).toBe(1);
});
