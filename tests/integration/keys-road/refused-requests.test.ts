/** What the НУЦ of the stand does not take: foreign, changed or early requests, weak passwords; and what it does while it is away. */
import { describe, expect, it } from 'vitest';
import { answerKeyQuestion } from '../../../electron/citizen-keystore/answer-key-question.ts';
import { revocationSaid } from '../../fakes/certificate-evidence.ts';
import { citizenAtPortal, GOOD_PASSWORD, sha256 } from '../../fakes/citizen-keys.ts';
import { MINUTE, useStand } from '../stand/running-stand.ts';

const running = useStand();
const DAY = 24 * 60 * MINUTE;

/** Stands at the requests, the application taken. */
async function atRequests(change: { email?: string; remindBy?: readonly string[] } = {}) {
  const citizen = await citizenAtPortal(running.stand, running.person.iin);
  await citizen.shows({ stage: 'application' });
  expect(await citizen.apply(change)).toMatchObject({ status: 200 });
  await citizen.shows({ stage: 'requests' });
  return citizen;
}

describe('the application', () => {
  it('is taken with the text that was read, and not with an older one', async () => {
    const citizen = await citizenAtPortal(running.stand, running.person.iin);
    await citizen.shows({ stage: 'application' });
    expect(await citizen.apply({ agreementVersion: 'training-2025.1' })).toMatchObject({ status: 400, body: { error: { code: 'agreement-changed' } } });
    expect(await citizen.apply({ store: 'cloud' })).toMatchObject({ status: 400 });
    expect(await citizen.apply({ email: 'nowhere' })).toMatchObject({ status: 400 });
    expect(await citizen.apply()).toMatchObject({ status: 200 });
    expect(await citizen.told()).toEqual(['opened', 'applied']);
  });

  it('is taken at its stage only', async () => {
    const citizen = await citizenAtPortal(running.stand, running.person.iin);
    await citizen.shows({ stage: 'grant' });
    expect(await citizen.apply()).toMatchObject({ status: 409 });
    await citizen.shows({ stage: 'application' });
    expect(await citizen.apply()).toMatchObject({ status: 200 });
  });

  it('is nobody else’s', async () => {
    const citizen = await atRequests();
    const other = await citizenAtPortal(running.stand, running.caseOf('no-phone').iin);
    await other.shows({ stage: 'application' });
    expect(await citizen.call('GET', '', undefined, other.token)).toMatchObject({ status: 404 });
    expect(await citizen.call('GET', '')).toMatchObject({ status: 200 });
  });
});

describe('a request', () => {
  it.each([
    ['of another person', { iin: '850607400014' }],
    ['under another name', { surname: 'БАСҚА' }],
    ['with another e-mail', { email: 'other@example.kz' }],
  ])('%s is refused; the own one is taken', async (_, owner) => {
    const citizen = await atRequests();
    expect(await citizen.send(await citizen.make(['GOST512'], owner))).toMatchObject({ status: 400, body: { error: { code: 'request-of-another' } } });
    expect(await citizen.send(await citizen.make())).toMatchObject({ status: 201 });
  });

  it('altered on the way, or of another kind of key, is refused', async () => {
    const citizen = await atRequests();
    const [made] = await citizen.make();
    const altered = made!.request.map((octet, at, all) => (at === all.length - 60 ? octet ^ 1 : octet));
    expect(await citizen.send([{ ...made!, request: altered }])).toMatchObject({ body: { error: { code: 'request-malformed' } } });
    const [rsa] = await citizen.make(['RSA256']);
    expect(await citizen.send([{ ...rsa!, sealed: { ...rsa!.sealed, kind: 'GOST512' } }])).toMatchObject({ body: { error: { code: 'kind-differs' } } });
    expect(await citizen.send([made!])).toMatchObject({ status: 201, body: { fingerprints: [sha256(made!.request)] } });
  });

  it('is not exchanged for another one; the same again is taken as told', async () => {
    const citizen = await atRequests();
    const first = await citizen.make();
    expect(await citizen.send(first)).toMatchObject({ status: 201 });
    expect(await citizen.send(await citizen.make())).toMatchObject({ status: 409, body: { error: { code: 'requests-differ' } } });
    expect(await citizen.send(first)).toMatchObject({ status: 201 });
    expect((await citizen.told()).filter((kind) => kind === 'requests-received')).toHaveLength(1);
  });

  it('the desk does not vouch for is not certified', async () => {
    const citizen = await atRequests();
    await citizen.send(await citizen.make());
    await citizen.shows({ stage: 'decision', requests: ['ab'.repeat(32)], channel: 'digital-id' });
    await expect.poll(() => citizen.told()).toContain('authority-refused');
    expect((await citizen.view()).authority.is).toBe('refused');
  });
});

describe('an application withdrawn while the НУЦ decides', () => {
  it('is not certified; one that came after it is', async () => {
    const [withdrawn, later] = [await atRequests(), await atRequests()];
    const [keys, laterKeys] = [await withdrawn.make(), await later.make()];
    await withdrawn.send(keys);
    await later.send(laterKeys);
    await withdrawn.shows({ stage: 'decision', requests: keys.map(({ request }) => sha256(request)), channel: 'digital-id' });
    await withdrawn.shows({ stage: 'withdrawn' });
    await later.untilIssued(laterKeys, 'digital-id');
    expect(await withdrawn.told()).not.toContain('authority-issued');
    expect(await withdrawn.told()).not.toContain('authority-refused');
  });
});

describe('certificates', () => {
  it('come at their stage, and are installed only when they are those', async () => {
    const citizen = await atRequests();
    const keys = await citizen.make();
    await citizen.send(keys);
    expect(await citizen.call('GET', '/certificates')).toMatchObject({ status: 409 });
    const issued = await citizen.untilIssued(keys, 'digital-id');
    expect(await citizen.call('POST', '/installed', { certificates: ['cd'.repeat(32)] })).toMatchObject({ status: 409 });
    expect(await citizen.install(issued)).toMatchObject({ status: 200 });
    expect(await citizen.install(issued)).toMatchObject({ status: 409 });
  });

  it('fit only the key they were asked for', async () => {
    const [citizen, other] = [await atRequests(), await atRequests()];
    const [keys, others] = [await citizen.make(), await other.make()];
    await citizen.send(keys);
    const issued = await citizen.untilIssued(keys, 'digital-id');
    const certificate = Buffer.from(issued[0]!.certificate, 'base64');
    const finish = (sealed: (typeof keys)[number]['sealed']) =>
      answerKeyQuestion({ ask: 'finish', keys: [{ sealed, certificate }], password: GOOD_PASSWORD, ownerData: [], minLength: 8 }, new Set());
    expect(await finish(others[0]!.sealed)).toEqual({ answer: 'refused', why: 'other-key' });
    expect(await finish({ ...keys[0]!.sealed, nonce: others[0]!.sealed.nonce })).toEqual({ answer: 'refused', why: 'key-damaged' });
    expect(await finish(keys[0]!.sealed)).toMatchObject({ answer: 'finished' });
  });

  it('go into a file under a good password only', async () => {
    const citizen = await atRequests();
    const keys = await citizen.make();
    await citizen.send(keys);
    const issued = await citizen.untilIssued(keys, 'digital-id');
    const certificate = Buffer.from(issued[0]!.certificate, 'base64');
    const finish = (password: string) =>
      answerKeyQuestion({ ask: 'finish', keys: [{ sealed: keys[0]!.sealed, certificate }], password, ownerData: ['820915'], minLength: 8 }, new Set(['qwerty']));
    expect(await finish('Ab1xyz7')).toEqual({ answer: 'judged', faults: ['too-short'] });
    expect(await finish('Qwerty12')).toEqual({ answer: 'judged', faults: ['common'] });
    expect(await finish('Zhol820915')).toEqual({ answer: 'judged', faults: ['owner-data'] });
    expect(await finish('bereket-zhol7')).toEqual({ answer: 'judged', faults: ['no-upper'] });
    expect(await finish(GOOD_PASSWORD)).toMatchObject({ answer: 'finished' });
  });
});

describe('the НУЦ down ten minutes', () => {
  it('says for how long, decides when it is back, and revokes nothing while it is away', async () => {
    const earlier = await citizenAtPortal(running.stand, running.person.iin);
    const { issued: earlierKeys } = await earlier.straight('counter');
    await earlier.install(earlierKeys);
    const ofEarlier = () => revocationSaid(running.stand, Buffer.from(earlierKeys[0]!.certificate, 'base64'), running.clock.now);
    const citizen = await atRequests();
    const keys = await citizen.make();
    await citizen.send(keys);
    await running.stand.control.change({ outage: ['nca'] });
    await citizen.shows({ stage: 'decision', requests: keys.map(({ request }) => sha256(request)), channel: 'counter' });
    expect((await citizen.view()).authority).toMatchObject({ is: 'received', awayMs: 0 });
    running.advance(10 * MINUTE);
    expect((await citizen.view()).authority).toMatchObject({ is: 'received', awayMs: 10 * MINUTE });
    expect(await citizen.told()).not.toContain('authority-issued');
    await running.stand.control.reset();
    await expect.poll(() => citizen.told()).toContain('authority-issued');
    await citizen.shows({ stage: 'installation', certificates: ['ab'.repeat(32)] });
    const issued = await citizen.certificates();
    await running.stand.control.change({ outage: ['nca'] });
    expect(await citizen.install(issued)).toMatchObject({ status: 503, body: { error: { code: 'away' } } });
    expect(await ofEarlier()).toEqual({ ocsp: 'not-revoked', crl: 'not-revoked' });
    await running.stand.control.reset();
    expect(await citizen.install(issued)).toMatchObject({ status: 200 });
    expect(await ofEarlier()).toEqual({ ocsp: 'signer-revoked', crl: 'signer-revoked' });
  });
});

describe('the end of the keys', () => {
  it('is told by e-mail and SMS where it was wished, each threshold once', async () => {
    const address = 'reminded@example.kz';
    const citizen = await atRequests({ email: address });
    const keys = await citizen.make();
    await citizen.send(keys);
    await citizen.install(await citizen.untilIssued(keys, 'digital-id'));
    const letters = () => running.stand.control.letters(address).length;
    expect(letters()).toBe(0);
    running.advance(336 * DAY);
    await expect.poll(letters).toBe(1);
    running.advance(20 * DAY);
    await expect.poll(() => running.stand.control.messages(running.person.iin)[0]!.text.ru).toContain('истекает');
    expect(letters()).toBe(2);
  });

  it('is told nobody who did not wish it', async () => {
    const [silent, wished] = ['silent@example.kz', 'beside@example.kz'];
    for (const [email, remindBy] of [[silent, []], [wished, ['email']]] as const) {
      const citizen = await atRequests({ email, remindBy });
      const keys = await citizen.make();
      await citizen.send(keys);
      await citizen.install(await citizen.untilIssued(keys, 'digital-id'));
    }
    const reminders = () => running.stand.control.messages(running.person.iin).filter(({ text }) => text.ru.includes('истекает'));
    const before = reminders().length;
    running.advance(360 * DAY);
    await expect.poll(() => running.stand.control.letters(wished).length).toBe(1);
    expect(running.stand.control.letters(silent)).toEqual([]);
    expect(reminders()).toHaveLength(before);
  });
});
