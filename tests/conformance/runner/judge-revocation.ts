/** Cases of revocation evidence: lists and OCSP answers about one certificate. */
import { judgeCrls } from '../../../electron/core/trust/revocation/judge-crls.ts';
import { judgeOcsp } from '../../../electron/core/trust/revocation/judge-ocsp.ts';
import { isOfIssuer } from '../../../electron/core/trust/revocation/ocsp-cert-id.ts';
import { responderDoubt } from '../../../electron/core/trust/revocation/ocsp-responder.ts';
import { readOcspResponse } from '../../../electron/core/trust/revocation/ocsp-response.ts';
import type { Crl } from '../../../electron/core/trust/revocation/read-crl.ts';
import type { RevocationService } from '../../../electron/core/trust/revocation/revocation-service.ts';
import { type RevocationStatus, unknown } from '../../../electron/core/trust/revocation/revocation-status.ts';
import { buildPath } from '../../../electron/core/trust/path/build-path.ts';
import { signedBy } from '../../../electron/core/trust/path/signed-by.ts';
import { type Certificate, readCertificate } from '../../../electron/core/trust/x509/certificate.ts';
import { ACCEPT, type CaseAnswer, type CaseJudge, reject } from './corpus-case.ts';
import { certificatesOf, crlsOf } from './corpus-objects.ts';

/** Keys of these suites were short even in their own year: they ask for the rules of evidence, and strength is asked for elsewhere. */
const ONCE = new Date('2010-01-01T00:00:00Z');

export const detailOf = (status: RevocationStatus): string => ('detail' in status ? status.detail : status.state);

/** The lists of the case are all there are, for signers of lists too. */
export function crlService(crls: readonly Crl[], now: Date, depth = 0): RevocationService {
  return {
    async statusOf(path, store) {
      if (depth > 2) return unknown('signers of lists that vouch for each other');
      const statusOf = (signer: readonly Certificate[]): Promise<RevocationStatus> => crlService(crls, now, depth + 1).statusOf(signer, store);
      const signers = { store, anchor: path.at(-1)!, statusOf };
      return judgeCrls(crls, { certificate: path[0]!, issuer: path[1]!, now, provenAt: ONCE, signers });
    },
  };
}

/** Suites without lists leave the standing of others out of the question. */
export const unrevoked = (asOf: Date): RevocationService => ({ statusOf: async () => ({ state: 'good', asOf }) });

const evidenceVerdict = (status: RevocationStatus): CaseAnswer =>
  status.state === 'good' || status.state === 'revoked' ? { verdict: status.state, why: '' } : { verdict: 'unknown', why: detailOf(status) };

export const judgeCrlCase: CaseJudge = async (corpus, one, now) => {
  const crls = crlsOf(corpus, one.crls);
  if (crls.length === 0) return { verdict: 'unknown', why: 'malformed CRL' };
  const intermediates = certificatesOf(corpus, one.certs);
  const path = [readCertificate(corpus.blob(one.cert)), readCertificate(corpus.blob(one.issuer))];
  // The path goes on as far as the case has certificates; its last is taken for trusted.
  for (const each of intermediates) if ((await signedBy(path.at(-1)!, each, ONCE)).is === 'right') path.push(each);
  return evidenceVerdict(await crlService(crls, now).statusOf(path, { anchors: [path.at(-1)!], intermediates }));
};

export const judgeOcspCase: CaseJudge = async (corpus, one, now) => {
  // The corpus gives the random octets; extnValue wraps them in an OCTET STRING (RFC 8954 2.1).
  const nonce = one.nonce === undefined ? null : Uint8Array.of(4, one.nonce.length / 2, ...Buffer.from(one.nonce, 'hex'));
  const { status } = await judgeOcsp(corpus.blob(one.response), {
    certificate: readCertificate(corpus.blob(one.cert)),
    issuer: readCertificate(corpus.blob(one.issuer)),
    nonce,
    now,
    provenAt: ONCE,
    maxAgeMs: one.maxAgeSec * 1000,
    statusOfResponder: async () => ({ state: 'good', asOf: now }),
  });
  return evidenceVerdict(status);
};

/** At the time of the answer: the case asks whose it is and what it says, not whether it is fresh. */
export const judgeOcspContent: CaseJudge = async (corpus, one) => {
  const encoded = corpus.blob(one.response);
  const response = readOcspResponse(encoded);
  if (typeof response === 'number') return { verdict: 'unknown', why: `responder refused with status ${response}` };
  const certificate = readCertificate(corpus.blob(one.cert));
  const issuer = readCertificate(corpus.blob(one.issuer));
  return evidenceVerdict((await judgeOcsp(encoded, { certificate, issuer, nonce: null, now: response.producedAt })).status);
};

/** The responder alone: some issuer that is trusted here must have signed the answer or authorised who did. */
export const judgeOcspResponder: CaseJudge = async (corpus, one, now) => {
  const response = readOcspResponse(corpus.blob(one.response));
  if (typeof response === 'number') return reject(`responder refused with status ${response}`);
  const store = { anchors: certificatesOf(corpus, one.anchors), intermediates: certificatesOf(corpus, one.certs) };
  let last = reject('no issuer is named');
  for (const issuer of [...store.anchors, ...store.intermediates]) {
    const isAnchor = store.anchors.some(({ encoded }) => Buffer.from(encoded).equals(issuer.encoded));
    if (!isAnchor && (await buildPath(issuer, store, { at: now, provenAt: now })).state !== 'trusted') continue;
    const named = await Promise.all(response.responses.map(({ certId }) => isOfIssuer(certId, issuer)));
    if (named.includes(false)) continue;
    const doubt = await responderDoubt(response, { issuer, now, statusOfResponder: async () => ({ state: 'good', asOf: now }) });
    if (doubt === null) return ACCEPT;
    last = reject(doubt);
  }
  return last;
};
