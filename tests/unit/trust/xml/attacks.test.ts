/** The known attacks on XML signatures, by name; each starts from a document that is good. */
import { createHmac } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { EXCLUSIVE_C14N, XADES } from '../../../../electron/core/trust/xml/names.ts';
import { readXml } from '../../../../electron/core/trust/xml/syntax/read-xml.ts';
import { childText } from '../../../../electron/core/trust/xml/syntax/xml-tree.ts';
import { issue } from '../trial/trial-authority.ts';
import { decisive, root, signer } from '../trial/trial-judgement.ts';
import { DOCUMENT, ENVELOPED_EXCLUSIVE, judgedXml, rsaKey, sha256, signedXml, x509Data } from './trial-xml.ts';

const GENUINE = 'timestamp attention timestamp-missing';
const MALFORMED = 'integrity failed signature-malformed';
const REFUSED = 'integrity failed algorithm-refused';
const MISMATCH = 'integrity failed content-mismatch';
const verdictOf = async (xml: string): Promise<string> => decisive(await judgedXml(xml));

describe('signature wrapping', () => {
  const payload = '<pay Id="p"><amount>100</amount></pay>';
  const evil = '<pay Id="e"><amount>900</amount></pay>';
  let signed: string;
  let signature: string;

  beforeAll(async () => {
    signed = await signedXml({ document: `<order>${payload}{signature}</order>`, references: [{ uri: '#p', transforms: [EXCLUSIVE_C14N] }] });
    signature = /<ds:Signature .*<\/ds:Signature>/.exec(signed)![0];
  });

  it('starts from a document that is good over its part', async () => {
    expect((await judgedXml(signed)).state).toBe('good');
  });

  it('with the signed element moved into an Object of the signature is refused', async () => {
    const moved = signature.replace('</ds:Signature>', `<ds:Object>${payload}</ds:Object></ds:Signature>`);
    expect(await verdictOf(`<order>${evil}${moved}</order>`)).toBe(MALFORMED);
  });

  it('with the signed element moved into an Object of a second signature is refused', async () => {
    const holder = (await signedXml()).replace('<order><amount>100</amount>', '').replace('</order>', '').replace('</ds:Signature>', `<ds:Object>${payload}</ds:Object></ds:Signature>`);
    expect(await verdictOf(`<order>${evil}${signature}${holder}</order>`)).toBe(MALFORMED);
  });

  it('with the signed element moved into KeyInfo signs nothing', async () => {
    const moved = signature.replace('</ds:KeyInfo>', `${payload}</ds:KeyInfo>`);
    expect(await verdictOf(`<order>${evil}${moved}</order>`)).toBe(MALFORMED);
  });

  it.each([
    ['beside the other', `<order>${evil}<old>${payload}</old>SIGNATURE</order>`],
    ['around the other', `<order><pay Id="x"><amount>900</amount>${payload}</pay>SIGNATURE</order>`],
    ['inside the other', `<order><pay Id="e"><amount>900</amount><extra>${payload}</extra></pay>SIGNATURE</order>`],
  ])('with the signed element %s never gives the other one', async (_name, document) => {
    const answer = await judgedXml(document.replace('SIGNATURE', () => signature));
    expect([answer.state, answer.checks[0]!.code]).toEqual(['good', 'signed-part-only']);
    expect(childText(readXml(answer.signed[0]!.octets).root, 'amount')).toBe('100');
    expect(answer.content).toEqual(answer.signed[0]!.octets);
  });

  it('with an Object that nobody signed put into the signature is told from the document alone', async () => {
    const whole = await signedXml();
    expect((await judgedXml(whole)).checks[0]).toMatchObject({ outcome: 'passed' });
    for (const inside of [evil, 'amount: 900', `<x:QualifyingProperties xmlns:x="${XADES}"/>${evil}`]) {
      const padded = await judgedXml(whole.replace('<ds:Signature ', '<ds:Signature Id="s" ').replace('</ds:Signature>', `<ds:Object>${inside.replace('/>', ' Target="#s"/>')}</ds:Object></ds:Signature>`));
      expect(padded.checks[0]).toMatchObject({ outcome: 'attention', code: 'signed-part-only' });
      expect(new TextDecoder().decode(padded.content!)).toBe('<order><amount>100</amount></order>');
    }
  });

  it('with two elements of the signed identifier is refused, whichever comes first', async () => {
    const twin = evil.replace('"e"', '"p"');
    expect(await verdictOf(`<order>${twin}${payload}${signature}</order>`)).toBe(MALFORMED);
    expect(await verdictOf(`<order>${payload}${twin}${signature}</order>`)).toBe(MALFORMED);
  });

  it.each(['ID', 'id', 'xml:id'])('with the signed identifier claimed again by %s is refused', async (name) => {
    expect(await verdictOf(`<order>${evil.replace('Id="e"', `${name}="p"`)}${payload}${signature}</order>`)).toBe(MALFORMED);
  });

  it('with the whole document put into another one is refused', async () => {
    const whole = await signedXml();
    expect(await verdictOf(`<order><amount>900</amount>${whole}</order>`)).toBe(MISMATCH);
    expect(await verdictOf(whole.replace('<order>', '<order><amount>900</amount>'))).toBe(MISMATCH);
  });

  it('with a second SignedInfo, first or last, is refused', async () => {
    const whole = await signedXml();
    const info = /<ds:SignedInfo>.*<\/ds:SignedInfo>/.exec(whole)![0];
    const other = info.replace(/DigestValue>[^<]*/, `DigestValue>${Buffer.from(sha256(Buffer.from('<order></order>'))).toString('base64')}`);
    expect(await verdictOf(whole.replace(info, other + info))).toBe(MALFORMED);
    expect(await verdictOf(whole.replace(info, info + other))).toBe(MALFORMED);
    for (const behind of ['</ds:SignatureValue>', '</ds:KeyInfo>']) expect(await verdictOf(whole.replace(behind, behind + other))).toBe(MALFORMED);
    expect(await verdictOf(whole)).toBe(GENUINE);
  });
});

describe('transforms', () => {
  const transform = (algorithm: string, inside: string): string => `<ds:Transform Algorithm="${algorithm}">${inside}</ds:Transform>`;
  const nothing = Buffer.from('');

  it.each([
    ['an XPath that leaves the amount out', 'http://www.w3.org/TR/1999/REC-xpath-19991116', '<ds:XPath>not(ancestor-or-self::amount)</ds:XPath>'],
    ['an XPath filter', 'http://www.w3.org/2002/06/xmldsig-filter2', '<f:XPath xmlns:f="http://www.w3.org/2002/06/xmldsig-filter2" Filter="subtract">//amount</f:XPath>'],
    ['a stylesheet', 'http://www.w3.org/TR/1999/REC-xslt-19991116', '<x:stylesheet xmlns:x="http://www.w3.org/1999/XSL/Transform"/>'],
    ['Base64', 'http://www.w3.org/2000/09/xmldsig#base64', ''],
    ['a transform of its own', 'urn:anything', ''],
    ['a prefix list where there is none', 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315', `<e:InclusiveNamespaces xmlns:e="${EXCLUSIVE_C14N}" PrefixList="a"/>`],
  ])('of %s are refused before anything is digested', async (_name, algorithm, inside) => {
    const xml = await signedXml({ references: [{ transforms: [...ENVELOPED_EXCLUSIVE.slice(0, 1), transform(algorithm, inside)], octets: nothing }] });
    expect(['integrity failed algorithm-refused', MALFORMED]).toContain(await verdictOf(xml));
  });

  it('in another order, or twice, are refused', async () => {
    const [enveloped, form] = ENVELOPED_EXCLUSIVE as [string, string];
    expect(await verdictOf(await signedXml({ references: [{ transforms: [form, enveloped] }] }))).toBe(REFUSED);
    expect(await verdictOf(await signedXml({ references: [{ transforms: [enveloped, form, form] }] }))).toBe(REFUSED);
    expect(await verdictOf(await signedXml({ references: [{ transforms: [enveloped, enveloped] }] }))).toBe(REFUSED);
    expect(await verdictOf(await signedXml())).toBe(GENUINE);
  });

  it('that take a signature out of a part it does not lie in are refused', async () => {
    const document = '<order><pay Id="p">1</pay>{signature}</order>';
    expect(await verdictOf(await signedXml({ document, references: [{ uri: '#p', transforms: ENVELOPED_EXCLUSIVE }] }))).toBe(MALFORMED);
  });
});

describe('references', () => {
  it.each(['http://example.test/order.xml', 'file:///etc/passwd', 'order.xml', '#xpointer(/)', "#xpointer(id('p'))", '#', '#nobody'])(
    'to %s are refused and never fetched',
    async (uri) => {
      expect(await verdictOf(await signedXml({ references: [{ uri, octets: Buffer.from('x') }] }))).toBe(MALFORMED);
    },
  );

  it('of one signature are bounded in number', async () => {
    const lines = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
    const many = (count: number) =>
      signedXml({
        document: `<order>${lines(count).map((line) => `<line Id="n${line}"/>`).join('')}{signature}</order>`,
        references: lines(count).map((line) => ({ uri: `#n${line}`, transforms: [EXCLUSIVE_C14N] })),
      });
    expect((await judgedXml(await many(16))).state).toBe('good');
    expect(await verdictOf(await many(17))).toBe(MALFORMED);
  });

  it('to one element twice are refused', async () => {
    expect(await verdictOf(await signedXml({ references: [{}, {}] }))).toBe(MALFORMED);
    expect(await verdictOf(await signedXml({ document: DOCUMENT.replace('<order', '<order Id="o"'), references: [{}, { uri: '#o' }] }))).toBe(MALFORMED);
  });
});

describe('algorithm confusion', () => {
  it('of a keyed hash with the public key for the secret is refused', async () => {
    const sign = (octets: Uint8Array): Uint8Array => createHmac('sha256', signer.key.spki).update(octets).digest();
    for (const signatureMethod of ['http://www.w3.org/2001/04/xmldsig-more#hmac-sha256', 'http://www.w3.org/2000/09/xmldsig#hmac-sha1'])
      expect(await verdictOf(await signedXml({ key: { ...rsaKey(signer), sign }, signatureMethod }))).toBe(REFUSED);
  });

  it.each([
    ['of another kind of key', 'urn:ietf:params:xml:ns:pkigovkz:xmlsec:algorithms:gostr34102015-gostr34112015-512', REFUSED],
    ['of another hash', 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512', 'integrity failed signature-wrong'],
    ['by SHA-1', 'http://www.w3.org/2000/09/xmldsig#rsa-sha1', 'integrity failed signature-wrong'],
    ['by MD5', 'http://www.w3.org/2001/04/xmldsig-more#rsa-md5', REFUSED],
    ['by DSA', 'http://www.w3.org/2000/09/xmldsig#dsa-sha1', REFUSED],
    ['by a property every object has', 'constructor', REFUSED],
  ])('under the name %s is refused', async (_name, signatureMethod, code) => {
    expect(await verdictOf(await signedXml({ signatureMethod }))).toBe(code);
  });

  it.each(['http://www.w3.org/2001/04/xmldsig-more#md5', 'toString'])('of a digest by %s is refused', async (digestMethod) => {
    expect(await verdictOf(await signedXml({ references: [{ digestMethod }] }))).toBe(REFUSED);
  });

  it('of a canonicalization that is none is refused', async () => {
    expect(await verdictOf(await signedXml({ canonicalization: 'http://www.w3.org/2006/12/xml-c14n11' }))).toBe(REFUSED);
  });
});

describe('a value cut short', () => {
  it('is refused, and so is a signature method that would allow it', async () => {
    const xml = await signedXml();
    const method = /<ds:SignatureMethod [^>]*\/>/.exec(xml)![0];
    const cut = method.replace('/>', '><ds:HMACOutputLength>8</ds:HMACOutputLength></ds:SignatureMethod>');
    expect(await verdictOf(xml.replace(method, cut))).toBe(MALFORMED);
    expect(await verdictOf(xml.replace(/(<ds:SignatureValue>.{40})[^<]*/, '$1'))).toBe('integrity failed signature-wrong');
    expect(await verdictOf(xml.replace(/(<ds:DigestValue>.{8})[^<]*/, '$1'))).toBe('integrity failed signature-wrong');
  });
});

describe('comments and namespaces', () => {
  it('a comment in the middle of a signed text hides none of it', async () => {
    const xml = await signedXml({ document: '<order><to>friend.evil.kz</to>{signature}</order>' });
    const answer = await judgedXml(xml.replace('friend.evil', 'friend<!-- -->.evil'));
    expect(decisive(answer)).toBe(GENUINE);
    expect(childText(readXml(answer.content!).root, 'to')).toBe('friend.evil.kz');
    expect(childText(readXml(Buffer.from(xml.replace('friend.evil', 'friend<!-- -->.evil'))).root, 'to')).toBe('friend.evil.kz');
  });

  it.each(['DigestValue', 'SignatureValue'])('a comment inside %s is refused', async (name) => {
    const xml = await signedXml();
    expect(await verdictOf(xml.replace(new RegExp(`<ds:${name}>...`), '$&<!--x-->'))).toBe(name === 'DigestValue' ? GENUINE : MALFORMED);
    const kept = await signedXml({ canonicalization: `${EXCLUSIVE_C14N}WithComments` });
    expect(await verdictOf(kept.replace('<ds:DigestValue>', '<ds:DigestValue><!--x-->'))).not.toBe(GENUINE);
  });

  it('a declaration put around a part does not change what an exclusive form says of it', async () => {
    const document = '<order><pay Id="p">1</pay>{signature}</order>';
    const xml = await signedXml({ document, references: [{ uri: '#p', transforms: [EXCLUSIVE_C14N] }] });
    expect((await judgedXml(xml.replace('<order>', '<order xmlns:x="urn:x">'))).state).toBe('good');
    expect(await verdictOf(xml.replace('<order>', '<order xmlns="urn:x">'))).toBe(MISMATCH);
  });

  it('a signature in another namespace than that of XML Signature is none', async () => {
    const xml = await signedXml();
    expect(await verdictOf(xml.replace('http://www.w3.org/2000/09/xmldsig#"', 'http://www.w3.org/2000/09/xmldsig"'))).toBe('integrity failed signature-missing');
  });

  it('properties of XAdES in a foreign place are not taken for signed ones', async () => {
    const object = `<ds:Object><x:QualifyingProperties xmlns:x="${XADES}" Target="#s"><x:SignedProperties Id="q"/></x:QualifyingProperties></ds:Object>`;
    expect(await verdictOf(await signedXml({ objects: object, id: 's' }))).toBe(MALFORMED);
  });
});

describe('entities', () => {
  const declared = '<!DOCTYPE order [<!ENTITY a "100"><!ATTLIST pay Id ID #IMPLIED>]>';

  it.each([
    ['a DTD', (xml: string) => declared + xml],
    ['a DTD that is only named', (xml: string) => `<!DOCTYPE order SYSTEM "http://example.test/o.dtd">${xml}`],
    ['an entity', (xml: string) => xml.replace('100', '&a;')],
    ['a parameter entity', (xml: string) => `<!DOCTYPE order [<!ENTITY % a SYSTEM "file:///etc/passwd">%a;]>${xml}`],
    ['a DTD inside', (xml: string) => xml.replace('<amount>', `${declared}<amount>`)],
    ['another encoding', (xml: string) => `<?xml version="1.0" encoding="windows-1251"?>${xml}`],
    ['XML 1.1', (xml: string) => `<?xml version="1.1"?>${xml}`],
  ])('documents with %s are refused', async (_name, change) => {
    const xml = await signedXml();
    expect(await verdictOf(xml)).toBe(GENUINE);
    expect(await verdictOf(change(xml))).toBe(MALFORMED);
  });
});

describe('keys of strangers', () => {
  it('sign nothing, wherever their certificate is put', async () => {
    const xml = await signedXml({ keyInfo: '<ds:KeyValue><ds:RSAKeyValue><ds:Modulus>AQAB</ds:Modulus><ds:Exponent>AQAB</ds:Exponent></ds:RSAKeyValue></ds:KeyValue>' });
    expect(await verdictOf(xml)).toBe('integrity undetermined signer-unidentified');
    const retrieved = await signedXml({ keyInfo: '<ds:RetrievalMethod URI="http://example.test/key"/>' });
    expect(await verdictOf(retrieved)).toBe('integrity undetermined signer-unidentified');
  });

  it('are not tried without end', async () => {
    const others = await Promise.all(Array.from({ length: 8 }, (_, index) => issue(`again-${index}`, root, { key: 'other-key' })));
    const certificates = others.map(({ der }) => der);
    expect(await verdictOf(await signedXml({ document: DOCUMENT, keyInfo: x509Data(...certificates.slice(0, 7), signer.der) }))).toBe(GENUINE);
    expect(await verdictOf(await signedXml({ document: DOCUMENT, keyInfo: x509Data(...certificates, signer.der) }))).toBe('integrity failed signature-wrong');
  });
});
