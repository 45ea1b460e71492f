/** An operator who meets an acquaintance in a call: told plainly why it may not be passed and what to do, and somebody else takes the next call. */
import { expect, test } from 'vitest';
import { useDeskOnPortal } from '../issuance/desk-on-portal.ts';
import type { PortalCitizen } from '../../fakes/portal-citizen.ts';
import { useCallsByApi } from './calls-by-api.ts';

const desk = useDeskOnPortal({ takesCalls: true });
const { calls, inCall, toTheNumber, proveNumber, join, onDuty, accept } = useCallsByApi(desk);
const numbers = ['+77770011001', '+77770011002', '+77770011003', '+77770011004'];

/** A call that needs nothing more but the decision. */
async function decidable(number: string): Promise<{ citizen: PortalCitizen; callId: string }> {
  const citizen = await desk.apply(desk.person(), undefined, 'phone');
  await desk.reached(citizen, 'phone-registration');
  const call = await inCall(citizen);
  await toTheNumber(call);
  await proveNumber(call, citizen, number);
  return { citizen, callId: call.callId };
}
const putBack = (caseId: string) => desk.app.handlers.issuance.putBack({ caseId, cause: 'acquaintance' });

test('given back from its file in the middle of the call, it is passed no more; broken off, it is for another operator', async () => {
  const { citizen, callId } = await decidable(numbers[0]!);
  expect(await putBack(citizen.id)).toMatchObject({ ok: true });
  expect(await calls().pass({ callId })).toStrictEqual({ ok: false, code: 'barred' });
  expect(await calls().abort({ callId, code: 'face-differs' })).toStrictEqual({ ok: false, code: 'barred' });
  expect(await calls().abort({ callId, code: 'operator-knows' })).toMatchObject({ ok: true });
  expect(desk.entries('call-ended')).toMatchObject([{ caseId: citizen.id, outcome: 'aborted', code: 'operator-knows' }]);
  expect(await citizen.stage()).toBe('phone-registration');
  await takenByAnother(citizen, callId);
});

test('given back while the decision is being sealed, it is not passed either', async () => {
  const { citizen, callId } = await decidable(numbers[1]!);
  let given: Promise<unknown> | null = null;
  Object.defineProperty(desk, 'timeStamps', { configurable: true, get: () => (given ??= Promise.resolve(putBack(citizen.id))) !== null });
  try {
    expect(await calls().pass({ callId })).toStrictEqual({ ok: false, code: 'barred' });
  } finally {
    Object.defineProperty(desk, 'timeStamps', { configurable: true, enumerable: true, writable: true, value: true });
  }
  expect(await given).toMatchObject({ ok: true });
  expect(await citizen.stage()).toBe('phone-registration');
  expect(await calls().abort({ callId, code: 'operator-knows' })).toMatchObject({ ok: true });
});

test('said in the call itself, it is a step of the case; what only broke the line is not', async () => {
  const poor = await decidable(numbers[2]!);
  expect(await calls().abort({ callId: poor.callId, code: 'connection-poor' })).toMatchObject({ ok: true });
  await calls().dismiss({ callId: poor.callId });
  const barrings = () => desk.journal.stored.filter(({ event }) => event.kind === 'case-advanced' && event.happened === 'operator-barred');
  expect(barrings()).toHaveLength(0);
  join(poor.citizen);
  await expect.poll(() => calls().desk(null)).toMatchObject({ waiting: { count: 1 } });
  const { callId } = await accept();
  expect(await calls().abort({ callId, code: 'operator-knows' })).toMatchObject({ ok: true });
  expect(barrings()).toMatchObject([{ operatorId: 'training-agent', event: { caseId: poor.citizen.id } }]);
  await takenByAnother(poor.citizen, callId);
});

/** Who knows the person is offered the next call, and cannot have it. */
async function takenByAnother(citizen: PortalCitizen, callId: string): Promise<void> {
  await calls().dismiss({ callId });
  join(citizen);
  await expect.poll(() => calls().desk(null)).toMatchObject({ waiting: { count: 1 } });
  expect(await calls().accept(null)).toStrictEqual({ ok: false, code: 'case-elsewhere' });
  await onDuty('training-tson');
  expect((await accept()).caseId).toBe(citizen.id);
}
