/** The reverse way: what is judged before a request is shown, and what becomes of it. */
import { expect, test } from 'vitest';
import { NotPermitted } from '../../../electron/core/not-permitted.ts';
import { checkingBench } from '../../fakes/benches/checking-bench.ts';
import { syntheticOperator } from '../../fakes/synthetic-citizen.ts';

test('is shown with the digits to compare, also where the citizen may choose the document', async () => {
  const { checking, desk } = checkingBench();
  expect(await checking.openDeskRequest('identity_card', desk)).toMatchObject({ state: 'waiting', requestId: 'request-1', deskCode: '4821', scanned: false });
  expect(await checking.openDeskRequest(null, desk)).toMatchObject({ state: 'waiting', requestId: 'request-2' });
});

test.each([
  [{ state: 'waiting', expiresAt: '2026-03-02T05:03:00.000Z', scanned: true }, { state: 'waiting', scanned: true }],
  [{ state: 'given', payload: 'https://access.test/token' }, { state: 'given', payload: 'https://access.test/token' }],
  [{ state: 'refused' }, { state: 'refused', code: 'consent-refused' }],
  [{ state: 'expired' }, { state: 'refused', code: 'consent-expired' }],
] as const)('%o is told as %o', async (told, answer) => {
  const { checking, desk, consents } = checkingBench();
  await checking.openDeskRequest('identity_card', desk);
  consents.answerDeskRequest('request-1', told);
  expect(await checking.pollDeskRequest('request-1')).toMatchObject(answer);
});

test('an answer is told once, and a request of another desk never', async () => {
  const { checking, desk, consents } = checkingBench();
  await checking.openDeskRequest('identity_card', desk);
  consents.answerDeskRequest('request-1', { state: 'given', payload: 'https://access.test/token' });
  expect(await checking.pollDeskRequest('request-1')).toMatchObject({ state: 'given' });
  expect(await checking.pollDeskRequest('request-1')).toEqual({ state: 'refused', code: 'consent-expired' });
  expect(await checking.pollDeskRequest('request-7')).toEqual({ state: 'refused', code: 'consent-expired' });
});

test('nothing is asked for a type nobody knows or a purpose the operator may not have', async () => {
  const { checking, desk } = checkingBench();
  expect(await checking.openDeskRequest('no_such_type', desk)).toEqual({ state: 'refused', code: 'document-type-unknown' });
  const teller = { ...desk, operator: syntheticOperator('bank') };
  expect(await checking.openDeskRequest('identity_card', teller)).toEqual({ state: 'refused', code: 'purpose-not-allowed' });
});

test('the service falls silent: said, and the request goes on', async () => {
  const { checking, desk, consents } = checkingBench();
  await checking.openDeskRequest('identity_card', desk);
  consents.failing = 'service-timeout';
  expect(await checking.pollDeskRequest('request-1')).toEqual({ state: 'refused', code: 'service-timeout' });
  consents.failing = null;
  expect(await checking.pollDeskRequest('request-1')).toMatchObject({ state: 'waiting' });
});

test('a desk that is left takes its requests back, also one that is only being opened', async () => {
  const { checking, desk, consents } = checkingBench();
  await checking.openDeskRequest('identity_card', desk);
  const opening = checking.openDeskRequest(null, desk);
  await checking.leaveDesk();
  await expect(opening).rejects.toThrow(NotPermitted);
  expect(consents.cancelled.toSorted()).toEqual(['request-1', 'request-2']);
  expect(await checking.pollDeskRequest('request-1')).toEqual({ state: 'refused', code: 'consent-expired' });
});
