/** DocumentAccess against the documents service of the stand: what opens, and every way it is refused. */
import { describe, expect, test } from 'vitest';
import { connectGateways } from '../../../electron/gateways/index.ts';
import type { AccessKey } from '../../../electron/ports/checking/document-access.ts';
import { POLICY } from '../../fakes/synthetic-citizen.ts';
import { context, MINUTE, signedText, useStand, valueOf } from './running-stand.ts';

const running = useStand();
const open = (key: AccessKey, facts = context()) => running.gateways.documents.open(key, facts);
const refusedWith = (code: string) => ({ ok: false, failure: expect.objectContaining({ code }) });
const accepted = expect.objectContaining({ ok: true });

describe('the key of an access', () => {
  test('the token of the QR opens the document, and the answer echoes the request', async () => {
    const access = running.openAccess();
    const facts = context();
    const answer = await open({ channel: 'qr', token: access.token }, facts);
    expect(answer).toMatchObject({ ok: true, value: { accessId: access.id, requestId: facts.requestId, extended: false } });
    expect(signedText(valueOf(answer).signedDocument)).toContain(running.person.iin);
  });

  test('a token nobody gave is unknown', async () => {
    expect(await open({ channel: 'qr', token: 'x'.repeat(32) })).toEqual(refusedWith('access-unknown'));
  });

  test('the short code opens with the right ИИН and not with another', async () => {
    const { code } = running.openAccess();
    const other = running.stand.control.population.people.at(-1)!;
    expect(await open({ channel: 'short-code', code, iin: other.iin })).toEqual(refusedWith('access-unknown'));
    expect(await open({ channel: 'short-code', code, iin: running.person.iin })).toEqual(accepted);
  });

  test('the same code without an ИИН is not looked up at all', async () => {
    const { code } = running.openAccess();
    expect(await open({ channel: 'short-code', code, iin: null })).toEqual(refusedWith('service-error'));
  });

  test('an organisation with another API key is turned away', async () => {
    const documents = { ...running.connection.documents, apiKey: 'somebody-else' };
    const stranger = connectGateways({ ...running.connection, documents }, running.clock, () => POLICY);
    const { token } = running.openAccess();
    expect(await stranger.documents.open({ channel: 'qr', token }, context())).toEqual(refusedWith('service-refused-us'));
  });
});

describe('the time of an access', () => {
  test('five minutes, and not a moment longer', async () => {
    const { token } = running.openAccess();
    running.advance(5 * MINUTE - 1);
    expect(await open({ channel: 'qr', token })).toEqual(accepted);
    running.advance(1);
    expect(await open({ channel: 'qr', token })).toEqual(refusedWith('access-expired'));
  });

  test('thirty minutes from the opening once extended', async () => {
    const { id, token } = running.openAccess();
    running.advance(4 * MINUTE);
    expect(running.stand.control.citizen.extend(running.person.iin, id).ok).toBe(true);
    running.advance(26 * MINUTE - 1);
    expect(await open({ channel: 'qr', token })).toMatchObject({ ok: true, value: { extended: true } });
    running.advance(1);
    expect(await open({ channel: 'qr', token })).toEqual(refusedWith('access-expired'));
  });

  test('an access that is over cannot be extended', () => {
    const { id } = running.openAccess();
    running.advance(5 * MINUTE);
    expect(running.stand.control.citizen.extend(running.person.iin, id)).toEqual({ ok: false, failure: 'access-over' });
  });

  test('what the citizen closed is over at once', async () => {
    const { id, token } = running.openAccess();
    running.stand.control.citizen.close(running.person.iin, id);
    expect(await open({ channel: 'qr', token })).toEqual(refusedWith('access-expired'));
  });

  test('the status follows the citizen: open, extended, closed, expired', async () => {
    const { documents } = running.gateways;
    const closed = running.openAccess();
    const kept = running.openAccess();
    expect(await documents.status(closed.id)).toMatchObject({ ok: true, value: { state: 'open', extended: false } });
    running.stand.control.citizen.extend(running.person.iin, closed.id);
    expect(await documents.status(closed.id)).toMatchObject({ ok: true, value: { state: 'open', extended: true } });
    running.stand.control.citizen.close(running.person.iin, closed.id);
    expect(await documents.status(closed.id)).toMatchObject({ ok: true, value: { state: 'closed' } });
    running.advance(5 * MINUTE);
    expect(await documents.status(kept.id)).toMatchObject({ ok: true, value: { state: 'expired' } });
    expect(await documents.status('nothing')).toEqual(refusedWith('service-error'));
  });
});

describe('how often and for what', () => {
  test('a single-use access is used up by the first look; otherwise it may be looked at again', async () => {
    await running.stand.control.change({ singleUse: 'always' });
    const once = running.openAccess();
    expect(await open({ channel: 'qr', token: once.token })).toEqual(accepted);
    expect(await open({ channel: 'qr', token: once.token })).toEqual(refusedWith('access-used'));
    await running.stand.control.change({ singleUse: 'never' });
    expect(await open({ channel: 'qr', token: once.token })).toEqual(accepted);
  });

  test('a type that tells of health serves once by itself, an identity card does not', async () => {
    const patient = running.stand.control.population.people.find(({ documents }) => documents.some(({ type }) => type === 'pcr_test'))!;
    const { token } = running.openAccess(patient, 'pcr_test');
    expect(await open({ channel: 'qr', token })).toEqual(accepted);
    expect(await open({ channel: 'qr', token })).toEqual(refusedWith('access-used'));
    const card = running.openAccess();
    expect(await open({ channel: 'qr', token: card.token })).toEqual(accepted);
    expect(await open({ channel: 'qr', token: card.token })).toEqual(accepted);
  });

  test('the first purpose binds the access', async () => {
    const { token } = running.openAccess();
    expect(await open({ channel: 'qr', token }, context({ purposeId: 'state-service' }))).toEqual(accepted);
    expect(await open({ channel: 'qr', token }, context({ purposeId: 'family-service' }))).toEqual(refusedWith('access-other-purpose'));
    expect(await open({ channel: 'qr', token }, context({ purposeId: 'state-service' }))).toEqual(accepted);
  });
});

describe('guessing codes', () => {
  test('five wrong codes block the person for a quarter of an hour, the right code included', async () => {
    const { code } = running.openAccess();
    const { iin } = running.person;
    const wrong = code === '000000' ? '000001' : '000000';
    for (let attempt = 0; attempt < 4; attempt += 1) {
      expect(await open({ channel: 'short-code', code: wrong, iin })).toEqual(refusedWith('access-unknown'));
    }
    expect(await open({ channel: 'short-code', code, iin })).toEqual(accepted);
    await open({ channel: 'short-code', code: wrong, iin });
    expect(await open({ channel: 'short-code', code, iin })).toEqual(refusedWith('code-blocked'));
    running.advance(15 * MINUTE);
    const later = running.openAccess();
    expect(await open({ channel: 'short-code', code: later.code, iin })).toEqual(accepted);
  });

  test('an organisation that guesses over many people is blocked too; the QR still works', async () => {
    const people = running.stand.control.population.people.slice(0, 30);
    for (const { iin } of people) await open({ channel: 'short-code', code: '123456', iin });
    const { code, token } = running.openAccess();
    expect(await open({ channel: 'short-code', code, iin: running.person.iin })).toEqual(refusedWith('code-blocked'));
    expect(await open({ channel: 'qr', token })).toEqual(accepted);
  });
});

describe('the document of a minor', () => {
  test('opened by a representative it says so; opened by nobody else', async () => {
    const { people } = running.stand.control.population;
    const child = people.find(({ documents }) => documents.some(({ representatives }) => representatives.length > 0))!;
    const document = child.documents.find(({ representatives }) => representatives.length > 0)!;
    const [representative] = document.representatives;
    const opened = running.stand.control.citizen.open(representative!.iin, { documentId: document.id });
    expect(opened).toMatchObject({ ok: true, value: { ownerIin: child.iin, openerIin: representative!.iin } });
    const answer = await open({ channel: 'short-code', code: valueOf(opened).code, iin: representative!.iin });
    expect(signedText(valueOf(answer).signedDocument)).toContain(representative!.relation.kk);
    const stranger = people.find(({ iin }) => iin !== child.iin && !document.representatives.some((each) => each.iin === iin))!;
    expect(running.stand.control.citizen.open(stranger.iin, { documentId: document.id }).ok).toBe(false);
  });
});

describe('the clock and the people of a bad day', () => {
  test('the service tells its own time, skewed on that day', async () => {
    const time = async () => valueOf(await running.gateways.documents.serviceTime()).getTime();
    const honest = await time();
    await running.stand.control.change({ clockSkewMs: -7 * MINUTE });
    expect(honest - (await time())).toBe(7 * MINUTE);
  });

  test('a replayed answer carries the id of another request', async () => {
    const first = running.openAccess();
    const second = running.openAccess();
    const facts = context();
    expect(await open({ channel: 'qr', token: first.token }, facts)).toMatchObject({ value: { requestId: facts.requestId } });
    await running.stand.control.change({ answers: { documents: 'replayed' } });
    const replayed = await open({ channel: 'qr', token: second.token });
    expect(replayed).toMatchObject({ ok: true, value: { requestId: facts.requestId, accessId: first.id } });
  });

  test('on the day of mixed-up people the document is of somebody else', async () => {
    await running.stand.control.change({ answers: { documents: 'wrong-iin' } });
    const answer = await open({ channel: 'qr', token: running.openAccess().token });
    expect(signedText(valueOf(answer).signedDocument)).not.toContain(running.person.iin);
  });
});
