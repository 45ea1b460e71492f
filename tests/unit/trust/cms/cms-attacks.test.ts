/**
 * Known attacks on CMS signatures and time-stamps, and faults that other verifiers had to mend, each by name and beside the signature that
 * only lacks the attack.
 */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Asn1, embedded, explicit, generalizedTime, int, nothing, octets, oid, seq, set, setOf } from '../../../../electron/stand/authority/asn1.ts';
import { extendedKeyUsage, keyUsage, sha256 } from '../../../../electron/stand/authority/certificate.ts';
import { attribute } from '../../../../electron/stand/authority/signed-data.ts';
import type { RevocationStatus } from '../../../../electron/core/trust/revocation/revocation-status.ts';
import { streamedBer } from '../../../fakes/documents/streamed-ber.ts';
import { issue, NOW, PURPOSE } from '../trial/trial-authority.ts';
import { hoursFromNow } from '../trial/trial-evidence.ts';
import { authority, CONTENT, decisive, GOOD, judged, OTHER, root, signed, signer, stamped } from '../trial/trial-judgement.ts';
import { contentTypeAttribute, digestAttribute, essAttribute, OID, signature, token } from '../trial/trial-signature.ts';

const said = async (cms: Uint8Array, more: Parameters<typeof judged>[1] = {}): Promise<string> => decisive(await judged(cms, more));
const stranger = await issue('signer', await issue('root', null, { key: 'unknown root' }), { key: 'stranger' });

it('the signature all of them are made from is good', async () => {
  expect(await said(signed())).toBe('good');
});

describe('several signers', () => {
  const both = (second: Partial<Parameters<typeof signed>[0]>): Uint8Array =>
    signature({ content: CONTENT, signers: [{ signer, ...stamped() }, { signer, ...stamped(), ...second }] });

  it('any of them: one good signer does not make the signature good', async () => {
    expect(await said(both({}))).toBe('good');
    expect(await said(both({ damage: 'signature' }))).toBe('integrity failed signature-wrong');
    expect(await said(both({ signer: stranger }))).toBe('chain failed chain-untrusted');
  });

  it('none: a message without a signer is not signed', async () => {
    expect(await said(signature({ content: CONTENT, signers: [], certificates: [signer] }))).toBe('integrity failed signature-missing');
  });

  it('a signer without a certificate is not passed over', async () => {
    const answer = await judged(signature({ content: CONTENT, signers: [{ signer, ...stamped() }, { signer: stranger, ...stamped() }], certificates: [signer] }));
    expect([answer.state, answer.bySigner.map(({ state }) => state)]).toEqual(['undetermined', ['good', 'undetermined']]);
  });

  it('more than anybody would add', async () => {
    const crowd = signature({ content: CONTENT, signers: Array.from({ length: 17 }, () => ({ signer })), certificates: [signer] });
    expect(await said(crowd)).toBe('integrity failed signature-malformed');
  });
});

describe('unsigned attributes', () => {
  it('a time-stamp of another signature, or of the content instead of the signature', async () => {
    const other = signed({ stamp: () => [token({ authority, stamped: OTHER })] });
    const content = signed({ stamp: () => [token({ authority, stamped: CONTENT })] });
    expect([await said(other), await said(content)]).toEqual(Array(2).fill('timestamp failed timestamp-wrong'));
  });

  it('a good time-stamp behind a bad one still counts, and the bad one does not', async () => {
    const answer = await judged(signed({ stamp: (value) => [token({ authority, stamped: OTHER }), token({ authority, stamped: value })] }));
    expect([answer.state, answer.signedAt]).toEqual(['good', NOW]);
  });

  it('another certificate named among them decides nothing', async () => {
    expect(await said(signed({ unsigned: [essAttribute(stranger)] }))).toBe('good');
  });

  it('a message digest or content type among them belongs there in no honest signature', async () => {
    expect(await said(signed({ unsigned: [attribute(OID.messageDigest, octets(new Uint8Array(32)))] }))).toBe('integrity failed signature-malformed');
    expect(await said(signed({ unsigned: [contentTypeAttribute(OID.tstInfo)] }))).toBe('integrity failed signature-malformed');
    const only = signed({ attributes: [contentTypeAttribute(OID.data)], unsigned: [digestAttribute(CONTENT)] });
    expect(await said(only)).toBe('integrity failed signature-malformed');
  });

  it('more time-stamps than anybody would add cost no more than a few', async () => {
    // Right in all but that nobody can say whether their authority is revoked, so that each would be judged to its end.
    const stamps = (count: number): Uint8Array => signed({ stamp: (value) => Array.from({ length: count }, () => token({ authority, stamped: value })) });
    const askedFor = async (count: number): Promise<number> => {
      let asked = 0;
      const statusOf = (name: string): RevocationStatus => (name === 'tsa' ? ((asked += 1), { state: 'unknown', detail: 'away' }) : GOOD);
      expect(await said(stamps(count), { statusOf })).toBe('timestamp undetermined timestamp-unconfirmed');
      return asked;
    };
    expect([await askedFor(1), await askedFor(4), await askedFor(50)]).toEqual([1, 4, 4]);
  });
});

describe('algorithm confusion', () => {
  it.each<[string, () => Asn1, string]>([
    ['an elliptic-curve signature named over an RSA key', () => seq(oid('1.2.840.10045.4.3.2')), 'integrity failed algorithm-refused'],
    ['Ed25519 named over an RSA key', () => seq(oid('1.3.101.112')), 'integrity failed algorithm-refused'],
    ['Kazakh GOST named over an RSA key', () => seq(oid('1.2.398.3.10.1.1.2.3.2'), nothing()), 'integrity failed algorithm-refused'],
    ['Russian GOST, whose byte order is another', () => seq(oid('1.2.643.7.1.1.3.3')), 'integrity failed algorithm-refused'],
    ['RSA with another hash than the digest', () => seq(oid('1.2.840.113549.1.1.13'), nothing()), 'integrity failed algorithm-refused'],
    ['RSA with SHA-1', () => seq(oid('1.2.840.113549.1.1.5'), nothing()), 'integrity failed algorithm-refused'],
    ['an algorithm nobody knows', () => seq(oid('1.2.398.99.99')), 'integrity failed algorithm-refused'],
    ['parameters where none belong', () => seq(oid('1.2.840.113549.1.1.11'), octets(Uint8Array.of(1))), 'integrity failed algorithm-refused'],
  ])('%s', async (_, algorithm, verdict) => {
    expect(await said(signed({ signatureAlgorithm: algorithm() }))).toBe(verdict);
  });

  it('a digest named by another hash than it was made by', async () => {
    expect(await said(signed({ digestAlgorithm: '2.16.840.1.101.3.4.2.3' }))).toBe('integrity failed content-mismatch');
    expect(await said(signed({ digestAlgorithm: '1.2.398.3.10.1.3.3' }))).toBe('integrity failed content-mismatch');
    const bySha1 = attribute(OID.messageDigest, octets(createHash('sha1').update(CONTENT).digest()));
    const rsaSha1 = seq(oid('1.2.840.113549.1.1.5'), nothing());
    const old = signed({ digestAlgorithm: OID.sha1, signatureAlgorithm: rsaSha1, attributes: [contentTypeAttribute(OID.data), bySha1] });
    expect(await said(old)).not.toContain('good');
  });
});

describe('two things called the content', () => {
  it('signed attributes passed off as content, where there are none', async () => {
    const attributes = setOf(contentTypeAttribute(OID.data), digestAttribute(CONTENT));
    const asContent = signature({ content: new Uint8Array(attributes.toBER()), signers: [{ signer, attributes: null }] });
    expect(await said(asContent)).toBe('integrity failed signature-malformed');
  });

  it('an attached content beside another one given', async () => {
    expect(await said(signed(), { content: OTHER })).toBe('integrity failed content-mismatch');
    expect(await said(signed(), { content: CONTENT })).toBe('good');
  });

  it('bytes behind the message, or behind its BER', async () => {
    expect(await said(Uint8Array.of(...signed(), 0x30, 0))).toBe('integrity failed signature-malformed');
    expect(await said(Uint8Array.of(...streamedBer(signed()), 0x30, 0))).toBe('integrity failed signature-malformed');
    expect(await said(streamedBer(signed()))).toBe('good');
  });

  it('two message digests, in two attributes or one', async () => {
    const two = [contentTypeAttribute(OID.data), digestAttribute(CONTENT), digestAttribute(OTHER)];
    expect(await said(signed({ attributes: two }))).toBe('integrity failed signature-malformed');
    const values = [contentTypeAttribute(OID.data), seq(oid(OID.messageDigest), set(octets(CONTENT), octets(OTHER)))];
    expect(await said(signed({ attributes: values }))).toBe('integrity failed signature-malformed');
  });

  it('two times of signing, of which each reader would show another', async () => {
    const time = (hours: number): Asn1 => attribute(OID.signingTime, generalizedTime(hoursFromNow(hours)));
    const attributes = [contentTypeAttribute(OID.data), digestAttribute(CONTENT), essAttribute(signer)];
    expect(await said(signed({ attributes: [...attributes, time(0)] }))).toBe('good');
    expect(await said(signed({ attributes: [...attributes, time(0), time(-9)] }))).toBe('integrity failed signature-malformed');
    const inOne = seq(oid(OID.signingTime), set(generalizedTime(hoursFromNow(0)), generalizedTime(hoursFromNow(-9))));
    expect(await said(signed({ attributes: [...attributes, inOne] }))).toBe('integrity failed signature-malformed');
    expect(await said(signed({ attributes: [...attributes, attribute(OID.signingTime, octets(CONTENT))] }))).toBe('integrity failed signature-malformed');
  });
});

describe('the signer', () => {
  it('a certificate of the same names and number by another authority', async () => {
    const twin = await issue('signer', await issue('root', null, { key: 'unknown root' }), { key: 'stranger', serial: signer.serial });
    const forged = signature({ content: CONTENT, signers: [{ signer: twin, ...stamped() }], certificates: [twin, signer] });
    expect(await said(forged)).toBe('chain failed chain-untrusted');
  });

  it('certificates of his names and number by the dozen, of which only he is tried', async () => {
    const twins = await Promise.all(Array.from({ length: 12 }, (_, at) => issue('signer', root, { key: `twin ${at}`, serial: signer.serial })));
    expect(await said(signed({}, { certificates: [...twins, signer] }))).toBe('good');
    // Where the signature names nobody by hash there is no telling, and not all are tried.
    const unnamed = { attributes: [contentTypeAttribute(OID.data), digestAttribute(CONTENT)] };
    expect(await said(signed(unnamed, { certificates: [...twins, signer] }))).toBe('integrity failed signature-wrong');
    expect(await said(signed(unnamed, { certificates: [twins[0]!, signer, signer] }))).toBe('good');
  });

  it('a fake authority with the names of the real one', async () => {
    const fake = await issue('root', null, { key: 'unknown root' });
    expect(await said(signed({ signer: stranger }, { certificates: [stranger, fake] }))).toBe('chain failed chain-untrusted');
    expect(await said(signed({ signer: stranger }, { certificates: [stranger, fake] }), { anchors: [root, fake] })).toContain('good');
  });

  it('a signature that names another certificate than its key’s, by its hash or beside it', async () => {
    const naming = (ess: Asn1): Promise<string> => said(signed({ attributes: [contentTypeAttribute(OID.data), digestAttribute(CONTENT), ess] }));
    const issuerSerial = (issuer: Uint8Array, serial: Uint8Array): Asn1 => seq(seq(explicit(4, embedded(issuer))), int(serial));
    const namingBeside = (beside: Asn1): Promise<string> => naming(attribute(OID.signingCertificateV2, seq(seq(seq(octets(sha256(signer.der)), beside)))));
    expect(await naming(essAttribute(signer))).toBe('good');
    expect(await naming(essAttribute(stranger))).toBe('integrity failed signature-wrong');
    expect(await namingBeside(issuerSerial(signer.issuer, signer.serial))).toBe('good');
    expect(await namingBeside(issuerSerial(signer.issuer, authority.serial))).toBe('integrity failed signature-wrong');
    expect(await namingBeside(issuerSerial(authority.subject, signer.serial))).toBe('integrity failed signature-wrong');
  });
});

describe('time-stamps', () => {
  const stampedBy = async (make: (value: Uint8Array) => Uint8Array): Promise<string> => said(signed({ stamp: (value) => [make(value)] }));

  it('a plain signature in the place of a token', async () => {
    expect(await stampedBy((value) => signature({ content: value, signers: [{ signer: authority }] }))).toBe('timestamp failed timestamp-wrong');
  });

  it('of a certificate that is not for time-stamping, or not for it alone', async () => {
    expect(await stampedBy((value) => token({ authority: signer, stamped: value }))).toBe('timestamp failed timestamp-untrusted');
    const both = await issue('tsa', root, { extensions: [extendedKeyUsage([PURPOSE.timeStamping, PURPOSE.emailProtection], true), keyUsage('digitalSignature')] });
    expect(await stampedBy((value) => token({ authority: both, stamped: value }))).toBe('timestamp failed timestamp-untrusted');
  });

  it('a critical purpose is no unknown extension', async () => {
    expect(await stampedBy((value) => token({ authority, stamped: value }))).toBe('good');
  });

  it('from the future, which a clock set back would make of any', async () => {
    expect(await stampedBy((value) => token({ authority, stamped: value, genTime: hoursFromNow(9) }))).toBe('timestamp undetermined clock-skewed');
  });

  it('does not bring a revoked key back', async () => {
    const revokedAt = (hours: number, reason: number): Promise<string> =>
      said(signed(), { statusOf: (name) => (name === 'signer' ? { state: 'revoked', at: hoursFromNow(hours), reason, asOf: NOW } : { state: 'good', asOf: NOW }) });
    // Before the stamp always; after it only a key given up in good order stays good.
    expect([await revokedAt(-1, 4), await revokedAt(1, 1), await revokedAt(1, 6), await revokedAt(1, 0)]).toEqual(Array(4).fill('revocation failed signer-revoked'));
    expect([await revokedAt(1, 3), await revokedAt(1, 4), await revokedAt(1, 5)]).toEqual(Array(3).fill('good'));
  });
});

describe('bombs', () => {
  const nested = (depth: number): Uint8Array => Uint8Array.from([...Array.from({ length: depth }, () => [0x30, 0x80]).flat(), ...Array(2 * depth).fill(0)]);
  it.each<[string, Uint8Array]>([
    ['elements in elements without an end', nested(5000)],
    ['strings in strings', Uint8Array.from([0x30, 0x80, ...Array.from({ length: 5000 }, () => [0x24, 0x80]).flat()])],
    ['sixty thousand empty elements', Uint8Array.from([0x30, 0x80, ...Array.from({ length: 30_000 }, () => [0x05, 0]).flat(), 0, 0])],
    ['a length of four thousand million', Uint8Array.of(0x30, 0x84, 0xff, 0xff, 0xff, 0xff)],
  ])('%s are refused', async (_, bytes) => {
    expect(await said(bytes)).toBe('integrity failed signature-malformed');
  });

  it('attributes by the thousand under a good signature are only read', async () => {
    const unsigned = Array.from({ length: 2000 }, (_, at) => attribute(`1.2.398.99.${at}`, octets(new Uint8Array(16))));
    expect(await said(signed({ unsigned }))).toBe('good');
  });

  it('certificates by the hundred are too many', async () => {
    const hundred = signed({}, { certificates: Array.from({ length: 100 }, () => signer) });
    expect(await said(hundred)).toBe('integrity failed signature-malformed');
    expect(await said(signed({}, { certificates: Array.from({ length: 60 }, () => signer) }))).toBe('good');
  });
});

/** Everything that is inside a message is a hint: put in by any hand it may add nothing. */
it('a list of revocations inside that is by nobody clears nobody', async () => {
  const strange = signed({}, { revocationInfo: [embedded(signer.der)] });
  expect(await said(strange, { statusOf: () => ({ state: 'unknown', detail: 'away' }) })).toContain('undetermined');
  expect(await said(strange)).toBe('good');
});
