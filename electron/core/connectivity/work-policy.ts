/** What may be done in which mode, with the reason where it may not, and how old what is kept for it may be. */
import type { DeskMode } from '../../../shared/domain/desk/desk-mode.ts';
import type { ServiceFailure } from '../../ports/service-failure.ts';

export type Permit = { allowed: true } | { allowed: false; code: ServiceFailure['code'] };

/**
 * To look at a document of the service, or to ask a citizen for it: only the service's answer counts for one (352/НҚ п.21). Nothing else asks: a signature, its
 * chain and its evidence travel with what is shown, or are kept, and decisions are written down here.
 */
export const permitFor = ({ name }: DeskMode): Permit => (name === 'offline' ? { allowed: false, code: 'service-unreachable' } : { allowed: true });

export type Freshness = 'fresh' | 'ageing' | 'too-old';

/** Of revocation evidence and lists. @param numbers of the policy, in milliseconds */
export function freshnessOf(asOf: Date, now: Date, { trustDataAmberMs, revocationFreshMs }: { trustDataAmberMs: number; revocationFreshMs: number }): Freshness {
  const age = now.getTime() - asOf.getTime();
  if (age > revocationFreshMs) return 'too-old';
  return age > trustDataAmberMs ? 'ageing' : 'fresh';
}
