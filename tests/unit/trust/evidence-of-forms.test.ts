/** Every form of a signed file is judged again from the evidence of its answer, years later and when nobody can be asked. */
import { describe, expect, it } from 'vitest';
import { createTrust, type FileAnswer, type FileQuestion } from '../../../electron/core/trust/index.ts';
import { EXCLUSIVE_C14N, SOAP_11, WSSE, WSU, X509_V3 } from '../../../electron/core/trust/xml/names.ts';
import { embedded } from '../../../electron/stand/authority/asn1.ts';
import { extendedKeyUsage } from '../../../electron/stand/authority/certificate.ts';
import { failure, success } from '../../../shared/util/result.ts';
import { pdfWithAttachments, signedPdf, withSecurityStore } from '../../fakes/synthetic-pdf.ts';
import { ADDRESSES, issue, NOW, PURPOSE, SIGNER } from './trial-authority.ts';
import { crl, hoursFromNow } from './trial-evidence.ts';
import { signature, type SignatureTrial, token } from './trial-signature.ts';
import { rsaKey, signedXml, stampedOctets, xadesParts } from './xml/trial-xml.ts';
import { signedZip } from './zip/trial-zip.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const base64 = (octets: Uint8Array): string => Buffer.from(octets).toString('base64');

const root = await issue('file-root', null);
const signer = await issue('file-signer', root, { extensions: [...SIGNER, ...ADDRESSES] });
const authority = await issue('file-tsa', root, { extensions: [extendedKeyUsage([PURPOSE.timeStamping], true), ...ADDRESSES] });
const list = crl({ signer: root, thisUpdate: hoursFromNow(-1), nextUpdate: hoursFromNow(1) });

const away = failure({ code: 'service-unreachable', detail: null } as const);
const trustWith = (isReachable: boolean, now = NOW) =>
  createTrust({
    anchors: [root.der],
    intermediates: [],
    evidence: { ocsp: async () => away, crl: async () => (isReachable ? success(list) : away) },
    clock: { now: () => now, monotonicMs: () => 0 },
  });
const later = trustWith(false, hoursFromNow(50_000));

const SIGNERS = [{ signer, stamp: (value: Uint8Array) => [token({ authority, stamped: value, genTime: NOW })] }];
const CONTENT = bytes('signed');
const cms = (bend: Partial<SignatureTrial> = {}): Uint8Array => signature({ content: CONTENT, signers: SIGNERS, ...bend });
const cmsOf = (content: Uint8Array): Uint8Array => cms({ content, detached: true });

async function xadesT(): Promise<Uint8Array> {
  const parts = xadesParts('s1', '');
  const xml = await signedXml({ ...parts, references: [{}, parts.reference], key: rsaKey(signer) });
  const stamp = base64(token({ authority, stamped: stampedOctets(xml), genTime: NOW }));
  return bytes(
    xml.replace(
      '{unsigned}',
      `<xades:SignatureTimeStamp><ds:CanonicalizationMethod Algorithm="${EXCLUSIVE_C14N}"/><xades:EncapsulatedTimeStamp>${stamp}</xades:EncapsulatedTimeStamp></xades:SignatureTimeStamp>`,
    ),
  );
}

async function envelope(): Promise<Uint8Array> {
  const keyInfo = `<wsse:SecurityTokenReference xmlns:wsse="${WSSE}"><wsse:KeyIdentifier ValueType="${X509_V3}">${base64(signer.der)}</wsse:KeyIdentifier></wsse:SecurityTokenReference>`;
  const document = `<s:Envelope xmlns:s="${SOAP_11}" xmlns:wsse="${WSSE}" xmlns:wsu="${WSU}"><s:Header><wsse:Security>{signature}</wsse:Security></s:Header><s:Body wsu:Id="b"><amount>100</amount></s:Body></s:Envelope>`;
  return bytes(await signedXml({ document, references: [{ uri: '#b', transforms: [EXCLUSIVE_C14N] }], keyInfo, key: rsaKey(signer) }));
}

/** The evidence inside is not the evidence of the answer: what is inside was fresh then, and says nothing years later. */
const FORMS: [string, () => Uint8Array | Promise<Uint8Array>, Omit<FileQuestion, 'file'>?][] = [
  ['a CMS without a time-stamp', () => cms({ signers: [{ signer }] })],
  ['a CAdES-T signature', () => cms()],
  ['a CAdES-T signature kept apart from its document', () => cmsOf(CONTENT), { content: CONTENT }],
  ['a CAdES-LT signature', () => cms({ revocationInfo: [embedded(list)] })],
  ['an XML document with XAdES-T', xadesT],
  ['an envelope of WS-Security', envelope],
  ['a signed archive', () => signedZip({ signature: { signers: SIGNERS } })],
  ['a signed PDF file', () => signedPdf(cmsOf)],
  ['a PDF file with evidence inside', () => withSecurityStore(signedPdf(cmsOf), '/AcroForm << /Fields [ 10 0 R] /SigFlags 3 >>', [list])],
  ['a document card', () => pdfWithAttachments([{ name: 'a.txt', content: CONTENT }, { name: 'a.cms', content: cmsOf(CONTENT) }])],
];

describe.each(FORMS)('%s', async (_, make, asked = {}) => {
  const question = { file: await make(), ...asked };
  const first = await trustWith(true).verifyFile(question);
  const again = (evidence: NonNullable<FileAnswer['evidence']>) => later.verifyFile({ ...question, evidence });

  it('gives the same answer again years later, when nobody can be asked', async () => {
    expect(first.state).toBe('good');
    expect(await again(first.evidence!)).toEqual(first);
    expect((await later.verifyFile(question)).state).toBe('undetermined');
  });

  it('is worth by damaged evidence what it is worth by what it brought itself', async () => {
    const crls = first.evidence!.crls.map((encoded) => encoded.with(encoded.length - 9, encoded.at(-9)! ^ 1));
    expect(crls.length).toBeGreaterThan(0);
    const inside = await trustWith(false).verifyFile(question);
    expect((await again({ ...first.evidence!, crls })).state).toBe(inside.state);
  });

  it('is asked for an expected signer as every other: who did not sign is refused', async () => {
    expect((await trustWith(true).verifyFile({ ...question, expectedSignerBin: '000140000019' })).checks[1]).toMatchObject({ outcome: 'failed', code: 'signer-unidentified' });
  });
});
