/** The world as it was when earlier evidence was used: each piece is verified again, and evidence from the future is none. */
import { CLOCK_SKEW_MS, LIMITS } from '../limits.ts';
import type { TrustStore } from '../path/build-path.ts';
import { SignedLinks } from '../path/signed-by.ts';
import { createStoredRevocation } from '../revocation/stored-revocation.ts';
import { tryReadCertificate } from '../x509/certificate.ts';
import type { UsedEvidence } from './signature-answer.ts';
import type { TrustContext } from './trust-context.ts';

/** What holds for every question of a moment, whatever it is judged by. */
export type StandingRules = Pick<TrustContext, 'freshMs' | 'timeStampPolicies' | 'digestBeside'>;

/** Nobody is asked. @param now of our clock, by which what comes from the future is known */
export function earlierContext({ certificates, ocsp, crls, judgedAt }: UsedEvidence, store: TrustStore, now: Date, rules: StandingRules): TrustContext {
  const carried = certificates.slice(0, LIMITS.embeddedCertificates).flatMap((encoded) => tryReadCertificate(encoded) ?? []);
  return {
    store: { ...store, intermediates: [...store.intermediates, ...carried], links: new SignedLinks() },
    revocation: createStoredRevocation({ ocsp, crls }, { now: judgedAt, ...rules }),
    now: judgedAt,
    clockBehind: judgedAt.getTime() > now.getTime() + CLOCK_SKEW_MS ? judgedAt : null,
    ...rules,
  };
}
