/** Consent by the citizen's own phone: what is judged before anybody is asked, and what becomes of the request. */
import { describe, expect, test } from 'vitest';
import { NotPermitted } from '../../../electron/core/not-permitted.ts';
import { JournalUnwritable } from '../../../electron/ports/journal/journal-store.ts';
import { checkingBench, type CheckingBench } from '../../fakes/benches/checking-bench.ts';
import { CITIZEN_IIN, POLICY, purposeById, syntheticOperator } from '../../fakes/synthetic-citizen.ts';

const REQUEST = { iin: CITIZEN_IIN, phone: '8 701 000 00 01', documentType: 'identity_card' };

function bench(): CheckingBench {
  const made = checkingBench();
  made.consents.phones.set(CITIZEN_IIN, '+77010000001');
  return made;
}

describe('asked', () => {
  test('in the form БМГ knows, and written down without phone and ИИН', async () => {
    const { checking, desk, store } = bench();
    const answer = await checking.requestConsent({ ...REQUEST, iin: ` ${CITIZEN_IIN.slice(0, 6)} ${CITIZEN_IIN.slice(6)}` }, desk);
    expect(answer).toMatchObject({ state: 'waiting', phoneEnding: '0001' });
    expect(store.stored[0]).toMatchObject({ event: { kind: 'consent-requested', documentType: 'identity_card' } });
    expect(JSON.stringify(store.stored)).not.toContain(CITIZEN_IIN);
    expect(JSON.stringify(store.stored)).not.toContain('7010000001');
  });

  test.each([
    ['given', { state: 'given', requestId: 'consent-1' }],
    ['refused', { state: 'refused', code: 'consent-refused' }],
    ['expired', { state: 'refused', code: 'consent-expired' }],
  ] as const)('and %s', async (state, answer) => {
    const { checking, desk, consents } = bench();
    await checking.requestConsent(REQUEST, desk);
    expect(await checking.pollConsent('consent-1')).toMatchObject({ state: 'waiting' });
    consents.answer('consent-1', state);
    expect(await checking.pollConsent('consent-1')).toEqual(answer);
  });

  test('and the service falls silent while we wait', async () => {
    const { checking, desk, consents } = bench();
    await checking.requestConsent(REQUEST, desk);
    consents.failing = 'service-timeout';
    expect(await checking.pollConsent('consent-1')).toEqual({ state: 'refused', code: 'service-timeout' });
    consents.failing = null;
    expect(await checking.pollConsent('consent-1')).toMatchObject({ state: 'waiting' });
  });
});

describe('refused before anybody is asked', () => {
  test.each([
    ['iin-malformed', { ...REQUEST, iin: '123456789012' }],
    ['consent-phone-unknown', { ...REQUEST, phone: '+7 7172 00 00 01' }],
    ['document-type-unknown', { ...REQUEST, documentType: 'fishing_licence' }],
  ] as const)('%s', async (code, input) => {
    const { checking, desk, store } = bench();
    expect(await checking.requestConsent(input, desk)).toEqual({ state: 'refused', code });
    expect(store.stored).toEqual([]);
  });

  test.each([
    ['bank', 'account-opening'],
    ['tson', 'signature-key-application'],
  ] as const)('identity documents at a %s for %s want the person present (352/НҚ п.21); others do not', async (profile, purposeId) => {
    const { checking } = bench();
    const desk = { operator: syntheticOperator(profile), purpose: purposeById(purposeId), policy: POLICY };
    expect(await checking.requestConsent(REQUEST, desk)).toEqual({ state: 'refused', code: 'consent-not-for-remote' });
    expect(await checking.requestConsent({ ...REQUEST, documentType: 'name_change_certificate' }, desk)).toMatchObject({ state: 'waiting' });
  });

  test('a purpose of another profile', async () => {
    const { checking, desk } = bench();
    expect(await checking.requestConsent(REQUEST, { ...desk, operator: syntheticOperator('bank') })).toEqual({ state: 'refused', code: 'purpose-not-allowed' });
  });
});

describe('withdrawn', () => {
  test('by the operator, at the service too', async () => {
    const { checking, desk, consents } = bench();
    await checking.requestConsent(REQUEST, desk);
    await checking.cancelConsent('consent-1');
    expect(consents.cancelled).toEqual(['consent-1']);
    expect(await checking.pollConsent('consent-1')).toEqual({ state: 'refused', code: 'consent-expired' });
  });

  test('by a lock, and a consent given later is collected by nobody', async () => {
    const { checking, desk, consents } = bench();
    await checking.requestConsent(REQUEST, desk);
    await checking.leaveDesk();
    expect(consents.cancelled).toEqual(['consent-1']);
    expect((await checking.checkScan({ kind: 'consent', requestId: 'consent-1' }, desk)).headline).toBe('access-unknown');
  });

  test('when the desk is left before the service answers', async () => {
    const { checking, desk, consents } = bench();
    const asked = checking.requestConsent(REQUEST, desk);
    await checking.leaveDesk();
    await expect(asked).rejects.toEqual(new NotPermitted('superseded'));
    expect(consents.cancelled).toEqual(['consent-1']);
  });

  test('when it cannot be written down', async () => {
    const { checking, desk, consents, store } = bench();
    store.failWith('disk-full');
    await expect(checking.requestConsent(REQUEST, desk)).rejects.toThrow(JournalUnwritable);
    expect(consents.cancelled).toEqual(['consent-1']);
  });
});
