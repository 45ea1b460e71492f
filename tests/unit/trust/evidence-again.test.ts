/** A judgement made again from the evidence it used, or from what the signature carries: the same answer, and nobody is asked. */
import { describe, expect, it } from 'vitest';
import { type Asn1, embedded, explicit, oid, seq } from '../../../electron/stand/authority/asn1.ts';
import { crlDistributionPoint, extendedKeyUsage, type IssuedCertificate, ocspNoCheck } from '../../../electron/stand/authority/certificate.ts';
import { attribute } from '../../../electron/stand/authority/signed-data.ts';
import { createTrust, type SignatureAnswer, type Trust } from '../../../electron/core/trust/index.ts';
import type { EvidenceSource } from '../../../electron/ports/trust/evidence-source.ts';
import { failure, success } from '../../../shared/util/result.ts';
import { ADDRESSES, AUTHORITY, issue, NOW, PURPOSE, SIGNER } from './trial/trial-authority.ts';
import { crl, hoursFromNow, nonceExtension, ocspAnswer, revokedAt } from './trial/trial-evidence.ts';
import { signature, type SignatureTrial, token } from './trial/trial-signature.ts';

const CONTENT = new TextEncoder().encode('{"document":"synthetic"}');
const UNREACHABLE = failure({ code: 'service-unreachable', detail: null } as const);
const BY_ROOT = 'http://trial.test/root.crl';
/** id-pkix-ocsp-basic; the OCTET STRING of the response follows with a length of two octets. */
const BASIC = Buffer.from('06092b0601050507300101', 'hex');
const NOBODY: EvidenceSource = { ocsp: async () => UNREACHABLE, crl: async () => UNREACHABLE };

interface World {
  root: IssuedCertificate;
  issuer: IssuedCertificate;
  signer: IssuedCertificate;
  authority: IssuedCertificate;
  responder: IssuedCertificate;
}

async function world(): Promise<World> {
  const root = await issue('root', null);
  const issuer = await issue('issuer', root, { extensions: [...AUTHORITY, crlDistributionPoint(BY_ROOT)] });
  return {
    root,
    issuer,
    signer: await issue('signer', issuer, { extensions: [...SIGNER, ...ADDRESSES] }),
    authority: await issue('tsa', issuer, { extensions: [extendedKeyUsage([PURPOSE.timeStamping], true), ...ADDRESSES] }),
    responder: await issue('responder', issuer, { extensions: [extendedKeyUsage([PURPOSE.ocspSigning]), ocspNoCheck()] }),
  };
}

function signedIn({ signer, issuer, authority }: World, bend: Partial<SignatureTrial> = {}, unsigned: Asn1[] = []): Uint8Array {
  return signature({
    content: CONTENT,
    signers: [{ signer, unsigned, stamp: (value) => [token({ authority, stamped: value, genTime: hoursFromNow(-2) })] }],
    certificates: [signer, issuer],
    ...bend,
  });
}

/** The responder knows the signer only; of everybody else the lists speak. */
const services = (known: World, ocsp: 'answers' | 'away' = 'answers'): EvidenceSource => ({
  ocsp: async (_, request) => (ocsp === 'away' ? UNREACHABLE : success(ocspOf(known, [nonceExtension(request.slice(-18))]))),
  crl: async (url) => success(url === BY_ROOT ? listOf(known.root) : listOf(known.issuer)),
});
const ocspOf = ({ signer, issuer, responder }: World, extensions: Asn1[] = [], status?: Asn1): Uint8Array =>
  ocspAnswer({
    signer: responder,
    certificates: [responder],
    singles: [{ about: signer, issuer, ...(status === undefined ? {} : { status }) }],
    extensions,
  });
const listOf = (signer: IssuedCertificate): Uint8Array => crl({ signer });

const trustIn = ({ root }: World, evidence: EvidenceSource, now = NOW): Trust =>
  createTrust({ anchors: [root.der], intermediates: [], evidence, clock: { now: () => now, monotonicMs: () => 0 } });

const decisive = ({ state, checks }: SignatureAnswer): string =>
  [state, ...checks.flatMap(({ layer, outcome, code }) => (outcome === 'failed' || outcome === 'undetermined' ? [`${layer} ${code}`] : []))].join(' ');

/** In the signature, near the end of a list; in the certificate of the responder, at the end of an answer. */
const damaged = (encoded: Uint8Array): Uint8Array => {
  const place = encoded.length - 20;
  return encoded.with(place, encoded[place]! ^ 1);
};

describe('the evidence of an answer', () => {
  it('gives the same answer again when nobody can be asked', async () => {
    const known = await world();
    for (const ocsp of ['answers', 'away'] as const) {
      const encoded = signedIn(known);
      const first = await trustIn(known, services(known, ocsp)).verifySignature({ signature: encoded });
      expect(first.state).toBe('good');
      const evidence = first.evidence!;
      expect([evidence.certificates.length, evidence.ocsp.length, evidence.crls.length, evidence.timestamps.length]).toEqual(
        ocsp === 'answers' ? [3, 1, 2, 1] : [3, 0, 2, 1],
      );
      const years = trustIn(known, NOBODY, hoursFromNow(50_000));
      expect(await years.verifySignature({ signature: encoded, evidence })).toEqual(first);
      expect(decisive(await years.verifySignature({ signature: encoded }))).not.toBe('good');
    }
  });

  it('gives a bad answer again too', async () => {
    const known = await world();
    const revoked: EvidenceSource = {
      ...services(known),
      ocsp: async (_, request) => success(ocspOf(known, [nonceExtension(request.slice(-18))], revokedAt(hoursFromNow(-9), 1))),
    };
    const encoded = signedIn(known);
    const first = await trustIn(known, revoked).verifySignature({ signature: encoded });
    expect(decisive(first)).toBe('bad revocation signer-revoked');
    expect(await trustIn(known, NOBODY).verifySignature({ signature: encoded, evidence: first.evidence! })).toEqual(first);
  });

  it('is verified again: a part missing, damaged or of tomorrow is no evidence', async () => {
    const known = await world();
    const encoded = signedIn(known);
    const { evidence } = await trustIn(known, services(known)).verifySignature({ signature: encoded });
    const again = async (bend: Partial<NonNullable<typeof evidence>>): Promise<string> =>
      decisive(await trustIn(known, NOBODY).verifySignature({ signature: encoded, evidence: { ...evidence!, ...bend } }));
    expect(await again({})).toBe('good');
    expect(await again({ ocsp: [], crls: [] })).toBe('undetermined revocation revocation-unknown timestamp timestamp-unconfirmed');
    expect(await again({ crls: evidence!.crls.map(damaged) })).not.toBe('good');
    expect(await again({ ocsp: evidence!.ocsp.map(damaged), crls: [] })).not.toBe('good');
    expect(await again({ judgedAt: hoursFromNow(3) })).toBe('undetermined chain clock-skewed');
    expect(await again({ judgedAt: hoursFromNow(-9) })).not.toBe('good');
  });
});

describe('evidence inside a signature', () => {
  const ocspInfo = (response: Uint8Array): Asn1 => explicit(1, oid('1.3.6.1.5.5.7.16.2'), embedded(response));
  const judged = async (known: World, encoded: Uint8Array, source = NOBODY): Promise<string> =>
    decisive(await trustIn(known, source).verifySignature({ signature: encoded }));

  const UNKNOWN_STANDING = 'undetermined revocation revocation-unknown timestamp timestamp-unconfirmed';
  const listsOf = ({ root, issuer }: World): Uint8Array[] => [root, issuer].map(listOf);

  it('stands in for services that are away', async () => {
    const known = await world();
    const [ofRoot, ofIssuer] = listsOf(known).map(embedded);
    expect(await judged(known, signedIn(known))).toBe(UNKNOWN_STANDING);
    expect(await judged(known, signedIn(known, { revocationInfo: [ofRoot!, ofIssuer!] }))).toBe('good');
    // The answer is about the signer; of the time-stamp authority nothing is inside.
    const answer = ocspInfo(ocspOf(known));
    expect(await judged(known, signedIn(known, { revocationInfo: [ofRoot!, answer] }))).toBe('undetermined timestamp timestamp-unconfirmed');
    expect(await judged(known, signedIn(known, { revocationInfo: [ofIssuer!, answer] }))).toBe(UNKNOWN_STANDING);
  });

  it('may also be in unsigned attributes, with the certificates of the path', async () => {
    const known = await world();
    const basic = (response: Uint8Array): Uint8Array => response.subarray(Buffer.from(response).indexOf(BASIC) + BASIC.length + 4);
    const values = (lists: Uint8Array[]): Asn1 =>
      attribute(
        '1.2.840.113549.1.9.16.2.24',
        seq(explicit(0, seq(...lists.map(embedded))), explicit(1, seq(embedded(basic(ocspOf(known)))))),
      );
    const path = attribute('1.2.840.113549.1.9.16.2.23', seq(embedded(known.issuer.der)));
    const bare = { certificates: [known.signer] };
    expect(await judged(known, signedIn(known, bare, [values(listsOf(known)), path]))).toBe('good');
    expect(await judged(known, signedIn(known, bare, [values(listsOf(known).slice(0, 1)), path]))).toBe('undetermined timestamp timestamp-unconfirmed');
    expect(await judged(known, signedIn(known, bare, [values(listsOf(known))]))).toContain('chain-untrusted');
  });

  it('is only a hint: forged, out of date or contradicted it clears nobody', async () => {
    const known = await world();
    const [ofRoot, ofIssuer] = listsOf(known);
    const inside = (...lists: Uint8Array[]): Uint8Array => signedIn(known, { revocationInfo: lists.map(embedded) });
    const forger = await issue('issuer', null, { key: 'forger' });
    expect(await judged(known, inside(ofRoot!, listOf(forger)))).toBe(UNKNOWN_STANDING);
    const old = crl({ signer: known.issuer, thisUpdate: hoursFromNow(-90), nextUpdate: hoursFromNow(-80) });
    expect(await judged(known, inside(ofRoot!, old))).toContain('undetermined');
    const revokes = crl({ signer: known.issuer, entries: [{ serial: known.signer.serial, at: hoursFromNow(-3) }] });
    expect(await judged(known, inside(ofRoot!, revokes))).toBe('bad revocation signer-revoked');
    const asked: EvidenceSource = { ...services(known, 'away'), crl: async (url) => success(url === BY_ROOT ? ofRoot! : revokes) };
    expect(await judged(known, inside(ofRoot!, ofIssuer!), asked)).toBe('bad revocation signer-revoked');
  });
});
