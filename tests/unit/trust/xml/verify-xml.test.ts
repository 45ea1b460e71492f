/** Signed XML through the whole judgement: each accepted form beside the twin that is refused. */
import { describe, expect, it } from 'vitest';
import { ENVELOPED, EXCLUSIVE_C14N, INCLUSIVE_C14N } from '../../../../electron/core/trust/xml/names.ts';
import { readCertificate } from '../../../../electron/core/trust/x509/certificate.ts';
import { der, embedded, explicit, int, seq } from '../../../../electron/stand/authority/asn1.ts';
import { extendedKeyUsage, keyUsage } from '../../../../electron/stand/authority/certificate.ts';
import { issue, LAPSED, NOW, PURPOSE } from '../trial/trial-authority.ts';
import { authority, decisive, root, signer } from '../trial/trial-judgement.ts';
import { token } from '../trial/trial-signature.ts';
import { DOCUMENT, judgedXml, rsaKey, signedXml, signingCertificate, stampedOctets, xadesParts, x509Data, type XmlTrial } from './trial-xml.ts';

const text = (octets: Uint8Array | null): string | null => (octets === null ? null : new TextDecoder().decode(octets));
/** IssuerSerial (RFC 5035 5.4.1). */
function issuerSerial(encoded: Uint8Array): Uint8Array {
  const { issuer, serialHex } = readCertificate(encoded);
  return der(seq(seq(explicit(4, embedded(issuer.encoded))), int(Buffer.from(serialHex, 'hex'))));
}
/** Without a time-stamp the last layer asks for attention. */
const GENUINE = 'timestamp attention timestamp-missing';
const verdictOf = async (xml: string): Promise<string> => decisive(await judgedXml(xml));

describe('an enveloped signature', () => {
  it('is good over the document without itself, and gives exactly that', async () => {
    const answer = await judgedXml(await signedXml());
    expect([answer.state, decisive(answer)]).toEqual(['good', GENUINE]);
    expect(text(answer.content)).toBe('<order><amount>100</amount></order>');
    expect(answer.signed.map(({ signature, uri, extent }) => [signature, uri, extent])).toEqual([[0, '', 'document']]);
    expect(answer.signers.map(({ commonName }) => commonName)).toEqual(['signer']);
  });

  it.each([
    ['a letter of the content changed', (xml: string) => xml.replace('100', '900'), 'integrity failed content-mismatch'],
    ['an element added', (xml: string) => xml.replace('<order>', '<order><rush/>'), 'integrity failed content-mismatch'],
    ['an instruction added in front', (xml: string) => `<?run now?>${xml}`, 'integrity failed content-mismatch'],
    ['another digest named', (xml: string) => xml.replace(/DigestValue>./, 'DigestValue>_'.replace('_', xml.includes('DigestValue>A') ? 'B' : 'A')), 'integrity failed signature-wrong'],
    ['no value', (xml: string) => xml.replace(/<ds:SignatureValue>.*<\/ds:SignatureValue>/, '<ds:SignatureValue/>'), 'integrity failed signature-malformed'],
    ['no signature', (xml: string) => xml.replace(/<ds:Signature .*<\/ds:Signature>/, ''), 'integrity failed signature-missing'],
  ])('is refused with %s', async (_name, change, code) => {
    expect(await verdictOf(change(await signedXml()))).toBe(code);
  });

  it.each([
    [INCLUSIVE_C14N],
    [EXCLUSIVE_C14N],
    // What a same-document reference is to has no comments, so that the form with comments writes none.
    [`${INCLUSIVE_C14N}#WithComments`],
    [`${EXCLUSIVE_C14N}WithComments`],
  ])('may be digested by %s', async (form) => {
    const xml = await signedXml({ references: [{ transforms: [ENVELOPED, form] }] });
    expect(await verdictOf(xml)).toBe(GENUINE);
    expect(await verdictOf(xml.replace('<order>', '<order><!-- 900 -->'))).toBe(GENUINE);
    expect(await verdictOf(xml.replace('100', '100 '))).toBe('integrity failed content-mismatch');
  });

  it('without a canonical form is digested by the inclusive one', async () => {
    expect(await verdictOf(await signedXml({ references: [{ transforms: [ENVELOPED] }] }))).toBe(GENUINE);
  });

  it.each([[INCLUSIVE_C14N], [EXCLUSIVE_C14N]])('may have its SignedInfo written by %s', async (canonicalization) => {
    const document = `<o xmlns:a="urn:a" xml:lang="kk">${DOCUMENT}</o>`;
    expect(await verdictOf(await signedXml({ canonicalization, document }))).toBe(GENUINE);
  });
});

describe('several signers', () => {
  const second = rsaKey(signer);

  async function signedTwice(bend: XmlTrial = {}): Promise<string> {
    const once = await signedXml();
    return signedXml({ document: once.replace('</order>', '{signature}</order>'), key: second, ...bend });
  }

  it('sign one after the other, and each is shown', async () => {
    const answer = await judgedXml(await signedTwice());
    expect([answer.state, answer.signers.length, answer.bySigner.length]).toEqual(['good', 2, 2]);
    expect(text(answer.content)).toBe('<order><amount>100</amount></order>');
    expect(answer.signed.map(({ octets }) => octets.length > 100)).toEqual([false, true]);
  });

  it('may also put a later signature in front of the earlier one', async () => {
    const once = await signedXml();
    const twice = await signedXml({ document: once.replace('<order>', '<order>{signature}') });
    expect(await verdictOf(twice)).toBe(GENUINE);
    expect(await verdictOf(twice.replace('100', '900'))).toBe('integrity failed content-mismatch');
  });

  it('must all be good: one bad signature makes the document bad', async () => {
    const stranger = await issue('stranger', null);
    const answer = await judgedXml(await signedTwice({ key: rsaKey(stranger) }));
    expect([answer.state, decisive(answer)]).toEqual(['bad', 'signer failed signer-not-for-signing']);
    expect(answer.bySigner.map(({ state }) => state)).toEqual(['good', 'bad']);
    const twice = await signedTwice();
    expect(await verdictOf(twice.replace('<amount>', '<amount >').replace('100', '101'))).toBe('integrity failed content-mismatch');
  });
});

describe('a signature over a part', () => {
  const document = '<order><line Id="a">100</line><line Id="b">1</line>{signature}</order>';
  const references = [{ uri: '#a', transforms: [EXCLUSIVE_C14N] }];

  it('is genuine, says that the rest is not signed, and gives the part', async () => {
    const answer = await judgedXml(await signedXml({ document, references }));
    expect([answer.state, answer.checks[0]!.code, answer.checks[0]!.outcome]).toEqual(['good', 'signed-part-only', 'attention']);
    expect(text(answer.content)).toBe('<line Id="a">100</line>');
    expect(answer.signed).toMatchObject([{ uri: '#a', extent: 'part' }]);
  });

  it('is refused with the part changed, and has nothing to say of the rest', async () => {
    const xml = await signedXml({ document, references });
    expect(await verdictOf(xml.replace('>100<', '>900<'))).toBe('integrity failed content-mismatch');
    expect((await judgedXml(xml.replace('>1<', '>9<'))).content).toEqual((await judgedXml(xml)).content);
  });

  it('over several parts gives all of them and no one content', async () => {
    const both = [...references, { uri: '#b', transforms: [EXCLUSIVE_C14N] }];
    const answer = await judgedXml(await signedXml({ document, references: both }));
    expect([answer.state, answer.content, answer.signed.length]).toEqual(['good', null, 2]);
  });
});

describe('an enveloping signature', () => {
  const trial: XmlTrial = { document: '{signature}', objects: '<ds:Object Id="o"><amount>100</amount></ds:Object>', references: [{ uri: '#o', transforms: [EXCLUSIVE_C14N] }] };

  it('is good over what lies in it', async () => {
    const answer = await judgedXml(await signedXml(trial));
    expect([answer.state, decisive(answer), answer.signed[0]!.extent]).toEqual(['good', GENUINE, 'object']);
    expect(await verdictOf((await signedXml(trial)).replace('100', '900'))).toBe('integrity failed content-mismatch');
  });

  it('with another object beside the signed one is over a part', async () => {
    const answer = await judgedXml((await signedXml(trial)).replace('</ds:Signature>', '<ds:Object><amount>900</amount></ds:Object></ds:Signature>'));
    expect(answer.checks[0]!.code).toBe('signed-part-only');
  });
});

describe('whose key it was', () => {
  it('is found among the certificates that come along, in any order', async () => {
    expect(await verdictOf(await signedXml({ keyInfo: x509Data(root.der, authority.der, signer.der) }))).toBe(GENUINE);
  });

  it('is found by a serial number among the certificates we know', async () => {
    const serial = BigInt(`0x${Buffer.from(signer.serial).toString('hex')}`);
    const keyInfo = `<ds:X509Data><ds:X509IssuerSerial><ds:X509IssuerName>CN=x</ds:X509IssuerName><ds:X509SerialNumber>${serial}</ds:X509SerialNumber></ds:X509IssuerSerial></ds:X509Data>`;
    const xml = await signedXml({ keyInfo });
    expect(decisive(await judgedXml(xml, { known: [signer] }))).toBe(GENUINE);
    expect(decisive(await judgedXml(xml))).toBe('integrity undetermined signer-unidentified');
  });

  it('is nobody’s with the certificate of somebody else', async () => {
    const other = await issue('other', root);
    expect(await verdictOf(await signedXml({ keyInfo: x509Data(other.der) }))).toBe('integrity failed signature-wrong');
    expect(await verdictOf(await signedXml({ keyInfo: '<ds:KeyName>signer</ds:KeyName>' }))).toBe('integrity undetermined signer-unidentified');
  });

  it.each([
    ['an ended certificate', { ...LAPSED }, 'chain failed chain-expired'],
    ['a certificate that is not for signing', { extensions: [keyUsage('digitalSignature'), extendedKeyUsage([PURPOSE.clientAuth])] }, 'signer failed signer-not-for-signing'],
  ])('is judged like any signer: %s', async (_name, bend, code) => {
    expect(await verdictOf(await signedXml({ key: rsaKey(await issue('bent', root, bend)) }))).toBe(code);
  });
});

describe('XAdES', () => {
  const parts = xadesParts('s1', `<xades:SigningTime>2026-11-22T08:59:00Z</xades:SigningTime>${signingCertificate(signer.der)}`);
  const trial: XmlTrial = { ...parts, references: [{}, parts.reference] };
  const withStamp = (xml: string, stamp: Uint8Array | null): string => {
    const written = stamp === null ? '' : Buffer.from(stamp).toString('base64');
    const element = `<xades:SignatureTimeStamp><ds:CanonicalizationMethod Algorithm="${EXCLUSIVE_C14N}"/><xades:EncapsulatedTimeStamp>${written}</xades:EncapsulatedTimeStamp></xades:SignatureTimeStamp>`;
    return xml.replace('{unsigned}', stamp === null ? '' : element);
  };
  const stampOver = (stamped: Uint8Array): Uint8Array => token({ authority, stamped, genTime: NOW });

  it('names its certificate and its claimed time, and a stamp over the value proves one', async () => {
    const xml = await signedXml(trial);
    const answer = await judgedXml(withStamp(xml, stampOver(stampedOctets(xml))));
    expect([answer.state, decisive(answer), answer.signedAt]).toEqual(['good', 'good', NOW]);
    expect(answer.bySigner[0]!.claimedAt).toEqual(new Date('2026-11-22T08:59:00Z'));
    expect(decisive(await judgedXml(withStamp(xml, null)))).toBe(GENUINE);
  });

  it.each(['2026-11-22T08:59:00', '22 November 2026', '1', ''])('claims no time by “%s”, which is another instant on every machine, or none', async (written) => {
    const about = xadesParts('s1', `<xades:SigningTime>${written}</xades:SigningTime>${signingCertificate(signer.der)}`);
    const answer = await judgedXml(withStamp(await signedXml({ ...about, references: [{}, about.reference] }), null));
    expect([answer.state, answer.bySigner[0]!.claimedAt]).toEqual(['good', null]);
  });

  it('is refused with a stamp over something else', async () => {
    const xml = await signedXml(trial);
    expect(decisive(await judgedXml(withStamp(xml, stampOver(new TextEncoder().encode('x')))))).toBe('timestamp failed timestamp-wrong');
  });

  it('is refused where it names another certificate than the one whose key signed', async () => {
    const again = await issue('again', root, { key: 'signer' });
    const xml = withStamp(await signedXml({ ...trial, keyInfo: x509Data(again.der) }), null);
    expect(decisive(await judgedXml(xml))).toBe('integrity failed signature-wrong');
    expect(decisive(await judgedXml(withStamp(await signedXml({ ...trial, keyInfo: x509Data(again.der, signer.der) }), null)))).toBe(GENUINE);
  });

  it.each([
    ['IssuerSerialV2', (certificate: Uint8Array) => Buffer.from(issuerSerial(certificate)).toString('base64')],
    ['IssuerSerial', (certificate: Uint8Array) => `<ds:X509IssuerName>CN=x</ds:X509IssuerName><ds:X509SerialNumber>${BigInt(`0x${readCertificate(certificate).serialHex}`)}</ds:X509SerialNumber>`],
  ])('may name issuer and serial in %s, which must be those of its certificate', async (name, written) => {
    const naming = async (certificate: Uint8Array): Promise<string> => {
      const about = signingCertificate(signer.der).replace('</xades:Cert>', `<xades:${name}>${written(certificate)}</xades:${name}></xades:Cert>`);
      const named = xadesParts('s1', about);
      return withStamp(await signedXml({ ...named, references: [{}, named.reference] }), null);
    };
    expect(decisive(await judgedXml(await naming(signer.der)))).toBe(GENUINE);
    expect(decisive(await judgedXml(await naming((await issue('other', root)).der)))).toBe('integrity failed signature-wrong');
  });

  it.each([
    ['properties that no reference is over', { ...parts, references: [{}] }],
    ['properties about another signature', { ...trial, id: 's2' }],
    ['a reference of that type to something else', { ...parts, references: [{}, { ...parts.reference, uri: '#x' }], document: DOCUMENT.replace('<amount>', '<amount Id="x">') }],
  ])('is refused with %s', async (_name, bend) => {
    expect(decisive(await judgedXml(withStamp(await signedXml(bend), null)))).toBe('integrity failed signature-malformed');
  });
});
