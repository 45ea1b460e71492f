/** The reverse way against the stand: the desk shows, one phone scans, sees who asks, answers; only this desk gets the answer. */
import { describe, expect, test } from 'vitest';
import { context, MINUTE, signedText, useStand, valueOf } from './running-stand.ts';

const running = useStand();
const open = async (documentType: string | null = 'identity_card') =>
  valueOf(await running.gateways.consents.openDeskRequest(documentType, context()));
const state = async (requestId: string) => valueOf(await running.gateways.consents.deskRequestState(requestId));
const phone = () => running.stand.control.citizen;
const iin = () => running.person.iin;

async function agree(requestId: string, qr: string): Promise<void> {
  const { choices } = valueOf(phone().scanRequest(iin(), qr));
  valueOf(phone().answerRequest(iin(), requestId, { documentId: choices[0]!.document.id }));
}

test('the phone that scans it sees who asks, what for and the digits of the desk', async () => {
  const { requestId, qr, deskCode } = await open();
  expect(await state(requestId)).toMatchObject({ state: 'waiting', scanned: false });
  const { request, choices } = valueOf(phone().scanRequest(iin(), qr));
  const { employeeName, organisation, branch, ground } = context();
  expect(request).toMatchObject({ deskCode, asker: { employee_name: employeeName, organisation, branch, ground } });
  expect(choices.map(({ document }) => document.type)).toEqual(['identity_card']);
  expect(await state(requestId)).toMatchObject({ state: 'waiting', scanned: true });
});

test('what the citizen agrees to is opened like a scanned access, once', async () => {
  const { requestId, qr } = await open();
  await agree(requestId, qr);
  const given = await state(requestId);
  if (given.state !== 'given') throw new Error(given.state);
  const key = { channel: 'qr', token: given.payload.slice(given.payload.lastIndexOf('/') + 1) } as const;
  expect(signedText(valueOf(await running.gateways.documents.open(key, context())).signedDocument)).toContain(iin());
  expect(await running.gateways.documents.open(key, context())).toMatchObject({ ok: false, failure: { code: 'access-used' } });
});

test('a request for any document offers all of them', async () => {
  const { qr } = await open(null);
  const { choices } = valueOf(phone().scanRequest(iin(), qr));
  expect(choices.length).toBeGreaterThan(1);
});

describe('refused', () => {
  test('by the citizen', async () => {
    const { requestId, qr } = await open();
    valueOf(phone().scanRequest(iin(), qr));
    valueOf(phone().answerRequest(iin(), requestId, 'refuse'));
    expect(await state(requestId)).toEqual({ state: 'refused' });
  });

  test('to a second phone, and to one that never scanned', async () => {
    const { requestId, qr } = await open();
    const other = running.stand.control.population.people.find((person) => person.iin !== iin())!;
    expect(phone().answerRequest(other.iin, requestId, 'refuse')).toEqual({ ok: false, failure: 'request-unknown' });
    valueOf(phone().scanRequest(iin(), qr));
    expect(phone().scanRequest(other.iin, qr)).toEqual({ ok: false, failure: 'request-unknown' });
    expect(phone().request(other.iin, requestId)).toEqual({ ok: false, failure: 'request-unknown' });
  });

  test('with a document that was not asked for', async () => {
    const { requestId, qr } = await open();
    valueOf(phone().scanRequest(iin(), qr));
    const { choices } = valueOf(phone().scanRequest(iin(), (await open(null)).qr));
    const another = choices.find(({ document }) => document.type !== 'identity_card')!;
    expect(phone().answerRequest(iin(), requestId, { documentId: another.document.id })).toEqual({ ok: false, failure: 'document-unknown' });
    expect(await state(requestId)).toMatchObject({ state: 'waiting' });
  });

  test('after its three minutes, and after the desk took it back', async () => {
    const late = await open();
    running.advance(3 * MINUTE);
    expect(await state(late.requestId)).toEqual({ state: 'expired' });
    expect(phone().scanRequest(iin(), late.qr)).toEqual({ ok: false, failure: 'request-unknown' });
    const withdrawn = await open();
    await running.gateways.consents.cancelDeskRequest(withdrawn.requestId);
    expect(phone().scanRequest(iin(), withdrawn.qr)).toEqual({ ok: false, failure: 'request-unknown' });
  });

  test('for a code that is none', () => {
    expect(phone().scanRequest(iin(), 'https://example.kz')).toEqual({ ok: false, failure: 'request-unknown' });
  });
});
