/** Every form of a signed file beside its twin with something else in it, and judged again from the evidence of its answer, years later and when nobody can be asked. */
import { describe, expect, it } from 'vitest';
import { createTrust, type FileAnswer, type FileQuestion } from '../../../electron/core/trust/index.ts';
import { EXCLUSIVE_C14N, SOAP_11, WSSE, WSU, X509_V3 } from '../../../electron/core/trust/xml/names.ts';
import { embedded } from '../../../electron/stand/authority/asn1.ts';
import { extendedKeyUsage } from '../../../electron/stand/authority/certificate.ts';
import { failure, success } from '../../../shared/util/result.ts';
import { pdfWithAttachments, plainPdf, signedPdf, withSecurityStore } from '../../fakes/documents/synthetic-pdf.ts';
import { ADDRESSES, issue, NOW, PURPOSE, SIGNER } from './trial/trial-authority.ts';
import { crl, hoursFromNow } from './trial/trial-evidence.ts';
import { signature, type SignatureTrial, token } from './trial/trial-signature.ts';
import { rsaKey, signedXml, stampedOctets, xadesParts } from './xml/trial-xml.ts';
import { listing, manifest, signedZip } from './zip/trial-zip.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const base64 = (octets: Uint8Array): string => Buffer.from(octets).toString('base64');

const root = await issue('file-root', null);
const stranger = await issue('file-stranger', null);
const signer = await issue('file-signer', root, { extensions: [...SIGNER, ...ADDRESSES] });
const authority = await issue('file-tsa', root, { extensions: [extendedKeyUsage([PURPOSE.timeStamping], true), ...ADDRESSES] });
const list = crl({ signer: root, thisUpdate: hoursFromNow(-1), nextUpdate: hoursFromNow(1) });

const away = failure({ code: 'service-unreachable', detail: null } as const);
const trustWith = (isReachable: boolean, now = NOW, anchor = root) =>
  createTrust({
    anchors: [anchor.der],
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

const replaced = (from: string, to: string) => (file: Uint8Array): Partial<FileQuestion> => {
  const at = Buffer.from(file).indexOf(from);
  return { file: new Uint8Array(Buffer.concat([file.subarray(0, at), bytes(to), file.subarray(at + from.length)])) };
};
const ANOTHER = bytes('Signed');
const ORDER = { name: 'order.txt', content: CONTENT };
const card = (content: Uint8Array): Buffer => pdfWithAttachments([{ name: 'a.txt', content }, { name: 'a.cms', content: cmsOf(CONTENT) }]);

interface Form {
  name: string;
  is: Pick<FileAnswer, 'container'> & { form?: 'signed' | 'card' };
  file(): Uint8Array | Promise<Uint8Array>;
  asked?: Omit<FileQuestion, 'file'>;
  /** The same but for what is signed. */
  twin(file: Uint8Array): Partial<FileQuestion>;
}

/** The evidence inside is not the evidence of the answer: what is inside was fresh then, and says nothing years later. */
const FORMS: readonly Form[] = [
  { name: 'a CMS without a time-stamp', is: { container: 'cms' }, file: () => cms({ signers: [{ signer }] }), twin: replaced('signed', 'Signed') },
  { name: 'a CAdES-T signature', is: { container: 'cms' }, file: () => cms(), twin: replaced('signed', 'Signed') },
  { name: 'a CAdES-T signature kept apart from its document', is: { container: 'cms' }, file: () => cmsOf(CONTENT), asked: { content: CONTENT }, twin: () => ({ content: ANOTHER }) },
  { name: 'a CAdES-LT signature', is: { container: 'cms' }, file: () => cms({ revocationInfo: [embedded(list)] }), twin: replaced('signed', 'Signed') },
  { name: 'an XML document with XAdES-T', is: { container: 'xml' }, file: xadesT, twin: replaced('>100<', '>900<') },
  { name: 'an envelope of WS-Security', is: { container: 'xml' }, file: envelope, twin: replaced('>100<', '>900<') },
  {
    name: 'a signed archive',
    is: { container: 'zip' },
    file: () => signedZip({ files: [ORDER], signature: { signers: SIGNERS } }),
    twin: () => ({ file: signedZip({ files: [{ ...ORDER, content: ANOTHER }], listed: manifest([listing(ORDER.name, CONTENT)]), signature: { signers: SIGNERS } }) }),
  },
  { name: 'a signed PDF file', is: { container: 'pdf', form: 'signed' }, file: () => signedPdf(cmsOf), twin: replaced('Pay 100', 'Pay 900') },
  {
    name: 'a signed PDF file in the old format',
    is: { container: 'pdf', form: 'signed' },
    file: () => signedPdf(cmsOf, plainPdf(), { subFilter: 'adbe.pkcs7.detached' }),
    twin: replaced('Pay 100', 'Pay 900'),
  },
  {
    name: 'a PDF file with evidence inside',
    is: { container: 'pdf', form: 'signed' },
    file: () => withSecurityStore(signedPdf(cmsOf), '/AcroForm << /Fields [ 10 0 R] /SigFlags 3 >>', [list]),
    twin: replaced('Pay 100', 'Pay 900'),
  },
  { name: 'a document card', is: { container: 'pdf', form: 'card' }, file: () => card(CONTENT), twin: () => ({ file: card(ANOTHER) }) },
];

it('no container a file can be in is left out', () => {
  const containers: Record<FileAnswer['container'], true> = { cms: true, pdf: true, xml: true, zip: true };
  expect(new Set(FORMS.map(({ is }) => is.container))).toEqual(new Set(Object.keys(containers)));
});

describe.each(FORMS)('$name', async ({ is, file, asked = {}, twin }) => {
  const question = { file: await file(), ...asked };
  const first = await trustWith(true).verifyFile(question);
  const again = (evidence: NonNullable<FileAnswer['evidence']>) => later.verifyFile({ ...question, evidence });

  it('is good, and bad with something else in what is signed, or by a signer nobody vouches for', async () => {
    expect(first).toMatchObject({ ...is, state: 'good' });
    const changed = await trustWith(true).verifyFile({ ...question, ...twin(question.file) });
    expect([changed.container, changed.state, changed.checks[0]!.code]).toEqual([is.container, 'bad', 'content-mismatch']);
    const strange = await trustWith(true, NOW, stranger).verifyFile(question);
    expect([strange.container, strange.state, strange.checks[2]!.code]).toEqual([is.container, 'bad', 'chain-untrusted']);
  });

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
