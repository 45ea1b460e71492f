/** Puts one case of a corpus to the trust core and says the answer in the words of the corpus. */
import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { buildPath } from '../../electron/core/trust/path/build-path.ts';
import { type Certificate, readCertificate, tryReadCertificate } from '../../electron/core/trust/x509/certificate.ts';
import { judgeCrls } from '../../electron/core/trust/revocation/judge-crls.ts';
import { judgeOcsp } from '../../electron/core/trust/revocation/judge-ocsp.ts';
import type { PolicyDemand } from '../../electron/core/trust/path/path-policies.ts';
import { ANY_POLICY } from '../../electron/core/trust/x509/policy-extensions.ts';
import { type Crl, tryReadCrl } from '../../electron/core/trust/revocation/read-crl.ts';
import type { RevocationService } from '../../electron/core/trust/revocation/revocation-service.ts';
import { type RevocationStatus, unknown } from '../../electron/core/trust/revocation/revocation-status.ts';
import { judgeTimeStamp } from '../../electron/core/trust/timestamp/timestamp.ts';
import { verifySignature } from '../../electron/core/trust/verify-signature.ts';
import type { Corpus, CorpusCase } from './corpus.ts';

export interface CaseAnswer {
  verdict: 'accept' | 'reject' | 'good' | 'revoked' | 'unknown';
  why: string;
}

const ANY_PURPOSE = '2.5.29.37.0';
const PURPOSES: Record<string, string> = {
  serverAuth: '1.3.6.1.5.5.7.3.1',
  clientAuth: '1.3.6.1.5.5.7.3.2',
  emailProtection: '1.3.6.1.5.5.7.3.4',
};

const reject = (why: string): CaseAnswer => ({ verdict: 'reject', why });
const ACCEPT: CaseAnswer = { verdict: 'accept', why: '' };
const detailOf = (status: RevocationStatus): string => ('detail' in status ? status.detail : status.state);

export function judgeCase(corpus: Corpus, one: CorpusCase): Promise<CaseAnswer> {
  const now = one.time === null || one.time === undefined ? new Date() : new Date(one.time);
  switch (one.kind) {
    case 'path':
      return judgePath(corpus, one, now);
    case 'crl':
      return judgeCrlCase(corpus, one, now);
    case 'ocsp':
      return judgeOcspCase(corpus, one, now);
    case 'tsp':
      return judgeTspCase(corpus, one, now);
    case 'cms':
      return judgeCmsCase(corpus, one, now);
    default:
      throw new TypeError(`no judge for ${one.kind}`);
  }
}

const demandOf = ({ policy = {} }: CorpusCase): PolicyDemand => ({
  accepted: policy.initial ?? [ANY_POLICY],
  explicit: policy.explicit === true,
  inhibitMapping: policy.inhibitMapping === true,
  inhibitAny: policy.inhibitAny === true,
});

const certificatesOf = (corpus: Corpus, indexes: readonly number[] | undefined): Certificate[] =>
  (indexes ?? []).map((index) => tryReadCertificate(corpus.blob(index))).filter((certificate) => certificate !== null);

const crlsOf = (corpus: Corpus, indexes: readonly number[] | undefined): Crl[] =>
  (indexes ?? []).map((index) => tryReadCrl(corpus.blob(index))).filter((crl) => crl !== null);

async function judgePath(corpus: Corpus, one: CorpusCase, now: Date): Promise<CaseAnswer> {
  const leaf = tryReadCertificate(corpus.blob(one.leaf));
  if (leaf === null) return reject('malformed certificate');
  const asked = one.usage === 'tls-server' ? ['serverAuth'] : (one.eku ?? []);
  const purposes = new Set([ANY_PURPOSE, ...(asked.length > 0 ? asked : Object.keys(PURPOSES)).map((name) => PURPOSES[name] ?? name)]);
  const store = { anchors: certificatesOf(corpus, one.anchors), intermediates: certificatesOf(corpus, one.intermediates) };
  const answer = await buildPath(leaf, store, { at: now, purposes, policies: demandOf(one) });
  if (answer.state !== 'trusted') return reject(answer.state === 'faulty' ? answer.fault.detail : answer.detail);
  const policies = one.policy?.expectUserConstrained;
  if (policies !== undefined && policies.toSorted().join() !== answer.policies.toSorted().join())
    return reject(`good for the policies ${answer.policies.join()}`);
  const callerObjection = objectionOfCaller(corpus.blob(one.leaf), leaf, one, asked.length > 0 ? purposes : null);
  if (callerObjection !== null) return reject(callerObjection);
  if (one.crls.length === 0) return ACCEPT;
  const service = crlService(crlsOf(corpus, one.crls), now);
  for (let index = 0; index < answer.path.length - 1; index += 1) {
    const status = await service.statusOf(answer.path.slice(index), store);
    if (status.state !== 'good') return reject(detailOf(status));
  }
  return ACCEPT;
}

/** Purpose and host name are asked of the leaf by whoever uses a path; document checking has its own rules for them. */
function objectionOfCaller(encoded: Uint8Array, leaf: Certificate, one: CorpusCase, purposes: ReadonlySet<string> | null): string | null {
  if (purposes !== null && leaf.extendedKeyUsage !== null && !leaf.extendedKeyUsage.some((purpose) => purposes.has(purpose)))
    return 'leaf has other purposes';
  const certificate = new X509Certificate(encoded);
  const named = (one.peer ?? []).every(({ value }) =>
    isIP(value) > 0
      ? certificate.checkIP(value) !== undefined
      : value.includes('@') || certificate.checkHost(value, { subject: 'never' }) !== undefined,
  );
  return named ? null : 'leaf has another name';
}

/** The lists of the case are all there are, for signers of lists too. */
function crlService(crls: readonly Crl[], now: Date, depth = 0): RevocationService {
  return {
    async statusOf(path, store) {
      if (depth > 2) return unknown('signers of lists that vouch for each other');
      const statusOf = (signer: readonly Certificate[]): Promise<RevocationStatus> => crlService(crls, now, depth + 1).statusOf(signer, store);
      const signers = { store, anchor: path.at(-1)!, statusOf };
      return judgeCrls(crls, { certificate: path[0]!, issuer: path[1]!, now, signers });
    },
  };
}

const evidenceVerdict = (status: RevocationStatus): CaseAnswer =>
  status.state === 'good' || status.state === 'revoked'
    ? { verdict: status.state, why: '' }
    : { verdict: 'unknown', why: detailOf(status) };

async function judgeCrlCase(corpus: Corpus, one: CorpusCase, now: Date): Promise<CaseAnswer> {
  const crls = crlsOf(corpus, one.crls);
  if (crls.length === 0) return { verdict: 'unknown', why: 'malformed CRL' };
  const issuer = readCertificate(corpus.blob(one.issuer));
  const store = { anchors: [issuer], intermediates: certificatesOf(corpus, one.certs) };
  return evidenceVerdict(await crlService(crls, now).statusOf([readCertificate(corpus.blob(one.cert)), issuer], store));
}

async function judgeOcspCase(corpus: Corpus, one: CorpusCase, now: Date): Promise<CaseAnswer> {
  // The corpus gives the random octets; extnValue wraps them in an OCTET STRING (RFC 8954 2.1).
  const nonce = one.nonce === undefined ? null : Uint8Array.of(4, one.nonce.length / 2, ...Buffer.from(one.nonce, 'hex'));
  const { status } = await judgeOcsp(corpus.blob(one.response), {
    certificate: readCertificate(corpus.blob(one.cert)),
    issuer: readCertificate(corpus.blob(one.issuer)),
    nonce,
    now,
    maxAgeMs: one.maxAgeSec * 1000,
    // Suites without lists leave the responder's own standing out of the question.
    statusOfResponder: async () => ({ state: 'good', asOf: now }),
  });
  return evidenceVerdict(status);
}

const unrevoked = (asOf: Date): RevocationService => ({ statusOf: async () => ({ state: 'good', asOf }) });

async function judgeTspCase(corpus: Corpus, one: CorpusCase, now: Date): Promise<CaseAnswer> {
  const { finding, genTime } = await judgeTimeStamp({
    token: corpus.blob(one.token),
    stamped: new Uint8Array(corpus.blob(one.content!)),
    store: { anchors: certificatesOf(corpus, one.anchors), intermediates: certificatesOf(corpus, one.certs) },
    revocation: unrevoked(now),
    now,
    nonce: one.nonce === undefined ? null : new Uint8Array(Buffer.from(one.nonce, 'hex')),
  });
  return genTime === null ? reject(`${finding.code} ${finding.detail}`) : ACCEPT;
}

async function judgeCmsCase(corpus: Corpus, one: CorpusCase, now: Date): Promise<CaseAnswer> {
  const asksRevocation = one.crls.length > 0 || one.policy?.requireRevocation === true;
  const answer = await verifySignature(
    { signature: corpus.blob(one.cms), ...(one.content === undefined ? {} : { content: corpus.blob(one.content) }) },
    {
      store: { anchors: certificatesOf(corpus, one.anchors), intermediates: certificatesOf(corpus, one.certs) },
      revocation: asksRevocation ? crlService(crlsOf(corpus, one.crls), now) : unrevoked(now),
      now,
    },
  );
  if (answer.state === 'good') return ACCEPT;
  return reject(
    answer.checks
      .flatMap(({ outcome, code, detail }) => (outcome === 'failed' || outcome === 'undetermined' ? [`${code} ${detail}`] : []))
      .join('; '),
  );
}
