/** Which screen is shown: decided by the session and the journal's health first, by the operator's wish last. */
import type { ServiceHealth } from '../../shared/domain/desk/app-state.ts';
import { CASE_WORKERS, SERVICE_CENTRE } from '../../shared/domain/desk/duties.ts';
import type { Operator, OperatorSession } from '../../shared/domain/desk/operator-session.ts';

type SignedIn = Extract<OperatorSession, { state: 'signed-in' }>;
type Locked = Extract<OperatorSession, { state: 'locked' }>;
type Unwritable = Extract<ServiceHealth['journal'], { state: 'unwritable' }>;

/** What an operator can ask for. */
export type Place = 'desk' | 'purpose' | 'journal' | 'keys' | 'signed-file' | 'cases' | 'calls' | 'renewal' | 'settings';

export type Screen =
  | { readonly at: 'stopped'; readonly reason: Unwritable['reason'] }
  | { readonly at: 'sign-in' }
  | { readonly at: 'locked'; readonly session: Locked }
  | { readonly at: Place; readonly session: SignedIn };

/** What does not mend itself: a supervisor must come in and decide, and the desk only reads until then. */
const FOR_A_SUPERVISOR: ReadonlySet<Unwritable['reason']> = new Set<Unwritable['reason']>(['altered', 'failed', 'clock-back']);
export const isForSupervisor = (reason: Unwritable['reason']): boolean => FOR_A_SUPERVISOR.has(reason);

/** Places of one kind of work; every role has work at the others. */
const WORKERS: Partial<Record<Place, ReadonlySet<Operator['profile']>>> = { cases: CASE_WORKERS, calls: CASE_WORKERS, renewal: SERVICE_CENTRE };

/** Where a role has no work the core refuses what is asked there, so that neither key nor button leads there. */
export const hasWorkAt = (place: Place, profile: Operator['profile']): boolean => WORKERS[place]?.has(profile) ?? true;

/** A desk without a purpose is the purpose chooser: no purpose, no check. */
export function screenFor(session: OperatorSession, health: ServiceHealth, asked: Place, supervisorCalled = false): Screen {
  const stop = stopOf(health);
  if (stop !== null && isForSupervisor(stop) && session.state !== 'locked') {
    if (session.state === 'signed-in' && session.operator.profile === 'supervisor') return { at: 'journal', session };
    if (session.state === 'signed-out' && supervisorCalled) return { at: 'sign-in' };
  }
  if (stop !== null) return { at: 'stopped', reason: stop };
  if (session.state === 'signed-out') return { at: 'sign-in' };
  if (session.state === 'locked') return { at: 'locked', session };
  const wanted = hasWorkAt(asked, session.operator.profile) ? asked : 'desk';
  // Who leads applications needs no purpose for them; it is chosen with F4 where a document is to be checked as well.
  if (wanted === 'desk' && session.purposeId === null) return { at: session.operator.profile === 'video-agent' ? 'cases' : 'purpose', session };
  return { at: wanted, session };
}

function stopOf({ journal }: ServiceHealth): Unwritable['reason'] | null {
  if (journal.state === 'broken') return 'altered';
  return journal.state === 'unwritable' ? journal.reason : null;
}
