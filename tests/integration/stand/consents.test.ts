/** Consent by SMS: the code goes from the message to the phone page and never through the workstation. */
import { describe, expect, test } from 'vitest';
import { DOCUMENT_PATHS } from '../../../electron/gateways/documents/messages.ts';
import { requestFacts } from '../../../electron/gateways/documents/request-facts.ts';
import { context, MINUTE, signedText, useStand, valueOf } from './running-stand.ts';

const running = useStand();

async function ask(): Promise<string> {
  const { iin, phone } = running.person;
  const asked = await running.gateways.consents.request({ iin, phone: phone!, documentType: 'identity_card' }, context());
  expect(valueOf(asked).phoneEnding).toBe(phone!.slice(-4));
  return valueOf(asked).requestId;
}
const stateOf = (requestId: string) => running.gateways.consents.state(requestId);
const collect = (requestId: string) => running.gateways.documents.open({ channel: 'sms-consent', requestId }, context());
const enter = (questionId: string, code: string) => running.stand.control.citizen.answer(running.person.iin, questionId, { code });
const refusedWith = (code: string) => ({ ok: false, failure: expect.objectContaining({ code }) });

describe('asking', () => {
  test('a phone that is not the registered one is not told from an unknown person', async () => {
    const input = { iin: running.person.iin, phone: '+77000000000', documentType: 'identity_card' };
    const wrongPhone = await running.gateways.consents.request(input, context());
    const nobody = await running.gateways.consents.request({ ...input, iin: '000000000000' }, context());
    expect(wrongPhone).toEqual({ ok: false, failure: { code: 'consent-phone-unknown', detail: null } });
    expect(nobody).toEqual(wrongPhone);
  });

  test('the message names who asks and what for, in both languages', async () => {
    await ask();
    const text = running.stand.control.messages(running.person.iin)[0]!.text;
    expect(text.kk).toContain('Мемлекеттік қызмет көрсету');
    expect(text.ru).toContain('Оператор Тренировочный');
  });
});

describe('answering', () => {
  test('a password sent by the workstation is refused unread; without one the same call is answered', async () => {
    const requestId = await ask();
    const { code } = running.stand.control.readPassword(running.person.iin)!;
    const { url, apiKey } = running.connection.documents;
    const approve = async (extra: object) => {
      const body = JSON.stringify({ ...requestFacts(apiKey, context()), backend_session_id: requestId, ...extra });
      return (await fetch(url + DOCUMENT_PATHS.approve, { method: 'POST', body })).json();
    };
    expect(await approve({ code })).toMatchObject({ error: { code: 'REQUEST_MALFORMED', message: 'code' } });
    expect(await approve({})).toMatchObject({ error: { code: 'CONSENT_WAITING' } });
  });

  test('waits, then the right code lets the document be collected once', async () => {
    const requestId = await ask();
    expect(await stateOf(requestId)).toMatchObject({ ok: true, value: { state: 'waiting' } });
    expect(await collect(requestId)).toEqual(refusedWith('consent-waiting'));
    const { questionId, code } = running.stand.control.readPassword(running.person.iin)!;
    expect(enter(questionId, code)).toEqual({ ok: true, value: 'given' });
    expect(await stateOf(requestId)).toEqual({ ok: true, value: { state: 'given' } });
    const answer = await collect(requestId);
    expect(signedText(valueOf(answer).signedDocument)).toContain(running.person.iin);
    expect(await collect(requestId)).toEqual(refusedWith('access-used'));
  });

  test('a refusal is an answer', async () => {
    const requestId = await ask();
    running.stand.control.citizen.answer(running.person.iin, requestId, 'refuse');
    expect(await stateOf(requestId)).toEqual({ ok: true, value: { state: 'refused' } });
    expect(await collect(requestId)).toEqual(refusedWith('consent-refused'));
  });

  test('the third wrong code refuses; the right one after two still agrees', async () => {
    const wrongFor = (code: string) => (code === '000000' ? '000001' : '000000');
    await ask();
    const first = running.stand.control.readPassword(running.person.iin)!;
    enter(first.questionId, wrongFor(first.code));
    expect(enter(first.questionId, wrongFor(first.code))).toEqual({ ok: true, value: 'wrong-code' });
    expect(enter(first.questionId, first.code)).toEqual({ ok: true, value: 'given' });

    const requestId = await ask();
    const second = running.stand.control.readPassword(running.person.iin)!;
    for (let attempt = 0; attempt < 3; attempt += 1) enter(second.questionId, wrongFor(second.code));
    expect(enter(second.questionId, second.code)).toEqual({ ok: true, value: 'over' });
    expect(await stateOf(requestId)).toEqual({ ok: true, value: { state: 'refused' } });
  });

  test('after five minutes the question has expired, and the right code comes too late', async () => {
    const requestId = await ask();
    const { questionId, code } = running.stand.control.readPassword(running.person.iin)!;
    running.advance(5 * MINUTE);
    expect(enter(questionId, code)).toEqual({ ok: true, value: 'over' });
    expect(await stateOf(requestId)).toEqual({ ok: true, value: { state: 'expired' } });
    expect(await collect(requestId)).toEqual(refusedWith('consent-expired'));
  });

  test('a cancelled question can no longer be agreed to', async () => {
    const requestId = await ask();
    const { questionId, code } = running.stand.control.readPassword(running.person.iin)!;
    await running.gateways.consents.cancel(requestId);
    expect(enter(questionId, code)).toEqual({ ok: true, value: 'over' });
    expect(await stateOf(requestId)).toEqual({ ok: true, value: { state: 'expired' } });
  });

  test('somebody else cannot answer', async () => {
    const requestId = await ask();
    const other = running.stand.control.population.people.at(-1)!;
    expect(running.stand.control.citizen.answer(other.iin, requestId, 'refuse')).toEqual({ ok: false, failure: 'question-unknown' });
    expect(await stateOf(requestId)).toMatchObject({ value: { state: 'waiting' } });
  });

  test('a lost SMS never arrives, and the question goes on waiting until it expires', async () => {
    await running.stand.control.change({ smsLost: true });
    const before = running.stand.control.messages(running.person.iin).length;
    const requestId = await ask();
    expect(running.stand.control.messages(running.person.iin)).toHaveLength(before);
    expect(await stateOf(requestId)).toMatchObject({ ok: true, value: { state: 'waiting' } });
    running.advance(5 * MINUTE);
    expect(await stateOf(requestId)).toEqual({ ok: true, value: { state: 'expired' } });
  });
});
