/** Signatures kept for years (CAdES-LTA): archive time-stamps carry the evidence inside back to their own time, and nothing else does. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { embedded } from '../../../../electron/stand/authority/asn1.ts';
import { crlDistributionPoint, extendedKeyUsage, type IssuedCertificate } from '../../../../electron/stand/authority/certificate.ts';
import { createTrust, type SignatureAnswer } from '../../../../electron/core/trust/index.ts';
import { failure, success } from '../../../../shared/util/result.ts';
import { archivedV2, archivedV3, type IndexBend, type MakeToken, rewrittenLists } from '../../../fakes/documents/archive-stamp-writer.ts';
import { issue, PURPOSE, SIGNER } from '../trial/trial-authority.ts';
import { crl, hoursFromNow } from '../trial/trial-evidence.ts';
import { OID, signature, token } from '../trial/trial-signature.ts';

const CONTENT = new TextEncoder().encode('{"document":"kept"}');
const OTHER = new TextEncoder().encode('{"document":"other"}');
const YEARS = 30_000;
const UNREACHABLE = failure({ code: 'service-unreachable', detail: null } as const);
const TSA = [extendedKeyUsage([PURPOSE.timeStamping], true)];

/** The authority of the signer is gone with its services; another one stamps archives, and can be asked until it ends itself. */
const root = await issue('root', null);
const signer = await issue('signer', root, { extensions: [...SIGNER, crlDistributionPoint('http://gone.test/ca.crl')] });
const stamper = await issue('tsa', root, { extensions: [...TSA, crlDistributionPoint('http://gone.test/ca.crl')] });
const archiveRoot = await issue('archive root', null);
const archivist = await issue('archive tsa', archiveRoot, { extensions: [...TSA, crlDistributionPoint('http://archive.test/ca.crl')] });
const laterRoot = await issue('later root', null);
const later = await issue('later tsa', laterRoot, { extensions: [...TSA, crlDistributionPoint('http://later.test/ca.crl')] });
const stranger = await issue('stranger', await issue('unknown root', null), { extensions: TSA });

const listOf = (authority: IssuedCertificate, at: number): Uint8Array =>
  crl({ signer: authority, thisUpdate: hoursFromNow(at - 1), nextUpdate: hoursFromNow(at + 30) });

/** @param lists inside the signature, besides that of the signer's authority */
const signed = (lists: Uint8Array[] = [], stamp = true): Uint8Array =>
  signature({
    content: CONTENT,
    signers: [{ signer, ...(stamp && { stamp: (value) => [token({ authority: stamper, stamped: value, genTime: hoursFromNow(0) })] }) }],
    revocationInfo: [listOf(root, 0), ...lists].map(embedded),
  });
const stampOf = (authority: IssuedCertificate, hours: number, hashAlgorithm?: string): MakeToken =>
  (stamped, unsigned) => token({ authority, stamped, genTime: hoursFromNow(hours), unsigned, ...(hashAlgorithm !== undefined && { hashAlgorithm }) });
const archived = (cms = signed(), bend: IndexBend = {}, by = stampOf(archivist, 2)): Uint8Array => archivedV3(cms, CONTENT, by, bend);

interface Circumstances {
  hours?: number;
  content?: Uint8Array;
  evidence?: NonNullable<SignatureAnswer['evidence']>;
  archive?: 'answers' | 'away';
}

function judged(cms: Uint8Array, { hours = YEARS, archive = 'answers', ...question }: Circumstances = {}): Promise<SignatureAnswer> {
  const trust = createTrust({
    anchors: [root, archiveRoot, laterRoot].map(({ der }) => der),
    intermediates: [],
    evidence: {
      ocsp: async () => UNREACHABLE,
      async crl(url) {
        if (url.startsWith('http://later.test')) return success(listOf(laterRoot, hours));
        return archive === 'answers' && url.startsWith('http://archive.test') ? success(listOf(archiveRoot, hours)) : UNREACHABLE;
      },
    },
    clock: { now: () => hoursFromNow(hours), monotonicMs: () => 0 },
  });
  return trust.verifySignature({ signature: cms, ...question });
}
const said = ({ state, checks }: SignatureAnswer): string =>
  [state, ...checks.flatMap(({ outcome, code }) => (outcome === 'passed' || outcome === 'not-reached' ? [] : [code]))].join(' ');
/** What the signature is worth years later without a good archive stamp. */
const LOST = 'undetermined revocation-unknown timestamp-unconfirmed';

describe('a signature with evidence inside', () => {
  it('is good while the evidence is fresh, and undetermined years later', async () => {
    expect(said(await judged(signed(), { hours: 1 }))).toBe('good');
    expect((await judged(signed())).state).toBe('undetermined');
  });

  it('with an archive time-stamp is good years later, as of then', async () => {
    const answer = await judged(archived());
    expect(said(answer)).toBe('good');
    expect(answer.bySigner).toMatchObject([{ state: 'good', signedAt: hoursFromNow(0), archivedAt: hoursFromNow(2) }]);
    expect(answer.revocationAsOf).toEqual(hoursFromNow(-1));
  });

  it.each<[string, IndexBend]>([
    ['ATSHashIndex', { version: 'v1' }],
    ['ATSHashIndex without its default algorithm', { version: 'v1', algorithm: null }],
    ['ATSHashIndex-v2', { version: 'v2' }],
    ['ATSHashIndex-v3', { version: 'v3' }],
  ])('may have an index in the form of %s', async (_, bend) => {
    expect(said(await judged(archived(signed(), bend)))).toBe('good');
  });

  it('may have the archive time-stamp of RFC 5126, attached and detached', async () => {
    const by = stampOf(archivist, 2);
    expect(said(await judged(archivedV2(signed(), CONTENT, by)))).toBe('good');
    expect((await judged(archivedV2(signed(), CONTENT, stampOf(stranger, 2)))).state).toBe('undetermined');
    const detached = signature({ content: CONTENT, detached: true, signers: [{ signer }], revocationInfo: [embedded(listOf(root, 0))] });
    expect(said(await judged(archivedV2(detached, CONTENT, by), { content: CONTENT }))).toBe('good');
    expect((await judged(archivedV2(detached, OTHER, by), { content: CONTENT })).state).toBe('undetermined');
    expect(said(await judged(archivedV3(detached, CONTENT, by), { content: CONTENT }))).toBe('good');
  });

  it('is proven to exist by the archive time-stamp where it has no other', async () => {
    const answer = await judged(archived(signed([], false)));
    expect([said(answer), answer.signedAt]).toEqual(['good', hoursFromNow(2)]);
  });
});

describe('an archive time-stamp proves nothing', () => {
  it.each<[string, () => Uint8Array]>([
    ['of another content', () => archivedV3(signed(), OTHER, stampOf(archivist, 2))],
    ['by an authority nobody trusts', () => archived(signed(), {}, stampOf(stranger, 2))],
    ['without an index', () => archivedV3(signed(), CONTENT, (stamped) => stampOf(archivist, 2)(stamped, []))],
    ['with two indexes', () => archivedV3(signed(), CONTENT, (stamped, index) => stampOf(archivist, 2)(stamped, [...index, ...index]))],
    ['with an index by SHA-1', () => archived(signed(), { algorithm: OID.sha1 })],
    ['with an index of version 3 that names no algorithm', () => archived(signed(), { algorithm: null })],
    ['with an imprint by SHA-1', () => archived(signed(), {}, stampOf(archivist, 2, OID.sha1))],
    ['from the future', () => archived(signed(), {}, stampOf(archivist, YEARS + 9))],
    ['whose list was taken out since', () => withoutLastList(archived(signed([listOf(archiveRoot, 0)])))],
  ])('%s', async (_, make) => {
    const answer = await judged(make());
    expect(answer.state).toBe('undetermined');
    expect(answer.bySigner[0]!.archivedAt).toBeNull();
    // While everything can still be asked the signature is as good as without it, and the reader is told.
    expect(said(await judged(make(), { hours: 1 }))).toBe('good archive-timestamp-unproven');
  });

  it('for a list or a stamp it does not name', async () => {
    expect((await judged(archived(signed(), { withoutRevocations: [0] }))).state).toBe('undetermined');
    expect(said(await judged(archived(signed(), { withoutAttributes: [0] })))).toBe('undetermined timestamp-unconfirmed');
    // A certificate is a hint wherever it comes from.
    expect(said(await judged(archived(signed(), { withoutCertificates: [0] })))).toBe('good');
  });

  it('while its own authority cannot be confirmed', async () => {
    expect(said(await judged(archived(), { archive: 'away' }))).toBe(LOST);
  });

  it('for a signer who was revoked by then', async () => {
    const revokes = crl({
      signer: root,
      entries: [{ serial: signer.serial, at: hoursFromNow(-3) }],
      thisUpdate: hoursFromNow(-1),
      nextUpdate: hoursFromNow(30),
    });
    const cms = signature({ content: CONTENT, signers: [{ signer }], revocationInfo: [embedded(revokes)] });
    expect(said(await judged(archived(cms)))).toBe('bad signer-revoked');
  });
});

describe('a damaged archived signature', () => {
  it('says nothing of another content, and never breaks', async () => {
    const samples = [archived(), archivedV2(signed(), CONTENT, stampOf(archivist, 2))];
    const damage = fc.record({ sample: fc.nat(1), at: fc.nat(100_000), by: fc.integer({ min: 1, max: 255 }) });
    await fc.assert(
      fc.asyncProperty(damage, async ({ sample, at, by }) => {
        const cms = Uint8Array.from(samples[sample]!);
        cms[at % cms.length]! ^= by;
        const { content } = await judged(cms);
        return content === null || Buffer.from(content).equals(CONTENT);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a second archive time-stamp', () => {
  /** The first archivist's own list is put in before the second stamp. */
  const renewed = (bend: IndexBend = {}): Uint8Array => archivedV3(withList(archived(), listOf(archiveRoot, 3)), CONTENT, stampOf(later, 4), bend);

  it('carries the first over the end of its authority', async () => {
    const answer = await judged(renewed(), { archive: 'away' });
    expect(said(answer)).toBe('good');
    expect(answer.bySigner[0]!.archivedAt).toEqual(hoursFromNow(2));
  });

  it('carries only a first that it names', async () => {
    expect(said(await judged(renewed({ withoutAttributes: [1] }), { archive: 'away' }))).toBe('good archive-timestamp-unproven');
    expect((await judged(renewed({ withoutAttributes: [0, 1] }), { archive: 'away' })).state).toBe('undetermined');
  });
});

describe('the evidence of an answer about an archived signature', () => {
  it('gives it again when nobody can be asked', async () => {
    const first = await judged(archived());
    const again = await judged(archived(), { hours: YEARS + 50_000, archive: 'away', evidence: first.evidence! });
    expect(again).toEqual(first);
    const damaged = { ...first.evidence!, crls: first.evidence!.crls.map((list) => list.with(list.length - 9, list.at(-9)! ^ 1)) };
    expect((await judged(archived(), { hours: YEARS + 50_000, archive: 'away', evidence: damaged })).state).toBe('undetermined');
  });
});

/** As a later hand would: the field of lists is inside no signature. */
function withList(cms: Uint8Array, list: Uint8Array): Uint8Array {
  return rewrittenLists(cms, (lists) => [...lists, list]);
}
const withoutLastList = (cms: Uint8Array): Uint8Array => rewrittenLists(cms, (lists) => lists.slice(0, -1));
