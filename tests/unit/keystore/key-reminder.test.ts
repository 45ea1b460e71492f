/** Reminders before a key ends: a month, two weeks and one week, each once, also over restarts. */
import { expect, test } from 'vitest';
import { remindOfExpiry } from '../../../electron/core/keystore/index.ts';
import { ACTING, keyStoreBench } from '../../fakes/benches/key-store-bench.ts';
import { POLICY } from '../../fakes/synthetic-citizen.ts';
import { TRIAL_PASSWORD, trialKey } from '../../fakes/trial-signing-key.ts';

test('come once for each threshold', async () => {
  const { keyFile } = await trialKey('ECDSA-P256', new Date('2026-11-22T05:00:00Z'));
  const { shelf, time, store } = keyStoreBench();
  await store.importKeyFile({ file: keyFile, password: TRIAL_PASSWORD, newPassword: 'Bereket-zhol7' }, ACTING);
  const told: number[] = [];
  const notifier = { keyEnding: async ({ daysLeft }: { daysLeft: number }) => void told.push(daysLeft) };
  const afterDays = async (days: number) => {
    time.advance(days * 24 * 60 * 60 * 1000);
    await remindOfExpiry({ shelf, clock: time.clock, policy: () => POLICY, notifier });
    return told.splice(0);
  };
  expect(await afterDays(0)).toEqual([]);
  expect(await afterDays(270)).toEqual([]);
  expect(await afterDays(1)).toEqual([29]);
  expect(await afterDays(5)).toEqual([]);
  expect(await afterDays(14)).toEqual([10]);
  expect(await afterDays(0)).toEqual([]);
  expect(await afterDays(5)).toEqual([5]);
  expect(await afterDays(4)).toEqual([]);
  expect(await afterDays(10)).toEqual([]);
});
