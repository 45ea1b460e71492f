/** What may be done in which mode, with the reason where it may not: one table, asked before the work begins. */
import type { DeskMode } from '../../../shared/domain/desk-mode.ts';
import type { ReasonCode } from '../../../shared/domain/reason-code.ts';

/** `access`: look at a document of the service; `consent`: ask a citizen for it; the others need nothing but what is at hand. */
export type Work = 'access' | 'consent' | 'signed-file' | 'certificate' | 'receipt' | 'decision';

export type Permit =
  /** `kept`: only evidence that was fetched before may be had; how old it is decides, and is shown. */
  | { allowed: true; evidence: 'asked' | 'kept' }
  | { allowed: false; code: ReasonCode };

/** Works without the service: the signature, its chain and its evidence travel with what is shown. */
const AT_HAND: ReadonlySet<Work> = new Set<Work>(['signed-file', 'certificate', 'receipt', 'decision']);

export function permitFor(work: Work, { name }: DeskMode): Permit {
  if (name !== 'offline') return { allowed: true, evidence: 'asked' };
  if (AT_HAND.has(work)) return { allowed: true, evidence: 'kept' };
  // Only the service's answer counts (352/НҚ п.21): what a phone shows meanwhile is no evidence.
  return { allowed: false, code: 'service-unreachable' };
}

export type Freshness = 'fresh' | 'ageing' | 'too-old';

/** Of revocation evidence and lists. @param numbers of the policy, in milliseconds */
export function freshnessOf(asOf: Date, now: Date, { trustDataAmberMs, revocationFreshMs }: { trustDataAmberMs: number; revocationFreshMs: number }): Freshness {
  const age = now.getTime() - asOf.getTime();
  if (age > revocationFreshMs) return 'too-old';
  return age > trustDataAmberMs ? 'ageing' : 'fresh';
}
