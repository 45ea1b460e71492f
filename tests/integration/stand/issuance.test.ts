/** The portal of remote issuance through the gateway that production has: feed, stages, one-time passwords, and whose application it is. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createIssuancePortal } from '../../../electron/gateways/issuance/index.ts';
import type { IssuancePortal } from '../../../electron/ports/issuance/issuance-portal.ts';
import { MINUTE, useStand } from './running-stand.ts';

const running = useStand();
const portal = (): IssuancePortal => createIssuancePortal(running.connection.issuance!);

async function post(path: string, body: unknown, token?: string): Promise<{ status: number; body: Record<string, unknown> }> {
  const headers = { 'content-type': 'application/json', ...(token === undefined ? {} : { 'x-application-token': token }) };
  const response = await fetch(`${running.stand.url}/portal/v1/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function open(iin = running.person.iin): Promise<{ id: string; token: string; act(path: string, body?: unknown): ReturnType<typeof post> }> {
  const { body } = await post('applications', { iin, language: 'kk' });
  const [id, token] = [String(body['id']), String(body['token'])];
  return { id, token, act: (path, given = {}) => post(`applications/${id}/${path}`, given, token) };
}

/** The password as the citizen reads it on the own phone. */
const codeOnPhone = (): string => /\d{6}/.exec(running.stand.control.messages(running.person.iin)[0]!.text.ru)![0];
const eventsOf = async (id: string): Promise<string[]> => {
  const events = await portal().events(0, 500, 0);
  if (!events.ok) throw new Error(events.failure.code);
  return events.value.filter(({ caseId }) => caseId === id).map(({ event }) => event.kind);
};

describe('an application', () => {
  it('is opened, confirmed by the code on the own phone, and told in order', async () => {
    const { id, act } = await open();
    expect((await act('phone-code/send')).body).toMatchObject({ phoneEnding: running.person.phone!.slice(-2) });
    expect((await act('phone-code', { code: codeOnPhone() })).body).toEqual({ answer: 'right' });
    expect(await eventsOf(id)).toEqual(['opened', 'phone-confirmed']);
  });

  it('of somebody without a number asks no code: that is for an operator', async () => {
    const { act } = await open(running.caseOf('no-phone').iin);
    expect(await act('phone-code/send')).toMatchObject({ status: 409, body: { error: { code: 'PHONE_NOT_REGISTERED' } } });
  });

  it('shows the stage the workstation told last, and wakes who waits for it', async () => {
    const { id, token } = await open();
    const stage = (after: number): Promise<unknown> =>
      fetch(`${running.stand.url}/portal/v1/applications/${id}/stage?after=${after}`, { headers: { 'x-application-token': token } }).then((answer) => answer.json());
    const waiting = stage(0);
    expect(await portal().showStage(id, 2, { stage: 'identification' })).toEqual({ ok: true, value: null });
    expect(await waiting).toMatchObject({ shown: { step: 2, stage: { stage: 'identification' } } });
    await portal().showStage(id, 1, { stage: 'phone' });
    expect(await stage(-1)).toMatchObject({ shown: { step: 2, stage: { stage: 'identification' } } });
    expect(await portal().showStage(randomUUID(), 1, { stage: 'phone' })).toMatchObject({ ok: false });
  });

  it('is nobody else’s: a wrong token is told nothing', async () => {
    const { id } = await open();
    expect(await post(`applications/${id}/withdraw`, {}, 'x'.repeat(32))).toMatchObject({ status: 404 });
    expect(await eventsOf(id)).toEqual(['opened']);
  });

  it('is not opened for a number nobody has, nor for the dead', async () => {
    expect((await post('applications', { iin: '880412401006', language: 'ru' })).status).toBe(404);
    expect((await post('applications', { iin: running.caseOf('owner-dead').iin, language: 'ru' })).status).toBe(404);
    expect((await post('applications', { iin: running.person.iin, language: 'ru' })).status).toBe(201);
  });
});

describe('the one-time password', () => {
  it('is over after three wrong ones, and a new one comes only after a minute', async () => {
    const { id, act } = await open();
    await act('phone-code/send');
    const right = codeOnPhone();
    const wrong = right === '000000' ? '000001' : '000000';
    expect([await act('phone-code', { code: wrong }), await act('phone-code', { code: wrong }), await act('phone-code', { code: wrong })].map(({ body }) => body['answer'])).toEqual([
      'wrong',
      'wrong',
      'over',
    ]);
    expect((await act('phone-code', { code: right })).body).toEqual({ answer: 'over' });
    expect((await act('phone-code/send')).status).toBe(429);
    running.advance(MINUTE);
    expect((await act('phone-code/send')).status).toBe(200);
    expect((await act('phone-code', { code: codeOnPhone() })).body).toEqual({ answer: 'right' });
    expect((await act('phone-code', { code: codeOnPhone() })).body).toEqual({ answer: 'over' });
    expect(await eventsOf(id)).toEqual(['opened', 'phone-confirmed']);
  });

  it('lives five minutes', async () => {
    const { act } = await open();
    await act('phone-code/send');
    const code = codeOnPhone();
    running.advance(5 * MINUTE);
    expect((await act('phone-code', { code })).body).toEqual({ answer: 'over' });
  });
});

describe('the feed', () => {
  it('gives each position once, and nothing to who has no key', async () => {
    await open();
    const all = await portal().events(0, 500, 0);
    if (!all.ok) throw new Error(all.failure.code);
    expect(all.value.map(({ position }) => position)).toEqual(all.value.map((_, index) => index + 1));
    expect(await portal().events(all.value.length, 500, 0)).toEqual({ ok: true, value: [] });
    const stranger = createIssuancePortal({ ...running.connection.issuance!, apiKey: 'stranger' });
    expect(await stranger.events(0, 10, 0)).toMatchObject({ ok: false });
  });

  it('away is told as a service that is away', async () => {
    await running.stand.control.change({ outage: ['issuance'] });
    expect(await portal().events(0, 10, 0)).toMatchObject({ ok: false, failure: { code: expect.stringMatching(/^service-/) } });
  });
});
