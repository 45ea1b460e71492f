/** The third way in, end to end: asked at the desk, consented to on the citizen's phone, collected once, marked in the cabinet. */
import { describe, expect, test } from 'vitest';
import { useDeskOnStand } from './desk-on-stand.ts';

const desk = useDeskOnStand();

function request() {
  const person = desk.caseOf('plain-good');
  const asked = desk.app.handlers.checking.requestConsent({ iin: person.iin, phone: `8${person.phone!.slice(2)}`, documentType: 'identity_card' });
  return { person, asked };
}

describe('a consent', () => {
  test('given by the one-time password on the phone opens the document', async () => {
    const { person, asked } = request();
    const waiting = await asked;
    if (waiting.state !== 'waiting') throw new Error(JSON.stringify(waiting));
    expect(await desk.collect(waiting.requestId)).toMatchObject({ verdict: 'cannot-determine', headline: 'consent-waiting' });
    const { questionId, code } = desk.stand.control.readPassword(person.iin)!;
    desk.stand.control.citizen.answer(person.iin, questionId, { code });
    expect(await desk.app.handlers.checking.pollConsent({ requestId: waiting.requestId })).toMatchObject({ state: 'given' });
    const outcome = await desk.collect(waiting.requestId);
    expect(outcome).toMatchObject({ verdict: 'valid', access: { channel: 'sms-consent' } });
    expect(await desk.collect(waiting.requestId)).toMatchObject({ verdict: 'not-valid', headline: 'access-unknown' });
  });

  test('refused on the phone opens nothing', async () => {
    const { person, asked } = request();
    const waiting = await asked;
    if (waiting.state !== 'waiting') throw new Error(JSON.stringify(waiting));
    desk.stand.control.citizen.answer(person.iin, desk.stand.control.readPassword(person.iin)!.questionId, 'refuse');
    expect(await desk.app.handlers.checking.pollConsent({ requestId: waiting.requestId })).toEqual({ state: 'refused', code: 'consent-refused' });
  });

  test('cannot be asked of a number that БМГ does not know', async () => {
    const { iin } = desk.caseOf('no-phone');
    const input = { iin, phone: '+77010000009', documentType: 'identity_card' };
    expect(await desk.app.handlers.checking.requestConsent(input)).toEqual({ state: 'refused', code: 'consent-phone-unknown' });
  });
});

test('a child’s certificate opened by the mother is presented by a representative', async () => {
  const mother = desk.caseOf('representative');
  const child = desk.caseOf('minor-two-representatives');
  const held = desk.stand.control.citizen.documentsOf(mother.iin).find(({ document }) => document.ownerIin === child.iin);
  const outcome = await desk.check(mother, { documentId: held!.document.id });
  expect(outcome).toMatchObject({ verdict: 'valid-with-attention', presentedBy: 'representative' });
  expect(outcome.notices).toContain('presented-by-representative');
});

describe('a short code with the ИИН', () => {
  test('opens to the one who opened the access, and to nobody else', async () => {
    const person = desk.caseOf('plain-good');
    const opened = desk.stand.control.citizen.open(person.iin, { documentType: 'identity_card' });
    const code = opened.ok ? opened.value.code : '';
    const check = (iin: string) => desk.app.handlers.checking.checkScan({ kind: 'short-code', code, iin });
    expect(await check(desk.caseOf('student').iin)).toMatchObject({ verdict: 'not-valid', headline: 'access-unknown' });
    expect(await check(person.iin)).toMatchObject({ verdict: 'valid' });
  });
});
