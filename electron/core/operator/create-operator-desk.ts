/** Who is at the desk: sign-in, purpose, lock and sign-out as one state at a time. */
import type { OperatorSession, SignInAnswer } from '../../../shared/domain/desk/operator-session.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Timers } from '../../ports/timers.ts';
import type { TrainingStand } from '../../ports/checking/training-stand.ts';
import type { Journal } from '../journal/index.ts';
import type { SigningKey } from '../keystore/index.ts';
import { NotPermitted } from '../not-permitted.ts';
import type { Settings } from '../settings/index.ts';
import { type AdmissionOptions, type Admitted, createAdmission } from './admission.ts';
import { createAutoLock } from './auto-lock.ts';

export interface OperatorDeskOptions extends AdmissionOptions {
  timers: Timers;
  logger: Logger;
  training: TrainingStand | null;
  settings: Pick<Settings, 'purposesFor' | 'preferences' | 'rememberPurpose'>;
  journal: Pick<Journal, 'record' | 'recordOfSupervisor'>;
  /** Ends whatever is shown or under way; the desk is already left when it is called. */
  onLeave(): Promise<void>;
  onChange(session: OperatorSession): void;
}

export interface OperatorDesk {
  session(): OperatorSession;
  /** The key of who is at the desk now, where it is kept; closed by the lock and by leaving. */
  signingKey(): SigningKey | null;
  signIn(keyFile: Uint8Array, password: string): Promise<SignInAnswer>;
  signInTraining(operatorId: string): Promise<SignInAnswer>;
  unlock(password: string): Promise<SignInAnswer>;
  unlockTraining(): Promise<SignInAnswer>;
  choosePurpose(purposeId: string): Promise<OperatorSession>;
  noteActivity(): void;
  lock(cause: 'operator' | 'idle'): Promise<void>;
  /** `idle`: nobody came back to a locked desk. */
  signOut(cause: 'operator' | 'idle'): Promise<void>;
}

type SignedIn = Extract<OperatorSession, { state: 'signed-in' }>;
type Present = Pick<SignedIn, 'operator' | 'purposes' | 'purposeId'>;

type State =
  | { state: 'signed-out' }
  /** The key file stays sealed by its password; it is kept so that unlocking asks for the password alone. */
  | { state: 'signed-in'; present: Present; keyFile: Uint8Array; key: SigningKey | null }
  | { state: 'locked'; present: Present; keyFile: Uint8Array; since: string };

export function createOperatorDesk(options: OperatorDeskOptions): OperatorDesk {
  const { clock, timers, logger, settings, journal, training } = options;
  const admission = createAdmission(options);
  const autoLock = createAutoLock(clock, timers, options.policy, () => void lock('idle'));
  let state: State = { state: 'signed-out' };
  let entering = false;
  let cancelSignOut = () => {};

  function session(): OperatorSession {
    if (state.state === 'signed-in') return { state: 'signed-in', ...state.present, ...autoLock.deadlines() };
    if (state.state === 'locked') return { state: 'locked', operator: state.present.operator, since: state.since };
    return state;
  }

  function become(next: State): OperatorSession {
    state = next;
    if (next.state === 'signed-in') autoLock.restart();
    else autoLock.stop();
    cancelSignOut();
    if (next.state === 'locked') cancelSignOut = timers.after(options.policy().numbers.signOutAfterLockMs, () => void signOut('idle'));
    const now = session();
    options.onChange(now);
    return now;
  }

  /** One at a time: of two sign-ins at once the second must not be written down as one that took place. */
  async function enter(keyFile: Uint8Array, password: string): Promise<SignInAnswer> {
    if (state.state === 'locked') throw new NotPermitted('locked');
    if (state.state === 'signed-in' || entering) throw new NotPermitted('occupied');
    entering = true;
    return signIn(keyFile, password).finally(() => (entering = false));
  }

  /** Writes down who came in; somebody who then does not leaves no open key behind. */
  async function recordArrival(event: { kind: 'signed-in'; certificateHash: string } | { kind: 'unlocked' }, { operator, key }: Admitted): Promise<void> {
    // Somebody must be able to come in and act where the journal cannot go on: a supervisor, and nobody else.
    const record = operator.profile === 'supervisor' ? journal.recordOfSupervisor : journal.record;
    try {
      await record(event, { operatorId: operator.id, purpose: null });
    } catch (error) {
      await key?.close();
      throw error;
    }
  }

  async function signIn(keyFile: Uint8Array, password: string): Promise<SignInAnswer> {
    const admitted = await admission.identify(keyFile, password);
    if (!admitted.ok) return admitted.failure;
    const { operator, certificateHash, key } = admitted.value;
    const purposes = settings.purposesFor(operator.profile);
    const { lastPurpose } = await settings.preferences();
    await recordArrival({ kind: 'signed-in', certificateHash }, admitted.value);
    const purposeId = purposes.find(({ id }) => id === lastPurpose)?.id ?? null;
    return { ok: true, session: become({ state: 'signed-in', present: { operator, purposes, purposeId }, keyFile, key }) };
  }

  async function reopen(password: string): Promise<SignInAnswer> {
    const locked = state;
    if (locked.state !== 'locked') throw new NotPermitted('signed-out');
    const admitted = await admission.identify(locked.keyFile, password);
    if (!admitted.ok) return admitted.failure;
    const { operator, key } = admitted.value;
    if (operator.id !== locked.present.operator.id) {
      await key?.close();
      return admission.refuse('other-operator');
    }
    await recordArrival({ kind: 'unlocked' }, admitted.value);
    if (state !== locked) {
      await key?.close();
      throw new NotPermitted('signed-out');
    }
    return { ok: true, session: become({ state: 'signed-in', present: locked.present, keyFile: locked.keyFile, key }) };
  }

  async function lock(cause: 'operator' | 'idle'): Promise<void> {
    if (state.state !== 'signed-in') return;
    const { present, keyFile, key } = state;
    become({ state: 'locked', present, keyFile, since: clock.now().toISOString() });
    await leave({ kind: 'locked', cause }, present, key);
  }

  async function signOut(cause: 'operator' | 'idle'): Promise<void> {
    if (state.state === 'signed-out') return;
    const { present } = state;
    const key = state.state === 'signed-in' ? state.key : null;
    become({ state: 'signed-out' });
    await leave({ kind: 'signed-out', cause }, present, key);
  }

  /** The desk is shut already; a disk or a service that fails now must not open it again. */
  async function leave(event: { kind: 'locked' | 'signed-out'; cause: 'operator' | 'idle' }, present: Present, key: SigningKey | null): Promise<void> {
    const settled = await Promise.allSettled([
      key?.close(),
      options.onLeave(),
      journal.record(event, { operatorId: present.operator.id, purpose: present.purposeId }),
    ]);
    for (const outcome of settled) if (outcome.status === 'rejected') logger.fault('leave-desk', outcome.reason);
  }

  const trainingKey = (operatorId: string) => training?.operators().find((operator) => operator.operatorId === operatorId);

  return {
    session,
    signingKey: () => (state.state === 'signed-in' ? state.key : null),
    signIn: enter,
    async signInTraining(operatorId) {
      const key = trainingKey(operatorId);
      return key === undefined ? admission.refuse('training-only') : enter(key.keyFile, key.password);
    },
    unlock: reopen,
    async unlockTraining() {
      const key = state.state === 'locked' ? trainingKey(state.present.operator.id) : undefined;
      return key === undefined ? admission.refuse('training-only') : reopen(key.password);
    },
    async choosePurpose(purposeId) {
      if (state.state !== 'signed-in') throw new NotPermitted(state.state);
      const { present, keyFile, key } = state;
      // Only what the profile allows can be chosen; the page offers nothing else.
      if (!present.purposes.some(({ id }) => id === purposeId)) throw new NotPermitted('role');
      const chosen = become({ state: 'signed-in', present: { ...present, purposeId }, keyFile, key });
      await settings.rememberPurpose(purposeId);
      return chosen;
    },
    noteActivity() {
      if (state.state === 'signed-in') become(state);
    },
    lock,
    signOut,
  };
}
