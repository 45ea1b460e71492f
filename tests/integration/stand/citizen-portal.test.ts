/** What the portal takes of a citizen's page, each beside what it refuses: another's token, the wrong stage, pictures that are none, a wrong PIN. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jpeg from 'jpeg-js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createIssuancePortal } from '../../../electron/gateways/issuance/index.ts';
import { startStand, type Stand } from '../../../electron/stand/index.ts';
import type { StandPerson } from '../../../electron/stand/population/index.ts';
import type { CaseStage } from '../../../shared/domain/issuance/issuance-case.ts';
import { cardOf } from '../../fakes/portal-citizen.ts';
import { untilItAnswers } from '../../fakes/restarted-stand.ts';

const MINUTE = 60_000;
const PICTURE = jpeg.encode({ width: 640, height: 480, data: Buffer.alloc(640 * 480 * 4, 90) }, 80).data;
const SMALL = jpeg.encode({ width: 200, height: 150, data: Buffer.alloc(200 * 150 * 4, 90) }, 80).data;

let at = new Date('2026-11-22T04:00:00Z');
let directory: string;
let stand: Stand;
let person: StandPerson;
const begin = async (): Promise<void> => {
  stand = await untilItAnswers(await startStand({ seed: 7, now: () => at, dataDirectory: directory }));
  person = stand.control.population.people.find(({ trainingCase }) => trainingCase?.code === 'plain-good')!;
};
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'tekser-portal-'));
  await begin();
});
// Another minute, so that 1414 sends again.
beforeEach(() => void (at = new Date(at.getTime() + 2 * MINUTE)));
afterAll(async () => {
  await stand.close();
  rmSync(directory, { recursive: true });
});

interface Answer {
  status: number;
  body: Record<string, unknown>;
}
async function ask(method: string, path: string, body: unknown, token = ''): Promise<Answer> {
  const picture = Buffer.isBuffer(body);
  const response = await fetch(`${stand.url}/portal/v1/${path}`, {
    method,
    headers: { 'x-application-token': token, 'content-type': picture ? 'image/jpeg' : 'application/json' },
    ...(method === 'GET' ? {} : { body: picture ? new Uint8Array(body) : JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

let step = 0;
async function opened(): Promise<{ id: string; token: string; act(path: string, body?: unknown, method?: string): Promise<Answer>; at(stage: CaseStage): Promise<void> }> {
  const { body } = await ask('POST', 'applications', { iin: person.iin, language: 'ru' });
  const [id, token] = [String(body['id']), String(body['token'])];
  return {
    id,
    token,
    act: (path, given = {}, method = 'POST') => ask(method, `applications/${id}/${path}`, given, token),
    async at(stage) {
      await createIssuancePortal((await stand.connection()).issuance!).showStage(id, (step += 1), stage);
    },
  };
}
const codeOnPhone = (): string => /\d{6}/.exec(stand.control.messages(person.iin)[0]!.text.ru)![0];
const refusal = (code: string) => ({ body: { error: { code } } });

describe('an act', () => {
  it('belongs to its stage and to the owner of the token', async () => {
    const application = await opened();
    await application.at({ stage: 'account' });
    expect(await application.act('access', { pin: '804217' })).toMatchObject({ status: 409, ...refusal('STAGE_OTHER') });
    expect(await ask('POST', `applications/${application.id}/account`, { pin: '804217' }, 'x'.repeat(32))).toMatchObject({ status: 404, ...refusal('APPLICATION_UNKNOWN') });
    expect(await application.act('account', { pin: '804217' })).toMatchObject({ status: 200, body: { reported: 'account-made' } });
  });

  it('carries nothing the service did not ask for', async () => {
    const application = await opened();
    await application.at({ stage: 'account' });
    expect((await application.act('account', { pin: '804217', iin: person.iin })).status).toBe(400);
    expect((await application.act('account', { pin: '8042' })).status).toBe(400);
    expect(await application.act('account', { pin: person.iin.slice(0, 6) })).toMatchObject({ status: 422, body: { fault: 'from-iin' } });
  });
});

describe('a picture', () => {
  it('is a whole JPEG of a size one can look at, at its own stage', async () => {
    const application = await opened();
    await application.at({ stage: 'card' });
    const put = (name: string, body: Buffer): Promise<Answer> => application.act(`materials/${name}`, body, 'PUT');
    expect(await put('card-front', PICTURE)).toMatchObject({ status: 201, body: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) } });
    expect(await put('card-front', Buffer.concat([PICTURE.subarray(0, -2), Buffer.alloc(2 * 1024 * 1024), PICTURE.subarray(-2)]))).toMatchObject({ status: 400 });
    expect(await put('card-front', Buffer.from('<svg/>'))).toMatchObject({ status: 415, ...refusal('NOT_A_JPEG') });
    expect(await put('card-front', SMALL)).toMatchObject({ status: 422, ...refusal('PICTURE_TOO_SMALL') });
    expect(await put('selfie', PICTURE)).toMatchObject({ status: 409, ...refusal('STAGE_OTHER') });
    expect(await put('registry-photo', PICTURE)).toMatchObject({ status: 404, ...refusal('MATERIAL_UNKNOWN') });
  });

  it('of both sides is needed, and comes back to its owner alone', async () => {
    const application = await opened();
    await application.at({ stage: 'card' });
    await application.act('materials/card-front', PICTURE, 'PUT');
    expect(await application.act('card')).toMatchObject({ status: 409, ...refusal('SIDE_MISSING') });
    await application.act('materials/card-back', PICTURE, 'PUT');
    expect(await application.act('card')).toMatchObject({ status: 200, body: { reported: 'card-captured' } });
    const back = (token: string): Promise<Response> => fetch(`${stand.url}/portal/v1/applications/${application.id}/materials/card-back`, { headers: { 'x-application-token': token } });
    expect(Buffer.from(await (await back(application.token)).arrayBuffer()).equals(PICTURE)).toBe(true);
    expect((await back('x'.repeat(32))).status).toBe(404);
  });
});

describe('what was read from the card', () => {
  it('is confirmed by who applied; another ИИН is told at once', async () => {
    const application = await opened();
    await application.at({ stage: 'confirmation' });
    const card = cardOf(person);
    const record = { read: { ...card, surname: 'ӘБДІҒАЛ' }, confirmed: card, latin: null, mrz: 'unread' };
    expect(await application.act('confirmation', { ...record, confirmed: { ...card, iin: '880412401006' } })).toMatchObject({ status: 422, body: { answer: 'other-iin' } });
    expect(await application.act('confirmation', record)).toMatchObject({ status: 200, body: { reported: 'data-confirmed' } });
    const events = await createIssuancePortal((await stand.connection()).issuance!).events(0, 500, 0);
    expect(events.ok && events.value.findLast(({ caseId }) => caseId === application.id)?.event).toEqual({ kind: 'data-confirmed', corrected: 1 });
  });
});

describe('video-identification', () => {
  it('begins with the selfie, and says what it asks for', async () => {
    const application = await opened();
    await application.at({ stage: 'identification' });
    expect(await application.act('liveness')).toMatchObject({ status: 409, ...refusal('SELFIE_MISSING') });
    await application.act('materials/selfie', PICTURE, 'PUT');
    const { status, body } = await application.act('liveness');
    expect({ status, asked: (body['plan'] as string[]).length }).toEqual({ status: 201, asked: 4 });
  });
});

describe('the PIN', () => {
  it('opens the data, and only the right one; forgotten, it is replaced by a message of 1414', async () => {
    const application = await opened();
    await application.at({ stage: 'account' });
    await application.act('account', { pin: '804217' });
    await application.at({ stage: 'grant' });
    expect((await application.act('access', { pin: '804218' })).body).toEqual({ answer: 'wrong', triesLeft: 4 });
    await application.act('phone-code/send');
    expect((await application.act('account/reset', { pin: '918273', code: codeOnPhone() === '000000' ? '000001' : '000000' })).body).toEqual({ answer: 'wrong' });
    expect((await application.act('account/reset', { pin: '918273', code: codeOnPhone() })).body).toEqual({ answer: 'right' });
    expect((await application.act('access', { pin: '804217' })).body).toMatchObject({ answer: 'wrong' });
    expect((await application.act('access', { pin: '918273' })).body).toEqual({ answer: 'right' });
  });
});

describe('an application', () => {
  it('is found again by SMS from another tab, which shuts the first one out', async () => {
    const application = await opened();
    await application.at({ stage: 'card' });
    expect((await ask('POST', 'applications/return', { iin: person.iin })).status).toBe(200);
    const wrong = await ask('POST', 'applications/return/code', { iin: person.iin, code: codeOnPhone() === '000000' ? '000001' : '000000' });
    expect(wrong.body).toEqual({ answer: 'wrong' });
    const found = await ask('POST', 'applications/return/code', { iin: person.iin, code: codeOnPhone() });
    expect(found.body).toMatchObject({ answer: 'right', id: application.id });
    expect(await application.act('stage', {}, 'GET')).toMatchObject({ status: 404 });
    const stage = await ask('GET', `applications/${application.id}/stage`, null, String(found.body['token']));
    expect(stage.body).toMatchObject({ shown: { stage: { stage: 'card' } } });
    const stranger = stand.control.population.people.find(({ phone, iin }) => phone !== null && iin !== person.iin)!;
    expect(await ask('POST', 'applications/return', { iin: stranger.iin })).toMatchObject({ status: 404, ...refusal('NOTHING_TO_RETURN_TO') });
  });

  it('outlives the stand, with its pictures, its stage and the feed', async () => {
    const application = await opened();
    await application.at({ stage: 'card' });
    await application.act('materials/card-front', PICTURE, 'PUT');
    const feed = await createIssuancePortal((await stand.connection()).issuance!).events(0, 500, 0);
    await stand.close();
    await begin();
    expect((await application.act('stage', {}, 'GET')).body).toMatchObject({ shown: { stage: { stage: 'card' } }, pictures: { front: true, back: false } });
    expect(await createIssuancePortal((await stand.connection()).issuance!).events(0, 500, 0)).toEqual(feed);
    expect((await application.act('materials/card-back', PICTURE, 'PUT')).status).toBe(201);
  });

  it('that has moved is told by 1414, without a code or a name', async () => {
    const application = await opened();
    await application.at({ stage: 'moderation', priority: 'normal', dueAt: at.toISOString(), reasons: [] });
    const [message] = stand.control.messages(person.iin);
    expect(message!.text.ru).toContain('проверяет сотрудник');
    expect(JSON.stringify(message!.text)).not.toMatch(/\d{6}/);
    expect(JSON.stringify(message!.text)).not.toContain(person.surname);
  });
});
