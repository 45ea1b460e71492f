/** Which screen is shown: decided by the session and the journal's health first, by the operator's wish last. */
import type { ServiceHealth } from '../../shared/domain/app-state.ts';
import type { OperatorSession } from '../../shared/domain/operator-session.ts';

type SignedIn = Extract<OperatorSession, { state: 'signed-in' }>;
type Locked = Extract<OperatorSession, { state: 'locked' }>;
type Unwritable = Extract<ServiceHealth['journal'], { state: 'unwritable' }>;

/** What an operator can ask for. */
export type Place = 'desk' | 'purpose' | 'journal' | 'keys' | 'settings';

export type Screen =
  | { readonly at: 'stopped'; readonly reason: Unwritable['reason'] }
  | { readonly at: 'sign-in' }
  | { readonly at: 'locked'; readonly session: Locked }
  | { readonly at: Place; readonly session: SignedIn };

/** A desk without a purpose is the purpose chooser: no purpose, no check. */
export function screenFor(session: OperatorSession, health: ServiceHealth, wanted: Place): Screen {
  if (health.journal.state === 'unwritable') return { at: 'stopped', reason: health.journal.reason };
  if (health.journal.state === 'broken') return { at: 'stopped', reason: 'altered' };
  if (session.state === 'signed-out') return { at: 'sign-in' };
  if (session.state === 'locked') return { at: 'locked', session };
  if (wanted === 'desk' && session.purposeId === null) return { at: 'purpose', session };
  return { at: wanted, session };
}
