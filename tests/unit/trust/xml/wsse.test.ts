/** Signed SOAP envelopes: the Body that is used is the one that was signed, and nothing else in the envelope takes its place. */
import { describe, expect, it } from 'vitest';
import { BASE64_BINARY, EXCLUSIVE_C14N, SOAP_11, SOAP_12, WSSE, WSU, X509_V3 } from '../../../../electron/core/trust/xml/names.ts';
import { readXmlText } from '../../../../electron/core/trust/xml/syntax/read-xml.ts';
import { isTimely, openEnvelope } from '../../../../electron/core/trust/xml/wsse/open-envelope.ts';
import { NOW } from '../trial/trial-authority.ts';
import { decisive, signer } from '../trial/trial-judgement.ts';
import { judgedXml, type ReferenceTrial, signedXml, type XmlTrial } from './trial-xml.ts';

const certificate = Buffer.from(signer.der).toString('base64');
const KEY_IDENTIFIER = `<wsse:SecurityTokenReference xmlns:wsse="${WSSE}"><wsse:KeyIdentifier EncodingType="${BASE64_BINARY}" ValueType="${X509_V3}">${certificate}</wsse:KeyIdentifier></wsse:SecurityTokenReference>`;
const TIMESTAMP = '<wsu:Timestamp wsu:Id="t"><wsu:Created>2026-11-22T08:59:00Z</wsu:Created><wsu:Expires>2026-11-22T09:04:00Z</wsu:Expires></wsu:Timestamp>';
const BODY = '<s:Body wsu:Id="b"><amount>100</amount></s:Body>';
const EVIL = '<s:Body wsu:Id="e"><amount>900</amount></s:Body>';

interface Parts {
  soap?: string;
  security?: string;
  attributes?: string;
  header?: string;
  body?: string;
}

const envelope = ({ soap = SOAP_11, security = '', attributes = '', header = '', body = BODY }: Parts = {}): string =>
  `<s:Envelope xmlns:s="${soap}" xmlns:wsse="${WSSE}" xmlns:wsu="${WSU}"><s:Header>${header}<wsse:Security${attributes}>${security}{signature}</wsse:Security></s:Header>${body}</s:Envelope>`;
const over = (...uris: string[]): ReferenceTrial[] => uris.map((uri) => ({ uri, transforms: [EXCLUSIVE_C14N] }));
const signed = (parts: Parts = {}, trial: XmlTrial = {}): Promise<string> =>
  signedXml({ document: envelope(parts), references: over('#b'), keyInfo: KEY_IDENTIFIER, ...trial });

const GENUINE = 'timestamp attention timestamp-missing';
const MALFORMED = 'integrity failed signature-malformed';
const verdictOf = async (xml: string): Promise<string> => decisive(await judgedXml(xml));

describe('a signed envelope', () => {
  it.each([SOAP_11, SOAP_12])('of %s is good, and its content is the Body', async (soap) => {
    const xml = await signed({ soap });
    const answer = await judgedXml(xml);
    expect([answer.state, decisive(answer), answer.checks[0]!.code]).toEqual(['good', GENUINE, 'integrity-intact']);
    expect(new TextDecoder().decode(answer.content!)).toContain('<amount>100</amount>');
    expect(await verdictOf(xml.replace('>100<', '>900<'))).toBe('integrity failed content-mismatch');
  });

  it('may bring its certificate in a BinarySecurityToken', async () => {
    const token = `<wsse:BinarySecurityToken wsu:Id="k" ValueType="${X509_V3}" EncodingType="${BASE64_BINARY}">${certificate}</wsse:BinarySecurityToken>`;
    const keyInfo = `<wsse:SecurityTokenReference><wsse:Reference URI="#k" ValueType="${X509_V3}"/></wsse:SecurityTokenReference>`;
    const xml = await signed({ security: token }, { keyInfo });
    expect(await verdictOf(xml)).toBe(GENUINE);
    expect(await verdictOf(xml.replace(`${token}`, ''))).toBe('integrity undetermined signer-unidentified');
    expect(await verdictOf(xml.replace('</s:Header>', `${token}</s:Header>`))).toBe('integrity undetermined signer-unidentified');
    expect(await verdictOf(await signed({ security: token }, { keyInfo, references: over('#b', '#k') }))).toBe(GENUINE);
  });

  it('without a signature or a security header is not signed', async () => {
    const xml = await signed();
    expect(await verdictOf(xml.replace(/<ds:Signature .*<\/ds:Signature>/, ''))).toBe('integrity failed signature-missing');
    expect(await verdictOf(`<s:Envelope xmlns:s="${SOAP_11}"><s:Body/></s:Envelope>`)).toBe('integrity failed signature-missing');
    expect(await verdictOf(`<s:Envelope xmlns:s="${SOAP_11}"><s:Header/><s:Body/></s:Envelope>`)).toBe('integrity failed signature-missing');
  });
});

describe('wrapping of the Body', () => {
  it.each([
    ['the signed Body moved into the header, another in its place', (xml: string) => xml.replace(BODY, EVIL).replace('</s:Header>', `<wrap>${BODY}</wrap></s:Header>`)],
    ['the signed Body moved into the security header', (xml: string) => xml.replace(BODY, EVIL).replace('<ds:Signature ', `${BODY}<ds:Signature `)],
    ['the signed Body inside the other', (xml: string) => xml.replace(BODY, EVIL.replace('</s:Body>', `${BODY}</s:Body>`))],
    ['a second Body behind', (xml: string) => xml.replace(BODY, BODY + EVIL)],
    ['a second Body in front', (xml: string) => xml.replace(BODY, EVIL + BODY)],
    ['a second Body of the same identifier', (xml: string) => xml.replace(BODY, EVIL.replace('"e"', '"b"')).replace('</s:Header>', `${BODY}</s:Header>`)],
    ['the header behind the Body', (xml: string) => xml.replace(/(<s:Header>.*<\/s:Header>)(<s:Body.*<\/s:Body>)/, '$2$1')],
    ['a Body of another SOAP', (xml: string) => xml.replace(BODY, BODY.replaceAll('s:Body', 'o:Body').replace('o:Body ', `o:Body xmlns:o="${SOAP_12}" `))],
  ])('%s is refused', async (_name, change) => {
    const xml = await signed();
    expect(await verdictOf(xml)).toBe(GENUINE);
    expect(await verdictOf(change(xml))).toBe(MALFORMED);
  });

  it('a signature over a header instead of the Body is refused', async () => {
    expect(await verdictOf(await signed({ header: '<x wsu:Id="x"/>' }, { references: over('#x') }))).toBe(MALFORMED);
    expect(await verdictOf(await signed({ header: '<x wsu:Id="x"/>' }, { references: over('#x', '#b') }))).toBe(GENUINE);
  });

  it('a signature over an element inside the Body is refused', async () => {
    const body = BODY.replace('<amount>', '<amount Id="a">');
    expect(await verdictOf(await signed({ body }, { references: over('#a') }))).toBe(MALFORMED);
    expect(await verdictOf(await signed({ body }, { references: over('#b', '#a') }))).toBe(MALFORMED);
  });
});

describe('the security header', () => {
  it('for another role is not ours, and there is only one', async () => {
    expect(await verdictOf(await signed({ attributes: ' s:actor=""' }))).toBe(GENUINE);
    expect(await verdictOf(await signed({ attributes: ' s:actor="http://example.test/somebody"' }))).toBe(MALFORMED);
    expect(await verdictOf(await signed({ soap: SOAP_12, attributes: ` s:role="${SOAP_12}/role/next"` }))).toBe(MALFORMED);
    expect(await verdictOf(await signed({ soap: SOAP_12, attributes: ` s:role="${SOAP_12}/role/ultimateReceiver"` }))).toBe(GENUINE);
    expect(await verdictOf(await signed({ header: '<wsse:Security s:actor="http://example.test/somebody"/>' }))).toBe(MALFORMED);
  });

  it('holds one signature', async () => {
    const xml = await signed();
    const signature = /<ds:Signature .*<\/ds:Signature>/.exec(xml)![0];
    expect(await verdictOf(xml.replace(signature, signature + signature))).toBe(MALFORMED);
    expect(await verdictOf(xml.replace(signature, '').replace('</s:Header>', `${signature}</s:Header>`))).toBe('integrity failed signature-missing');
  });
});

describe('the Timestamp', () => {
  const timesIn = async (xml: string) => {
    const opened = await openEnvelope(readXmlText(xml), { known: [], madeBy: null });
    return opened.is === 'checked' ? opened.times : null;
  };

  it('must be signed along with the Body', async () => {
    const xml = await signed({ security: TIMESTAMP }, { references: over('#b', '#t') });
    expect(await verdictOf(xml)).toBe(GENUINE);
    expect(new TextDecoder().decode((await judgedXml(xml)).content!)).toContain('<amount>100</amount>');
    expect(await timesIn(xml)).toEqual({ created: new Date('2026-11-22T08:59:00Z'), expires: new Date('2026-11-22T09:04:00Z') });
    expect(await verdictOf(await signed({ security: TIMESTAMP }))).toBe(MALFORMED);
    expect(await verdictOf((await signed()).replace('<ds:Signature ', `${TIMESTAMP}<ds:Signature `))).toBe(MALFORMED);
    expect(await verdictOf(xml.replace('09:04', '19:04'))).toBe('integrity failed content-mismatch');
    for (const time of ['once', '2026-11-22T08:59:00', '1'])
      expect(await verdictOf(await signed({ security: TIMESTAMP.replace('2026-11-22T08:59:00Z', time) }, { references: over('#b', '#t') }))).toBe(MALFORMED);
    expect(await verdictOf(await signed({ security: TIMESTAMP.replace('2026-11-22T08:59:00Z', '2026-11-22T13:59:00.5+05:00') }, { references: over('#b', '#t') }))).toBe(GENUINE);
  });

  it('says whether a message is of now', () => {
    const at = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);
    expect(isTimely({ created: at(-1), expires: at(4) }, NOW)).toBe(true);
    expect(isTimely({ created: null, expires: null }, NOW)).toBe(true);
    expect(isTimely({ created: at(6), expires: null }, NOW)).toBe(false);
    expect(isTimely({ created: at(4), expires: null }, NOW)).toBe(true);
    expect(isTimely({ created: at(-60), expires: at(-6) }, NOW)).toBe(false);
    expect(isTimely({ created: at(-60), expires: at(-4) }, NOW)).toBe(true);
  });
});
