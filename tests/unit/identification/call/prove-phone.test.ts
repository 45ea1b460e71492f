/** A number on its way into БМГ: what was asked for stays watched, whatever the operator asks for besides. */
import { expect, test } from 'vitest';
import { createPhoneProof } from '../../../../electron/core/identification/call/prove-phone.ts';
import type { PhoneRegistration } from '../../../../shared/domain/issuance/case-desk.ts';
import { manualTime } from '../../../fakes/manual-time.ts';
import { settled } from './desk-bench.ts';

const waiting = (registrationId: string): PhoneRegistration => ({ state: 'waiting', registrationId, phoneEnding: '22', expiresAt: '2026-11-22T06:00:00.000Z' });
const confirmed = (registrationId: string): PhoneRegistration => ({ state: 'confirmed', registrationId, phoneEnding: '22', changed: true });

function bench() {
  const time = manualTime();
  const begun: PhoneRegistration[] = [];
  const base = new Map<string, PhoneRegistration>();
  const cancelled: string[] = [];
  const proven: boolean[] = [];
  const proof = createPhoneProof({
    phones: {
      begin: async () => begun.shift()!,
      poll: async (id) => base.get(id) ?? waiting(id),
      cancel: async (id) => void cancelled.push(id),
      changedLately: async () => false,
    },
    timers: time.timers,
    caseId: 'case',
    operatorId: 'op-1',
    onChange: () => undefined,
    onProven: (changed) => void proven.push(changed),
    onFault: (error) => {
      throw error;
    },
  });
  const asked = (answer: PhoneRegistration): Promise<void> => {
    begun.push(answer);
    return proof.begin('8 777 000 11 22');
  };
  const second = async (): Promise<void> => {
    time.advance(1000);
    await settled();
  };
  return { proof, asked, base, second, cancelled, proven, time };
}

test('asked for again too soon, the first code still counts: the owner types it, and the call hears so', async () => {
  const { proof, asked, base, second, proven } = bench();
  await asked(waiting('first'));
  await asked({ state: 'refused', code: 'too-soon' });
  await second();
  expect(proof.current()).toStrictEqual({ state: 'refused', code: 'too-soon' });
  base.set('first', confirmed('first'));
  await second();
  expect(proof.current()).toStrictEqual(confirmed('first'));
  expect(proven).toStrictEqual([true]);
});

test('another number takes its place: what the first one leads to counts no more', async () => {
  const { proof, asked, base, second, proven } = bench();
  await asked(waiting('first'));
  await asked(waiting('second'));
  base.set('first', confirmed('first'));
  await second();
  expect([proof.current(), proven]).toStrictEqual([waiting('second'), []]);
  base.set('second', confirmed('second'));
  await second();
  expect([proof.current(), proven]).toStrictEqual([confirmed('second'), [true]]);
});

test('a code nobody typed in time is said to be over, and is not asked about again', async () => {
  const { proof, asked, base, second, time } = bench();
  await asked(waiting('first'));
  base.set('first', { state: 'over', registrationId: 'first', cause: 'expired' });
  await second();
  expect(proof.current()).toMatchObject({ state: 'over' });
  expect(time.nextTimerIn()).toBeNull();
});

test('the end of the call takes back what waits, also behind a refusal', async () => {
  const { proof, asked, cancelled, time } = bench();
  await asked(waiting('first'));
  await asked({ state: 'refused', code: 'too-soon' });
  proof.stop();
  expect([proof.current(), cancelled, time.nextTimerIn()]).toStrictEqual([null, ['first'], null]);
});
