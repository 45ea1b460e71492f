/** Signatures inside PDF files that are good, in every form such a file is honestly written in. */
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../../electron/core/trust/limits.ts';
import { issue, NOW } from '../trial/trial-authority.ts';
import { hoursFromNow } from '../trial/trial-evidence.ts';
import { root, signer, stamped } from '../trial/trial-judgement.ts';
import { signature } from '../trial/trial-signature.ts';
import { appendRevision, signRevision } from '../../../fakes/documents/pdf-writer.ts';
import { catalog, hybridPdf, packedPdf, plainPdf, signatureObjects, signedPdf, withSecurityStore } from '../../../fakes/documents/synthetic-pdf.ts';
import { cmsOver, judgedPdf, said, tokenOver } from './trial-pdf.ts';

/** As the first signature leaves the catalog. */
const SIGNED_ONCE = '/AcroForm << /Fields [ 10 0 R] /SigFlags 3 >>';
const docStamp = (file: Uint8Array, n = 2, genTime = NOW): Buffer =>
  signRevision(file, (value) => signatureObjects(n, value, { fields: '10 0 R' }), tokenOver(genTime), { subFilter: 'ETSI.RFC3161' });

describe('a signed PDF file', () => {
  it('is good, and shows the revision that was signed', async () => {
    const file = signedPdf(cmsOver);
    const answer = await judgedPdf(file);
    expect([said(answer), answer.form, answer.signers[0]?.commonName, answer.signedAt]).toEqual(['good', 'signed', 'signer', NOW]);
    expect(Buffer.from(answer.content!).equals(file)).toBe(true);
  });

  it.each<[string, () => Buffer]>([
    ['with its objects packed and cross-references in a stream', () => signedPdf(cmsOver, packedPdf(), { xref: 'stream' })],
    ['with the old format named by Adobe', () => signedPdf(cmsOver, plainPdf(), { subFilter: 'adbe.pkcs7.detached' })],
    ['of several revisions before', () => signedPdf(cmsOver, appendRevision(plainPdf(), { 5: '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>' }))],
    ['saved by an office program, with a table and a stream', () => signedPdf(cmsOver, hybridPdf())],
    ['with a visible signature', () => signedPdf(cmsOver, plainPdf(), { rect: '[10 10 200 60]' })],
    ['with evidence after it', () => withSecurityStore(signedPdf(cmsOver), SIGNED_ONCE, [Uint8Array.of(1)])],
    ['with evidence and a document time-stamp after it', () => docStamp(withSecurityStore(signedPdf(cmsOver), SIGNED_ONCE, []))],
    ['with evidence in cross-reference streams', () => withSecurityStore(signedPdf(cmsOver, packedPdf(), { xref: 'stream' }), SIGNED_ONCE, [], { xref: 'stream', packed: [1] })],
  ])('may be one %s', async (_, make) => {
    expect(said(await judgedPdf(make()))).toBe('good');
  });

  it('may have a second invisible signature, and both are judged', async () => {
    const second = await issue('second', root);
    const both = (by: typeof second): Buffer =>
      signRevision(signedPdf(cmsOver), (value) => signatureObjects(2, value, { fields: '10 0 R' }), (content) => cmsOver(content, { signer: by }));
    const good = await judgedPdf(both(second));
    expect([said(good), good.bySigner.map(({ state }) => state)]).toEqual(['good', ['good', 'good']]);
    const stranger = await issue('stranger', await issue('unknown root', null));
    const bad = await judgedPdf(both(stranger));
    expect([said(bad), bad.bySigner.map(({ state }) => state)]).toEqual(['bad chain-untrusted', ['good', 'bad']]);
  });

  it('is proven to exist by a document time-stamp over it', async () => {
    const bare = signedPdf((content) => signature({ content, detached: true, signers: [{ signer }] }));
    expect(said(await judgedPdf(bare))).toBe('good timestamp-missing');
    const answer = await judgedPdf(docStamp(bare, 2, hoursFromNow(-1)));
    expect([said(answer), answer.signedAt, answer.bySigner[0]!.archivedAt]).toEqual(['good', hoursFromNow(-1), hoursFromNow(-1)]);
  });

  it('is not proven by a document time-stamp over something else', async () => {
    const bare = signedPdf((content) => signature({ content, detached: true, signers: [{ signer }] }));
    const other = signRevision(bare, (value) => signatureObjects(2, value, { fields: '10 0 R' }), () => tokenOver()(Uint8Array.of(1)), { subFilter: 'ETSI.RFC3161' });
    const answer = await judgedPdf(other);
    expect([said(answer), answer.signedAt]).toEqual(['good archive-timestamp-unproven', null]);
  });

  it('may hold several signers in the old format alone, and each must be good', async () => {
    const both = (damage?: 'signature') => (content: Uint8Array): Uint8Array =>
      signature({ content, detached: true, signers: [{ signer, ...stamped() }, { signer, ...stamped(), ...(damage && { damage }) }] });
    const old = { subFilter: 'adbe.pkcs7.detached' };
    const good = await judgedPdf(signedPdf(both(), plainPdf(), old));
    expect([said(good), good.bySigner.map(({ state }) => state)]).toEqual(['good', ['good', 'good']]);
    expect(said(await judgedPdf(signedPdf(both('signature'), plainPdf(), old)))).toBe('bad signature-wrong');
    expect(said(await judgedPdf(signedPdf(both())))).toBe('bad signature-malformed');
    const none = (content: Uint8Array): Uint8Array => signature({ content, detached: true, signers: [], certificates: [signer] });
    expect(said(await judgedPdf(signedPdf(none, plainPdf(), old)))).toBe('bad signature-malformed');
  });

  it('has no more signers in all its signatures than it may have signatures', async () => {
    const by = (count: number) => (content: Uint8Array): Uint8Array => signature({ content, detached: true, certificates: [signer], signers: Array.from({ length: count }, () => ({ signer })) });
    const old = { subFilter: 'adbe.pkcs7.detached', room: 30_000 };
    const twice = signRevision(signedPdf(by(16), plainPdf(), old), (value) => signatureObjects(2, value, { fields: '10 0 R' }), by(LIMITS.pdfSignatures - 16), old);
    const full = await judgedPdf(twice);
    expect([said(full), full.bySigner.length]).toEqual(['good timestamp-missing', LIMITS.pdfSignatures]);
    expect(said(await judgedPdf(signRevision(twice, (value) => signatureObjects(3, value, { fields: '10 0 R 20 0 R' }), by(1), old)))).toBe('bad signature-malformed');
  });

  it('whose signer is not good is not good', async () => {
    expect(said(await judgedPdf(signedPdf((content) => cmsOver(content, { damage: 'signature' }))))).toBe('bad signature-wrong');
    const attached = (content: Uint8Array): Uint8Array => signature({ content, signers: [{ signer, ...stamped() }] });
    expect(said(await judgedPdf(signedPdf(attached)))).toBe('bad signature-malformed');
  });
});

describe('a PDF file without a signature', () => {
  it('is said to be none', async () => {
    expect(said(await judgedPdf(plainPdf()))).toBe('bad signature-missing');
    const empty = appendRevision(plainPdf(), { 1: catalog('/AcroForm << /Fields [10 0 R] >>'), 10: '<< /FT /Sig /T (S) /Rect [0 0 0 0] >>' });
    expect(said(await judgedPdf(empty))).toBe('bad signature-missing');
  });

  it('but a document time-stamp is said to be none', async () => {
    const stampedOnly = signRevision(plainPdf(), (value) => signatureObjects(1, value), tokenOver(), { subFilter: 'ETSI.RFC3161' });
    expect(said(await judgedPdf(stampedOnly))).toBe('bad signature-missing');
  });

  it.each<[string, () => Buffer, string]>([
    ['encrypted', () => plainPdf({ trailer: '/Encrypt 9 0 R' }), 'undetermined file-encrypted'],
    ['of a stream that is not there', () => plainPdf({ trailer: '/XRefStm 9' }), 'bad signature-malformed'],
    ['cut short', () => plainPdf().subarray(0, -9), 'bad signature-malformed'],
    ['something else', () => Buffer.from('%PDF-1.7 nothing'), 'bad signature-malformed'],
  ])('that is %s is not read', async (_, make, verdict) => {
    expect(said(await judgedPdf(make()))).toBe(verdict);
  });
});
