/** Cases of certificate paths: RFC 5280 6 from a leaf to an anchor, with lists where the case has any. */
import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { buildPath } from '../../../electron/core/trust/path/build-path.ts';
import type { PolicyDemand } from '../../../electron/core/trust/path/path-policies.ts';
import { type Certificate, tryReadCertificate } from '../../../electron/core/trust/x509/certificate.ts';
import { ANY_POLICY } from '../../../electron/core/trust/x509/policy-extensions.ts';
import { ACCEPT, type CaseJudge, type CorpusCase, reject } from './corpus-case.ts';
import { certificatesOf, crlsOf } from './corpus-objects.ts';
import { crlService, detailOf } from './judge-revocation.ts';

const ANY_PURPOSE = '2.5.29.37.0';
const PURPOSES: Record<string, string> = {
  serverAuth: '1.3.6.1.5.5.7.3.1',
  clientAuth: '1.3.6.1.5.5.7.3.2',
  emailProtection: '1.3.6.1.5.5.7.3.4',
};

const demandOf = ({ policy = {} }: CorpusCase): PolicyDemand => ({
  accepted: policy.initial ?? [ANY_POLICY],
  explicit: policy.explicit === true,
  inhibitMapping: policy.inhibitMapping === true,
  inhibitAny: policy.inhibitAny === true,
});

export const judgePath: CaseJudge = async (corpus, one, now) => {
  const leaf = tryReadCertificate(corpus.blob(one.leaf));
  if (leaf === null) return reject('malformed certificate');
  const asked = one.usage === 'tls-server' ? ['serverAuth'] : (one.eku ?? []);
  const purposes = new Set([ANY_PURPOSE, ...(asked.length > 0 ? asked : Object.keys(PURPOSES)).map((name) => PURPOSES[name] ?? name)]);
  const store = { anchors: certificatesOf(corpus, one.anchors), intermediates: certificatesOf(corpus, one.intermediates) };
  const answer = await buildPath(leaf, store, { at: now, provenAt: now, purposes, policies: demandOf(one) });
  if (answer.state !== 'trusted') return reject(answer.fault.detail);
  const policies = one.policy?.expectUserConstrained;
  if (policies !== undefined && policies.toSorted().join() !== answer.policies.toSorted().join())
    return reject(`good for the policies ${answer.policies.join()}`);
  const objection = objectionOfCaller(corpus.blob(one.leaf), leaf, one, asked.length > 0 ? purposes : null);
  if (objection !== null) return reject(objection);
  if (one.crls.length === 0) return ACCEPT;
  const service = crlService(crlsOf(corpus, one.crls), now);
  for (let index = 0; index < answer.path.length - 1; index += 1) {
    const status = await service.statusOf(answer.path.slice(index), store);
    if (status.state !== 'good') return reject(detailOf(status));
  }
  return ACCEPT;
};

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
