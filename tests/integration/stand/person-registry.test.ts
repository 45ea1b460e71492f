/** PersonRegistry through КДП and ГБД ФЛ of the stand, with every way the channel can turn us away. */
import { beforeEach, describe, expect, test } from 'vitest';
import { connectGateways } from '../../../electron/gateways/index.ts';
import { createShepChannel } from '../../../electron/gateways/shep/channel.ts';
import { PERSON_SERVICE, writePersonRequest } from '../../../electron/gateways/shep/person-messages.ts';
import { element } from '../../../electron/gateways/shep/xml.ts';
import { createAuthority } from '../../../electron/stand/authority/index.ts';
import { personRecord } from '../../../electron/stand/population/index.ts';
import type { StandPerson } from '../../../electron/stand/population/person.ts';
import type { Connection } from '../../../shared/domain/desk/connection.ts';
import { ACTING, keyStoreBench, OWNER } from '../../fakes/benches/key-store-bench.ts';
import { POLICY } from '../../fakes/synthetic-citizen.ts';
import { context, MINUTE, START, stoppedClock, useStand, valueOf } from './running-stand.ts';

const running = useStand();
const KEY_PASSWORD = 'Bereket-zhol7';
const refusedWith = (code: string, detail?: string) => ({
  ok: false,
  failure: expect.objectContaining(detail === undefined ? { code } : { code, detail }),
});

/** Looks at a document of the person, so that there is a ground to ask the registers. */
async function lookedAt(person: StandPerson = running.person): Promise<string> {
  const { id, token } = running.openAccess(person);
  valueOf(await running.gateways.documents.open({ channel: 'qr', token }, context()));
  return id;
}
const lookUp = async (person: StandPerson = running.person) =>
  running.gateways.persons.lookUp(person.iin, await lookedAt(person), context());

test('an answer is not believed by a clock that is behind what this workstation has seen, and by an honest one it is', async () => {
  const accessId = await lookedAt();
  const told = async (seen: Date) => {
    const seenTimes = { read: async () => seen, keep: async () => undefined };
    return connectGateways(running.connection, running.clock, () => POLICY, { seenTimes, fileJudge: null }).persons.lookUp(running.person.iin, accessId, context());
  };
  expect(await told(new Date(START.getTime() + 60 * MINUTE))).toEqual(refusedWith('service-unreachable', 'clock-skewed'));
  expect(await told(new Date(START.getTime() - 60 * MINUTE))).toMatchObject({ ok: true });
});

describe('what the registry knows', () => {
  test('comes over in both forms of `data`, with the lost letters of one of them', async () => {
    const withCard = running.stand.control.population.people.filter(({ documents }) => documents.some(({ type }) => type === 'identity_card'));
    const stringTyped = withCard.find(({ iin }) => Number(iin.at(-1)) % 3 === 0)!;
    const elementTyped = withCard.find(({ iin }) => Number(iin.at(-1)) % 3 !== 0)!;
    const damaged = valueOf(await lookUp(stringTyped));
    const { documents, ...rest } = personRecord(stringTyped);
    expect(damaged).toMatchObject({ iin: rest.iin, surname: rest.surname, birthDate: rest.birthDate });
    expect(damaged.documents.map(({ number, type }) => [number, type.code, type.nameKz])).toEqual(
      documents.map(({ number }) => [number, '002', '?Р ЖЕКЕ КУ?ЛІГІ']),
    );
    expect(await lookUp(elementTyped)).toEqual({ ok: true, value: personRecord(elementTyped) });
  });

  test('one document and several are both a list', async () => {
    const rows = async (code: string) => {
      return valueOf(await lookUp(running.caseOf(code))).documents.length;
    };
    expect(await rows('plain-good')).toBe(1);
    expect(await rows('document-duplicated')).toBe(2);
  });

  test('leading zeros survive', async () => {
    const answer = await lookUp(running.caseOf('leading-zeros'));
    expect(valueOf(answer).documents[0]!.number).toBe('000000417');
  });

  test('on the day of mixed-up people the record is of somebody else, and says so', async () => {
    await running.stand.control.change({ answers: { shep: 'wrong-iin' } });
    const answer = await lookUp();
    expect(valueOf(answer).iin).not.toBe(running.person.iin);
  });
});

describe('the ground to ask', () => {
  test('an access nobody has looked at is no ground; after the look it is', async () => {
    const { id, token } = running.openAccess();
    const { persons, documents } = running.gateways;
    expect(await persons.lookUp(running.person.iin, id, context())).toEqual(refusedWith('service-refused-us', 'kdp-INVALID'));
    await documents.open({ channel: 'qr', token }, context());
    expect((await persons.lookUp(running.person.iin, id, context())).ok).toBe(true);
  });

  test('the access of one person is no ground to ask about another', async () => {
    const other = running.stand.control.population.people.at(-1)!;
    const answer = await running.gateways.persons.lookUp(other.iin, await lookedAt(), context());
    expect(answer).toEqual(refusedWith('service-refused-us', 'kdp-INVALID'));
  });

  test('the consent stands on the phone, and once taken back it opens nothing', async () => {
    const { control } = running.stand;
    await lookUp();
    const [consent] = control.consentTokens(running.person.iin);
    const request = writePersonRequest({ iin: running.person.iin, kdpToken: consent!.code, publicKey: consent!.publicKey });
    const channel = createShepChannel(running.connection, running.gateways.evidence, running.clock, () => POLICY);
    expect((await channel.send(PERSON_SERVICE, request)).ok).toBe(true);
    expect(control.revokeConsent(running.person.iin, consent!.id)).toBe(true);
    expect(await channel.send(PERSON_SERVICE, request)).toEqual(refusedWith('service-refused-us', 'SBF-VE-8'));
    expect(control.revokeConsent(running.person.iin, consent!.id)).toBe(false);
  });

  test('the consent ends with its time', async () => {
    await lookUp();
    const [consent] = running.stand.control.consentTokens(running.person.iin);
    const request = writePersonRequest({ iin: running.person.iin, kdpToken: consent!.code, publicKey: consent!.publicKey });
    const channel = createShepChannel(running.connection, running.gateways.evidence, running.clock, () => POLICY);
    running.advance(5 * MINUTE - 1);
    expect((await channel.send(PERSON_SERVICE, request)).ok).toBe(true);
    running.advance(1);
    expect(await channel.send(PERSON_SERVICE, request)).toEqual(refusedWith('service-refused-us', 'SBF-VE-8'));
  });
});

describe('where КДП asks the person itself', () => {
  const bySms = () => connectGateways({ ...running.connection, shep: { ...running.connection.shep, consent: 'sms' } }, running.clock, () => POLICY).persons;
  const ask = (accessId: string) => bySms().lookUp(running.person.iin, accessId, context());
  const questions = () => running.stand.control.messages(running.person.iin).filter(({ questionId }) => questionId !== null);
  let earlier: number;
  beforeEach(() => {
    earlier = questions().length;
  });
  const answer = (how: (code: string) => { code: string } | 'refuse') => {
    const { questionId, code } = running.stand.control.readPassword(running.person.iin)!;
    return running.stand.control.citizen.answer(running.person.iin, questionId, how(code));
  };

  test('one SMS for a request, and the same request collects the answer given on the phone', async () => {
    const access = await lookedAt();
    expect(await ask(access)).toEqual(refusedWith('registry-consent-waiting', 'kdp-PENDING'));
    expect(await ask(access)).toEqual(refusedWith('registry-consent-waiting', 'kdp-PENDING'));
    expect(questions().length - earlier).toBe(1);
    expect(questions()[0]!.text.ru).toContain('ваши данные из реестров');
    expect(answer((code) => ({ code }))).toEqual({ ok: true, value: 'given' });
    expect(valueOf(await ask(access)).iin).toBe(running.person.iin);
    // Another request is another question.
    expect(await ask(await lookedAt())).toEqual(refusedWith('registry-consent-waiting'));
    expect(questions().length - earlier).toBe(2);
  });

  test('a refusal on the phone stays one for this request', async () => {
    const access = await lookedAt();
    await ask(access);
    answer(() => 'refuse');
    expect(await ask(access)).toEqual(refusedWith('registry-consent-refused', 'kdp-INVALID'));
    expect(questions().length - earlier).toBe(1);
  });

  test('a question whose time ran out is asked anew, and one lost on the way lets nothing through', async () => {
    const access = await lookedAt();
    await ask(access);
    running.advance(5 * MINUTE);
    await running.stand.control.change({ smsLost: true });
    expect(await ask(access)).toEqual(refusedWith('registry-consent-waiting'));
    expect(questions().length - earlier).toBe(1);
    running.advance(5 * MINUTE);
    await running.stand.control.change({ smsLost: false });
    await ask(access);
    expect(questions().length - earlier).toBe(2);
    answer((code) => ({ code }));
    expect((await ask(access)).ok).toBe(true);
  });

  test('nobody without a phone in БМГ can be asked', async () => {
    const silent = running.stand.control.population.people.find(({ phone }) => phone === null)!;
    const refused = await bySms().lookUp(silent.iin, crypto.randomUUID(), context());
    expect(refused).toEqual(refusedWith('registry-consent-refused'));
  });
});

describe('who may ask, and whose answer counts', () => {
  const connectWith = (change: (connection: Connection) => Partial<Connection>) =>
    connectGateways({ ...running.connection, ...change(running.connection) }, running.clock, () => POLICY);

  const anotherAuthority = () =>
    createAuthority({ seed: 99, now: () => START, baseUrl: () => 'http://127.0.0.1:1', keyDirectory: null });

  test('a wrong password of the sender is refused by the channel', async () => {
    const stranger = connectWith(({ shep }) => ({ shep: { ...shep, password: 'wrong' } }));
    const answer = await stranger.persons.lookUp(running.person.iin, await lookedAt(), context());
    expect(answer).toEqual(refusedWith('service-refused-us', 'SBF-AD-1'));
  });

  test('a key of another authority is refused by the channel, though it names our organisation', async () => {
    const authority = await anotherAuthority();
    const { bin, name: organisation } = running.connection.organisation;
    const file = await authority.issueSystemKey({ bin, organisation, systemOid: '1.2.398.3.99.9', password: 'Password1' });
    const keyFile = Buffer.from(file.pkcs12).toString('base64');
    const stranger = connectWith(({ shep }) => ({ shep: { ...shep, keyFile, keyPassword: 'Password1' } }));
    const answer = await stranger.persons.lookUp(running.person.iin, await lookedAt(), context());
    expect(answer).toEqual(refusedWith('service-refused-us', 'SBF-AD-1'));
  });

  test('a key of GOST 34.10-2015 of our organisation is taken, as the real channel takes them', async () => {
    const { bin, name: organisation } = running.connection.organisation;
    const { store } = keyStoreBench();
    const made = valueOf(await store.generate({ algorithm: 'GOST-2015-512', owner: { ...OWNER, bin, organisation }, password: KEY_PASSWORD }, ACTING));
    const { bytes: request } = valueOf(await store.request(made.id));
    const issued = await fetch(`${running.stand.url}/nca/requests?role=right-to-sign`, { method: 'POST', body: new Uint8Array(request) });
    valueOf(await store.installCertificate(made.id, new Uint8Array(await issued.arrayBuffer()), ACTING));
    const file = valueOf(await store.handOut({ id: made.id, form: 'nca', password: KEY_PASSWORD, newPassword: KEY_PASSWORD }, ACTING));
    const ours = connectWith(({ shep }) => ({ shep: { ...shep, keyFile: Buffer.from(file.bytes).toString('base64'), keyPassword: KEY_PASSWORD } }));
    expect(valueOf(await ours.persons.lookUp(running.person.iin, await lookedAt(), context()))).toMatchObject({ iin: running.person.iin });
  });

  test('an answer signed by another БИН than expected is not taken', async () => {
    const strict = connectWith(({ shep }) => ({ shep: { ...shep, answerSignerBin: '000040990011' } }));
    const answer = await strict.persons.lookUp(running.person.iin, await lookedAt(), context());
    expect(answer).toEqual(refusedWith('answer-malformed', 'signer-other-bin'));
  });

  test('an answer whose chain does not end in our root is not taken', async () => {
    const { root } = await anotherAuthority();
    const distrusting = connectWith(() => ({ trust: { anchors: [Buffer.from(root).toString('base64')], intermediates: [] } }));
    const answer = await distrusting.persons.lookUp(running.person.iin, await lookedAt(), context());
    expect(answer).toEqual(refusedWith('answer-malformed', 'chain-untrusted'));
  });

  test('an answer signed with a certificate that is over is not taken', async () => {
    const later = connectGateways(running.connection, stoppedClock(new Date('2029-01-01T00:00:00Z')), () => POLICY);
    const answer = await later.persons.lookUp(running.person.iin, await lookedAt(), context());
    expect(answer).toEqual(refusedWith('answer-malformed', 'chain-expired'));
  });

  test('with the issuing authority revoked no answer is taken; with no evidence at all none is believed', async () => {
    const fresh = () => connectWith(() => ({})).persons;
    const id = await lookedAt();
    await running.stand.control.change({ issuerRevoked: true });
    expect(await fresh().lookUp(running.person.iin, id, context())).toEqual(refusedWith('answer-malformed', 'issuer-revoked'));
    await running.stand.control.change({ issuerRevoked: false, outage: ['ocsp', 'crl'] });
    expect(await fresh().lookUp(running.person.iin, id, context())).toEqual(refusedWith('service-unreachable', 'revocation-unknown'));
    await running.stand.control.reset();
    expect((await fresh().lookUp(running.person.iin, id, context())).ok).toBe(true);
  });

  test('an old answer played again is not taken, though its signature is good', async () => {
    const id = await lookedAt();
    await running.stand.control.change({ answers: { shep: 'replayed' } });
    const answer = await running.gateways.persons.lookUp(running.person.iin, id, context());
    expect(answer).toEqual(refusedWith('answer-malformed', 'correlation'));
  });

  test.each(['NO_SUCH_SERVICE', 'constructor'])('a service nobody registered (%s) is an error of the service', async (serviceId) => {
    const channel = createShepChannel(running.connection, running.gateways.evidence, running.clock, () => POLICY);
    expect(await channel.send(serviceId, element('data', [element('iin', '1')]))).toEqual(refusedWith('service-error', 'SCSE001'));
  });
});

describe('what is no signed SendMessage', () => {
  const post = async (body: string) => {
    const answer = await fetch(running.connection.shep.url, { method: 'POST', body });
    return { status: answer.status, code: /<errorCode>([^<]+)</.exec(await answer.text())?.[1] };
  };

  test('is answered with a fault: not XML, not signed', async () => {
    expect(await post('hello')).toEqual({ status: 500, code: 'VAL-R-004' });
    const unsigned =
      '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Header/><s:Body><x/></s:Body></s:Envelope>';
    expect(await post(unsigned)).toEqual({ status: 500, code: 'VAL-JSR-001' });
  });
});
