/** Chain and revocation of one certificate at a reference time, for signers and time-stamp authorities alike. */
import { buildPath, type PathQuestion, type TrustStore } from '../path/build-path.ts';
import type { RevocationService } from '../revocation/revocation-service.ts';
import { isHarmlessLater, type RevocationStatus } from '../revocation/revocation-status.ts';
import type { Certificate } from '../x509/certificate.ts';
import { commonNameOf } from '../x509/names.ts';
import { attention, failed, type Finding, passed, undetermined } from './layers.ts';

export interface ReferenceTime {
  at: Date;
  /** Proven by a trusted time-stamp: the signature existed then, so that some later revocations do not touch it. */
  proven: boolean;
}

export interface ChainJudgement {
  finding: Finding;
  /** From the certificate to the anchor; null where there is no trusted path. */
  path: Certificate[] | null;
}

export async function judgeChain(certificate: Certificate, store: TrustStore, question: PathQuestion): Promise<ChainJudgement> {
  const answer = await buildPath(certificate, store, question);
  switch (answer.state) {
    case 'trusted': {
      const issuers = answer.path.slice(1).map(({ subject }) => commonNameOf(subject));
      const finding = answer.legacy.length > 0 ? attention('algorithm-legacy', answer.legacy.join(', ')) : passed('chain-trusted', issuers.join(' ← '));
      return { finding, path: answer.path };
    }
    case 'faulty':
      return { finding: failed(answer.fault.code, answer.fault.detail), path: null };
  }
}

/** By a clock that was set back an expired certificate is valid and an old list is fresh: no chain is judged by it. */
export const clockSetBack = (seen: Date): Finding => undetermined('clock-skewed', `evidence of ${seen.toISOString()} was seen`);

export interface RevocationJudgement {
  finding: Finding;
  asOf: Date | null;
}

/** Everything below the anchor, from the anchor down: a revoked authority cannot vouch for what is below it. */
export async function judgeRevocation(
  path: readonly Certificate[],
  { revocation, store }: { revocation: RevocationService; store: TrustStore },
  reference: ReferenceTime,
): Promise<RevocationJudgement> {
  const statuses = await Promise.all(path.slice(0, -1).map((_, index) => revocation.statusOf(path.slice(index), store)));
  const findings = statuses
    .map((status, index) => findingOf(status, index === 0 ? 'signer' : 'issuer', path[index]!, reference))
    .toReversed();
  const times = statuses.flatMap((status) => ('asOf' in status ? [status.asOf.getTime()] : []));
  const asOf = times.length === statuses.length && times.length > 0 ? new Date(Math.min(...times)) : null;
  const worst = findings.find(({ outcome }) => outcome === 'failed') ?? findings.find(({ outcome }) => outcome === 'undetermined');
  return { finding: worst ?? passed('not-revoked', asOf?.toISOString() ?? null), asOf };
}

function findingOf(status: RevocationStatus, who: 'signer' | 'issuer', certificate: Certificate, reference: ReferenceTime): Finding {
  const name = commonNameOf(certificate.subject);
  switch (status.state) {
    case 'good':
      return status.isOfEnded === true ? undetermined('revocation-unknown', `${name} had ended when the evidence was made`) : passed('not-revoked');
    case 'revoked':
      if (reference.proven && status.at > reference.at && isHarmlessLater(status.reason)) return passed('not-revoked');
      return failed(
        who === 'signer' ? 'signer-revoked' : 'issuer-revoked',
        `${name}, ${status.at.toISOString()}, reason ${status.reason ?? 'not given'}`,
      );
    case 'not-issued':
      return failed('certificate-not-issued', name);
    case 'unknown':
      return undetermined('revocation-unknown', status.detail);
    case 'stale':
      return undetermined('revocation-stale', status.detail);
  }
}
