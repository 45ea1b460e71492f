/** What may be done in which mode, with the reason where it may not: one table, asked before the work begins. */
import type { DeskMode } from '../../../shared/domain/desk-mode.ts';
import type { ServiceFailure } from '../../ports/service-failure.ts';

/** `access`: look at a document of the service; `consent`: ask a citizen for it; the others need nothing but what is at hand. */
export type Work = 'access' | 'consent' | 'signed-file' | 'certificate' | 'receipt' | 'decision';

export type Permit = { allowed: true } | { allowed: false; code: ServiceFailure['code'] };

/** Only the service's answer counts for a document (352/НҚ п.21); a signature, its chain and its evidence travel with what is shown, or are kept. */
const NEEDS_SERVICE: Readonly<Record<Work, boolean>> = {
  access: true,
  consent: true,
  'signed-file': false,
  certificate: false,
  receipt: false,
  decision: false,
};

export const permitFor = (work: Work, { name }: DeskMode): Permit =>
  name === 'offline' && NEEDS_SERVICE[work] ? { allowed: false, code: 'service-unreachable' } : { allowed: true };

export type Freshness = 'fresh' | 'ageing' | 'too-old';

/** Of revocation evidence and lists. @param numbers of the policy, in milliseconds */
export function freshnessOf(asOf: Date, now: Date, { trustDataAmberMs, revocationFreshMs }: { trustDataAmberMs: number; revocationFreshMs: number }): Freshness {
  const age = now.getTime() - asOf.getTime();
  if (age > revocationFreshMs) return 'too-old';
  return age > trustDataAmberMs ? 'ageing' : 'fresh';
}
