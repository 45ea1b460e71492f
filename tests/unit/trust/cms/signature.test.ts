/** The judgement of a whole signature: each refusal beside the signature that only lacks the fault. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { attribute } from '../../../../electron/stand/authority/signed-data.ts';
import { nothing, oid, octets, seq, set } from '../../../../electron/stand/authority/asn1.ts';
import { certificateAuthority, extendedKeyUsage, type IssuedCertificate, keyUsage } from '../../../../electron/stand/authority/certificate.ts';
import { issue, LAPSED, NOW, PURPOSE, SIGNER } from '../trial/trial-authority.ts';
import { CONTENT, decisive, judged, OTHER, root, signed, signer, stamped } from '../trial/trial-judgement.ts';
import { contentTypeAttribute, digestAttribute, essAttribute, OID, signature, type SignerTrial } from '../trial/trial-signature.ts';

describe('a good signature', () => {
  it('gives the signed bytes, the signer and the proven time', async () => {
    const answer = await judged(signed());
    expect(answer.state).toBe('good');
    expect(answer.content).toEqual(CONTENT);
    expect(answer.signers.map(({ commonName }) => commonName)).toEqual(['signer']);
    expect(answer.signedAt).toEqual(NOW);
    expect(answer.checks.map(({ layer }) => layer)).toEqual(['integrity', 'signer', 'chain', 'revocation', 'timestamp']);
  });

  it('may be detached, armoured, or given its own content again', async () => {
    expect((await judged(signed({}, { detached: true }), { content: CONTENT })).content).toEqual(CONTENT);
    const base64 = Buffer.from(signed()).toString('base64').replaceAll(/.{64}/g, '$&\n');
    expect((await judged(Buffer.from(`-----BEGIN CMS-----\n${base64}\n-----END CMS-----\n`))).state).toBe('good');
    expect((await judged(signed(), { content: CONTENT })).state).toBe('good');
  });

  it('may lack the ESS attribute and have its certificate elsewhere', async () => {
    expect((await judged(signed({ attributes: [contentTypeAttribute(OID.data), digestAttribute(CONTENT)] }))).state).toBe('good');
    expect((await judged(signed({}, { certificates: [] }), { known: [signer] })).state).toBe('good');
  });

  it('may name the algorithm of the key and leave the hash to the digest, as the C library of the centre does', async () => {
    expect((await judged(signed({ signatureAlgorithm: seq(oid('1.2.840.113549.1.1.1'), nothing()) }))).state).toBe('good');
  });
});

const sha1Attribute = attribute(OID.messageDigest, octets(Uint8Array.from(createHash('sha1').update(CONTENT).digest())));

describe('integrity', () => {
  const attributes = (...list: NonNullable<SignerTrial['attributes']>): Partial<SignerTrial> => ({ attributes: list });
  const type = (): ReturnType<typeof contentTypeAttribute> => contentTypeAttribute(OID.data);

  it.each<[string, () => Uint8Array, string]>([
    ['a damaged value', () => signed({ damage: 'signature' }), 'signature-wrong'],
    ['an empty value', () => signed({ damage: 'empty' }), 'signature-wrong'],
    ['another content', () => signed(attributes(type(), digestAttribute(OTHER))), 'content-mismatch'],
    ['no signed attributes', () => signed({ attributes: null }), 'signature-malformed'],
    ['no message digest', () => signed(attributes(type())), 'signature-malformed'],
    ['no content type', () => signed(attributes(digestAttribute(CONTENT))), 'signature-malformed'],
    ['another content type', () => signed(attributes(contentTypeAttribute(OID.tstInfo), digestAttribute(CONTENT))), 'signature-malformed'],
    ['two message digests', () => signed(attributes(type(), digestAttribute(CONTENT), digestAttribute(OTHER))), 'signature-malformed'],
    [
      'two values of one digest',
      () => signed(attributes(type(), seq(oid(OID.messageDigest), set(octets(CONTENT), octets(OTHER))))),
      'signature-malformed',
    ],
    ['a digest by SHA-1', () => signed({ digestAlgorithm: OID.sha1, attributes: [contentTypeAttribute(OID.data), sha1Attribute] }), 'algorithm-refused'],
    [
      'a hash that differs from the digest',
      () => signed({ signatureAlgorithm: seq(oid('1.2.840.113549.1.1.13'), nothing()) }),
      'algorithm-refused',
    ],
    ['an algorithm of another key', () => signed({ signatureAlgorithm: seq(oid('1.2.840.10045.4.3.2')) }), 'algorithm-refused'],
    ['bytes after the end', () => Uint8Array.of(...signed(), 0), 'signature-malformed'],
    ['no bytes at all', () => new Uint8Array(), 'signature-malformed'],
    ['no signer', () => signature({ content: CONTENT, signers: [], certificates: [signer] }), 'signature-missing'],
  ])('%s fails', async (_, make, code) => {
    const answer = await judged(make());
    expect(decisive(answer)).toBe(`integrity failed ${code}`);
    expect([answer.state, answer.content]).toEqual(['bad', null]);
    expect(answer.checks.slice(1).map(({ outcome }) => outcome)).toEqual(Array(4).fill('not-reached'));
  });

  it('the same attribute twice fails, whatever it is', async () => {
    const claim = (): ReturnType<typeof attribute> => attribute('1.2.398.99.1', octets(OTHER));
    const list = [type(), digestAttribute(CONTENT), essAttribute(signer)];
    expect(decisive(await judged(signed(attributes(...list, claim(), claim()))))).toBe('integrity failed signature-malformed');
    expect((await judged(signed(attributes(...list, claim())))).state).toBe('good');
  });

  it('the time of signing among the unsigned attributes makes it malformed, another attribute there does not', async () => {
    const unsigned = (id: string): Partial<SignerTrial> => ({ unsigned: [attribute(id, octets(OTHER))] });
    expect(decisive(await judged(signed(unsigned('1.2.840.113549.1.9.5'))))).toBe('integrity failed signature-malformed');
    expect(decisive(await judged(signed(unsigned(OID.messageDigest))))).toBe('integrity failed signature-malformed');
    expect((await judged(signed(unsigned('1.2.398.99.1')))).state).toBe('good');
  });

  it('a counter-signature is named and not judged, the signature below it is', async () => {
    const counter = { unsigned: [attribute('1.2.840.113549.1.9.6', octets(OTHER))] };
    const told = await judged(signed(counter));
    expect(told.state).toBe('good');
    expect(told.checks).toContainEqual(expect.objectContaining({ layer: 'signer', outcome: 'attention', code: 'counter-signature-unjudged' }));
    expect((await judged(signed())).checks.map(({ code }) => code)).not.toContain('counter-signature-unjudged');
    const usual = [contentTypeAttribute(OID.data), digestAttribute(CONTENT), essAttribute(signer)];
    expect(decisive(await judged(signed({ attributes: [...usual, ...counter.unsigned] })))).toBe('integrity failed signature-malformed');
    expect((await judged(signed({ attributes: usual }))).state).toBe('good');
  });

  it('a content given beside a different attached one is refused', async () => {
    expect(decisive(await judged(signed(), { content: OTHER }))).toBe('integrity failed content-mismatch');
  });

  it('a detached signature without its content is left open', async () => {
    const answer = await judged(signed({}, { detached: true }));
    expect([answer.state, decisive(answer)]).toEqual(['undetermined', 'integrity undetermined content-missing']);
  });

  it('a signature that names another certificate of the same key is wrong', async () => {
    const twin = await issue('signer', root, { serial: Uint8Array.of(9) });
    const naming = (named: IssuedCertificate): Partial<SignerTrial> => attributes(type(), digestAttribute(CONTENT), essAttribute(named));
    expect(decisive(await judged(signed(naming(twin))))).toBe('integrity failed signature-wrong');
    expect((await judged(signed(naming(signer)))).state).toBe('good');
  });

  it('a signer whose certificate is nowhere is left open', async () => {
    expect(decisive(await judged(signed({}, { certificates: [] })))).toBe('integrity undetermined signer-unidentified');
  });

  it('the withdrawn algorithm of the Gamma arc is refused by its name', async () => {
    const gamma = seq(oid('1.3.6.1.4.1.6801.1.2.2'), nothing());
    const answer = await judged(signed({ signatureAlgorithm: gamma }));
    expect(answer.checks[0]).toMatchObject({ outcome: 'failed', code: 'algorithm-refused', detail: 'signature of the withdrawn Gamma algorithm' });
  });
});

describe('signer', () => {
  const by = async (extensions: typeof SIGNER): Promise<string> =>
    decisive(await judged(signed({ signer: await issue('signer', root, { extensions }) })));

  it('signs with nonRepudiation and a purpose of signing, or without any purpose named', async () => {
    expect(await by(SIGNER)).toBe('good');
    expect(await by([keyUsage('nonRepudiation')])).toBe('good');
    expect(await by([keyUsage('nonRepudiation'), extendedKeyUsage([PURPOSE.individual])])).toBe('good');
  });

  it.each<[string, () => typeof SIGNER]>([
    [
      'an AUTH certificate of the centre',
      () => [keyUsage('digitalSignature', 'keyEncipherment'), extendedKeyUsage([PURPOSE.clientAuth, PURPOSE.individual])],
    ],
    [
      'a certificate of the centre without nonRepudiation',
      () => [keyUsage('digitalSignature'), extendedKeyUsage([PURPOSE.emailProtection, PURPOSE.individual])],
    ],
    ['a certificate of anybody without nonRepudiation', () => [keyUsage('digitalSignature'), extendedKeyUsage([PURPOSE.emailProtection])]],
    ['a certificate without key usage', () => [extendedKeyUsage([PURPOSE.emailProtection])]],
    ['a key for encipherment', () => [keyUsage('keyEncipherment'), extendedKeyUsage([PURPOSE.emailProtection])]],
    ['a certificate of a server', () => [keyUsage('digitalSignature'), extendedKeyUsage([PURPOSE.serverAuth])]],
    ['a certificate of an authority', () => [certificateAuthority(null), keyUsage('digitalSignature', 'nonRepudiation')]],
    ['a key that signs certificates', () => [keyUsage('keyCertSign', 'digitalSignature', 'nonRepudiation')]],
  ])('%s does not sign documents', async (_, extensions) => {
    expect(await by(extensions())).toBe('signer failed signer-not-for-signing');
  });

  it('when it fails leaves everything below not reached, however good', async () => {
    const strange = await issue('signer', root, { extensions: [keyUsage('keyEncipherment')] });
    const { checks } = await judged(signed({ signer: strange }));
    expect(checks.map(({ outcome }) => outcome)).toEqual(['passed', 'failed', 'not-reached', 'not-reached', 'not-reached']);
  });

  it('must be the body that is asked for', async () => {
    expect(decisive(await judged(signed(), { expectedSignerBin: '000140000019' }))).toBe('signer failed signer-unidentified');
    expect(decisive(await judged(signed(), { expectedSignerBin: null }))).toBe('good');
  });
});

describe('several signers', () => {
  it('are all judged, and all must be good', async () => {
    const second = await issue('second', root);
    const both = await judged(
      signature({
        content: CONTENT,
        signers: [
          { signer, ...stamped() },
          { signer: second, ...stamped() },
        ],
      }),
    );
    expect([both.state, both.signers.length]).toEqual(['good', 2]);
    const expired = await issue('second', root, LAPSED);
    const one = await judged(
      signature({
        content: CONTENT,
        signers: [
          { signer, ...stamped() },
          { signer: expired, ...stamped() },
        ],
      }),
    );
    expect(decisive(one)).toBe('chain failed chain-expired');
    const broken = await judged(
      signature({
        content: CONTENT,
        signers: [
          { signer, ...stamped() },
          { signer: second, damage: 'signature' },
        ],
      }),
    );
    expect([broken.state, broken.content]).toEqual(['bad', null]);
  });
});
