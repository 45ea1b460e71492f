/** Signed PDF files kept for years (PAdES-LTA): the evidence in the file counts as of the document time-stamp over it, and no other. */
import { describe, expect, it } from 'vitest';
import { crlDistributionPoint, extendedKeyUsage, type IssuedCertificate } from '../../../../electron/stand/authority/certificate.ts';
import { createTrust, type FileAnswer } from '../../../../electron/core/trust/index.ts';
import { failure, success } from '../../../../shared/util/result.ts';
import { signRevision } from '../../../fakes/documents/pdf-writer.ts';
import { signatureObjects, signedPdf, withSecurityStore } from '../../../fakes/documents/synthetic-pdf.ts';
import { issue, PURPOSE, SIGNER } from '../trial/trial-authority.ts';
import { crl, hoursFromNow } from '../trial/trial-evidence.ts';
import { signature, token } from '../trial/trial-signature.ts';

const YEARS = 30_000;
const UNREACHABLE = failure({ code: 'service-unreachable', detail: null } as const);
const TSA = [extendedKeyUsage([PURPOSE.timeStamping], true)];
const gone = crlDistributionPoint('http://gone.test/ca.crl');

const root = await issue('root', null);
const signer = await issue('signer', root, { extensions: [...SIGNER, gone] });
const stamper = await issue('tsa', root, { extensions: [...TSA, gone] });
const archiveRoot = await issue('archive root', null);
const archivist = await issue('archive tsa', archiveRoot, { extensions: [...TSA, crlDistributionPoint('http://archive.test/ca.crl')] });

const listOf = (authority: IssuedCertificate, at: number): Uint8Array =>
  crl({ signer: authority, thisUpdate: hoursFromNow(at - 1), nextUpdate: hoursFromNow(at + 30) });
const cms = (content: Uint8Array): Uint8Array =>
  signature({ content, detached: true, signers: [{ signer, stamp: (value) => [token({ authority: stamper, stamped: value, genTime: hoursFromNow(0) })] }] });
const FORM = '/AcroForm << /Fields [ 10 0 R] /SigFlags 3 >>';

/** Signature, evidence, document time-stamp over both. */
const withEvidence = (lists = [listOf(root, 0)]): Buffer => withSecurityStore(signedPdf(cms), FORM, lists);
const stamped = (file: Uint8Array, by = archivist, catalog = '/DSS 40 0 R'): Buffer =>
  signRevision(file, (value) => signatureObjects(2, value, { fields: '10 0 R', catalog }), (content) => token({ authority: by, stamped: content, genTime: hoursFromNow(2) }), {
    subFilter: 'ETSI.RFC3161',
  });

type Evidence = NonNullable<FileAnswer['evidence']>;

function judged(file: Uint8Array, { hours = YEARS, away = false, evidence }: { hours?: number; away?: boolean; evidence?: Evidence } = {}): Promise<FileAnswer> {
  const trust = createTrust({
    anchors: [root, archiveRoot].map(({ der }) => der),
    intermediates: [],
    evidence: {
      ocsp: async () => UNREACHABLE,
      crl: async (url) => (!away && url.startsWith('http://archive.test') ? success(listOf(archiveRoot, hours)) : UNREACHABLE),
    },
    clock: { now: () => hoursFromNow(hours), monotonicMs: () => 0 },
  });
  return trust.verifyFile({ file, ...(evidence !== undefined && { evidence }) });
}
const stateOf = async (file: Uint8Array, more: Parameters<typeof judged>[1] = {}): Promise<string> => (await judged(file, more)).state;

describe('a signed PDF file years later', () => {
  it('is good with its evidence under a document time-stamp', async () => {
    const answer = await judged(stamped(withEvidence()));
    expect(answer).toMatchObject({ container: 'pdf', state: 'good' });
    expect(answer.bySigner).toMatchObject([{ signedAt: hoursFromNow(0), archivedAt: hoursFromNow(2) }]);
  });

  it('is left open with the evidence alone, which was good while it was fresh', async () => {
    expect(await stateOf(withEvidence(), { hours: 1 })).toBe('good');
    expect(await stateOf(withEvidence())).toBe('undetermined');
  });

  it('is left open where the evidence came after the document time-stamp', async () => {
    const early = stamped(signedPdf(cms), archivist, '');
    const form = '/AcroForm << /Fields [10 0 R 20 0 R] /SigFlags 3 >>';
    expect(await stateOf(withSecurityStore(early, form, [listOf(root, 0)]))).toBe('undetermined');
  });

  it('is left open where nobody trusts the document time-stamp, or nothing confirms it', async () => {
    const stranger = await issue('stranger', await issue('unknown root', null), { extensions: TSA });
    expect(await stateOf(stamped(withEvidence(), stranger))).toBe('undetermined');
    expect(await stateOf(stamped(withEvidence()), { away: true })).toBe('undetermined');
  });

  it('is bad where the evidence says that the signer was revoked before', async () => {
    const revokes = crl({ signer: root, entries: [{ serial: signer.serial, at: hoursFromNow(-3) }], thisUpdate: hoursFromNow(-1), nextUpdate: hoursFromNow(30) });
    expect(await stateOf(stamped(withEvidence([revokes])))).toBe('bad');
  });

  it('is judged again by the evidence of its answer when nobody can be asked', async () => {
    const file = stamped(withEvidence());
    const first = await judged(file);
    expect(await judged(file, { hours: YEARS + 9_000, away: true, evidence: first.evidence! })).toEqual(first);
    expect(await stateOf(file, { hours: YEARS + 9_000, away: true, evidence: { ...first.evidence!, crls: [] } })).toBe('undetermined');
  });
});
