/** What a certificate says by the profile of the NCA: roles, how the holder was identified, uses and where the key is kept. */
import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readProfile } from '../../../../electron/core/trust/index.ts';
import { type Asn1, implicitOctets, oid, seq, utf8 } from '../../../../electron/stand/authority/asn1.ts';
import { extendedKeyUsage, extension, issueCertificate, keyUsage, type NameField, nameDer, ocspNoCheck } from '../../../../electron/stand/authority/certificate.ts';
import { AUTHORITY, FAR, issue, named, PURPOSE, SIGNER } from '../trial/trial-authority.ts';

const NCA = '1.2.398.3.3';
const purposes = (...arcs: string[]): Asn1[] => [keyUsage('digitalSignature', 'nonRepudiation'), extendedKeyUsage([PURPOSE.emailProtection, ...arcs.map((arc) => `${NCA}.${arc}`)])];
const root = await issue('profile-root', null);
const profile = async (extensions: Asn1[]) => (await readProfile((await issue('profile', root, { extensions })).der))!;

describe('a certificate of the NCA says', () => {
  it.each([
    [['4.1.1'], ['individual']],
    [['4.1.1.1'], ['information-system']],
    [['4.1.2', '4.1.2.1'], ['organisation', 'first-head']],
    [['4.1.2', '4.1.2.2'], ['organisation', 'right-to-sign']],
    [['4.1.2', '4.1.2.3'], ['organisation', 'right-to-sign']],
    [['4.1.2', '4.1.2.4'], ['organisation', 'employee']],
    [['4.1.2', '4.1.2.5'], ['organisation', 'employee']],
    [['4.1.2', '4.1.2.6'], ['organisation', 'information-system']],
    [['4.1.3'], []],
    [['4.1.2.7'], []],
  ])('by %j the roles %j', async (arcs, roles) => {
    expect((await profile(purposes(...arcs))).identity.roles).toEqual(roles);
  });

  it.each(['1.2.398.3.17.3.1', '1.2.398.3.17.3.7', '1.2.398.3.2.3.4'])('by %s of the centre of state bodies that it is one', async (purpose) => {
    expect((await profile([keyUsage('digitalSignature', 'nonRepudiation'), extendedKeyUsage([purpose])])).identity.roles).toEqual(['state-body']);
  });

  it.each([
    [[], null],
    [['4.3.1'], 'in-person'],
    [['4.3.2'], 'remote'],
    [['4.3.2', '4.3.2.1'], 'remote-digital-id'],
    [['4.3.9'], null],
  ])('by %j how its holder was identified: %s', async (arcs, channel) => {
    expect((await profile(purposes(...arcs))).identity.identification).toBe(channel);
  });

  it('where the key is kept: a file, a token by its kind, or nothing', async () => {
    const kept = (storage: string): Asn1 => extension(`${NCA}.5`, seq(oid(storage), utf8('x')));
    expect((await profile([...SIGNER, kept(`${NCA}.5.1.1`)])).keyStorage).toBe('file');
    expect((await profile([...SIGNER, kept(`${NCA}.5.1.7`)])).keyStorage).toBe(`${NCA}.5.1.7`);
    expect((await profile(SIGNER)).keyStorage).toBeNull();
    expect((await profile([...SIGNER, extension(`${NCA}.5`, utf8('not a sequence'))])).keyStorage).toBeNull();
  });

  it('e-mail addresses of the alternative names, each once', async () => {
    const mail = (text: string): Asn1 => implicitOctets(1, new TextEncoder().encode(text));
    expect((await profile([...SIGNER, extension('2.5.29.17', seq(mail('a@b.kz'), mail('a@b.kz'), mail('c@d.kz')))])).emails).toEqual(['a@b.kz', 'c@d.kz']);
  });
});

describe('its subject', () => {
  const identity = async (...fields: NameField[]) => {
    const issued = await issue('profile', root, { subject: nameDer(fields) });
    const { commonName, organisation, iin, bin } = (await readProfile(issued.der))!.identity;
    return { commonName, organisation, iin, bin };
  };
  const FIELDS: NameField[] = [
    ['commonName', 'СЫНАҚОВ СЫНАҚ'],
    ['serialNumber', 'IIN900101300017'],
    ['organisation', 'ЖШС «Сынақ»'],
    ['organisationalUnit', 'BIN000140000019'],
  ];
  const READ = { commonName: 'СЫНАҚОВ СЫНАҚ', organisation: 'ЖШС «Сынақ»', iin: '900101300017', bin: '000140000019' };

  it('is read by the type of each field, in whatever order', async () => {
    expect(await identity(...FIELDS)).toEqual(READ);
    expect(await identity(...FIELDS.toReversed())).toEqual(READ);
  });

  it('has a number only behind its prefix, whole, and one of a kind', async () => {
    const without = (kind: NameField[0]): NameField[] => FIELDS.filter(([field]) => field !== kind);
    for (const text of ['900101300017', 'IIN90010130001', 'IIN9001013000171', 'BIN900101300017'])
      expect(await identity(...without('serialNumber'), ['serialNumber', text])).toEqual({ ...READ, iin: null });
    expect(await identity(...FIELDS, ['serialNumber', 'IIN900101300018'])).toEqual({ ...READ, iin: null });
    expect(await identity(...FIELDS, ['serialNumber', 'IIN900101300017'])).toEqual(READ);
    expect(await identity(...FIELDS, ['organisationalUnit', 'BIN000140000020'])).toEqual({ ...READ, bin: null });
    expect(await identity(...FIELDS, ['organisationalUnit', 'Кеңсе'])).toEqual(READ);
  });
});

describe('a certificate is for', () => {
  it.each([
    ['signing and sign-in', SIGNER, ['signing', 'sign-in']],
    ['sign-in alone, as AUTH certificates are', [keyUsage('digitalSignature'), extendedKeyUsage([PURPOSE.clientAuth])], ['sign-in']],
    ['issuing', AUTHORITY, ['authority', 'revocation-lists']],
    ['time-stamps', [keyUsage('digitalSignature'), extendedKeyUsage([PURPOSE.timeStamping], true)], ['time-stamps']],
    ['answers on revocation', [keyUsage('digitalSignature'), extendedKeyUsage([PURPOSE.ocspSigning]), ocspNoCheck()], ['ocsp']],
  ])('%s', async (_, extensions, uses) => {
    expect((await profile(extensions)).uses).toEqual(uses);
  });
});

it('its key is named as people say it', async () => {
  expect((await profile(SIGNER)).keyAlgorithm).toBe('RSA-2048');
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
  const spki = Uint8Array.from(publicKey.export({ type: 'spki', format: 'der' }));
  const issued = issueCertificate({ subject: named('ec'), ...FAR, extensions: SIGNER, key: { privateKey, spki, keyId: spki.slice(0, 20) } }, root);
  expect((await readProfile(issued.der))?.keyAlgorithm).toBe('P-384');
});

it('bytes that are no certificate have no profile', async () => {
  expect(await readProfile(Uint8Array.of(1, 2, 3))).toBeNull();
});
