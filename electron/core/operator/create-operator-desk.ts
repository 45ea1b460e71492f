/** Who is at the desk: sign-in, purpose, lock and sign-out as one state at a time. */
import type { Connection } from '../../../shared/domain/connection.ts';
import type { OperatorSession, SignInAnswer, SignInRefusal } from '../../../shared/domain/operator-session.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import type { Profile } from '../../../shared/domain/purpose.ts';
import { failure, type Result } from '../../../shared/util/result.ts';
import type { Clock } from '../../ports/clock.ts';
import type { KeyCustodian } from '../../ports/key-custodian.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Timers } from '../../ports/timers.ts';
import type { TrainingStand } from '../../ports/training-stand.ts';
import type { Journal } from '../journal/index.ts';
import { createPasswordAttempts, type SigningKey } from '../keystore/index.ts';
import { NotPermitted } from '../not-permitted.ts';
import type { Settings } from '../settings/index.ts';
import { createAutoLock } from './auto-lock.ts';
import { type CertificateStanding, type IdentifiedOperator, identifyOperator } from './identify-operator.ts';

export interface OperatorDeskOptions {
  clock: Clock;
  timers: Timers;
  logger: Logger;
  policy(): Policy;
  organisation: Connection['organisation'];
  training: TrainingStand | null;
  keyCustodian: KeyCustodian;
  settings: Pick<Settings, 'purposesFor' | 'preferences' | 'rememberPurpose'>;
  journal: Pick<Journal, 'record' | 'recordOfSupervisor'>;
  certificateStanding(certificate: Uint8Array): Promise<CertificateStanding>;
  /** Whether who works in this role signs as themselves while at the desk: for all others the key is closed as soon as it has shown whose it is. */
  keepsKey(profile: Profile): boolean;
  /** Whether the clock of this desk is known to be too far off to judge certificates. */
  clockRefused(): boolean;
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
  const attempts = createPasswordAttempts(clock, options.policy);
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

  async function refuse(code: SignInRefusal, retryAt: Date | null = null): Promise<SignInAnswer> {
    await journal.record({ kind: 'sign-in-refused', code }, { operatorId: null, purpose: null });
    return { ok: false, code, retryAt: retryAt?.toISOString() ?? null };
  }

  /** The operator behind a key file, or the answer to give instead. */
  async function identify(keyFile: Uint8Array, password: string): Promise<Result<IdentifiedOperator, SignInAnswer>> {
    const retryAt = attempts.retryAt();
    if (retryAt !== null) return failure(await refuse('too-many-attempts', retryAt));
    if (options.clockRefused()) return failure(await refuse('clock-skewed'));
    const identified = await identifyOperator(keyFile, password, options.keyCustodian, options.organisation, options.certificateStanding);
    if (identified.ok) {
      attempts.noteRight();
      return identified;
    }
    if (identified.failure === 'password-wrong') attempts.noteWrong();
    return failure(await refuse(identified.failure, attempts.retryAt()));
  }

  /** One at a time: of two sign-ins at once the second must not be written down as one that took place. */
  async function enter(keyFile: Uint8Array, password: string): Promise<SignInAnswer> {
    if (state.state === 'locked') throw new NotPermitted('locked');
    if (state.state === 'signed-in' || entering) throw new NotPermitted('occupied');
    entering = true;
    return signIn(keyFile, password).finally(() => (entering = false));
  }

  /** Who signs in has shown that the key is theirs; where nothing is signed with it, it is closed at once. */
  async function kept({ operator, key }: IdentifiedOperator): Promise<SigningKey | null> {
    if (options.keepsKey(operator.profile)) return key;
    await key.close();
    return null;
  }

  /** Somebody who does not come in leaves no open key behind. */
  async function orClosed(key: SigningKey | null, recorded: Promise<unknown>): Promise<void> {
    try {
      await recorded;
    } catch (error) {
      await key?.close();
      throw error;
    }
  }

  async function signIn(keyFile: Uint8Array, password: string): Promise<SignInAnswer> {
    const identified = await identify(keyFile, password);
    if (!identified.ok) return identified.failure;
    const { operator, certificateHash } = identified.value;
    const purposes = settings.purposesFor(operator.profile);
    const { lastPurpose } = await settings.preferences();
    // Somebody must be able to come in and act where the journal cannot go on: a supervisor, and nobody else.
    const arrived = operator.profile === 'supervisor' ? journal.recordOfSupervisor : journal.record;
    const key = await kept(identified.value);
    await orClosed(key, arrived({ kind: 'signed-in', certificateHash }, { operatorId: operator.id, purpose: null }));
    const purposeId = purposes.find(({ id }) => id === lastPurpose)?.id ?? null;
    return { ok: true, session: become({ state: 'signed-in', present: { operator, purposes, purposeId }, keyFile, key }) };
  }

  async function reopen(password: string): Promise<SignInAnswer> {
    const locked = state;
    if (locked.state !== 'locked') throw new NotPermitted('signed-out');
    const identified = await identify(locked.keyFile, password);
    if (!identified.ok) return identified.failure;
    const { operator } = identified.value;
    if (operator.id !== locked.present.operator.id) {
      await identified.value.key.close();
      return refuse('other-operator');
    }
    const key = await kept(identified.value);
    await orClosed(key, journal.record({ kind: 'unlocked' }, { operatorId: operator.id, purpose: null }));
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
      return key === undefined ? refuse('training-only') : enter(key.keyFile, key.password);
    },
    unlock: reopen,
    async unlockTraining() {
      const key = state.state === 'locked' ? trainingKey(state.present.operator.id) : undefined;
      return key === undefined ? refuse('training-only') : reopen(key.password);
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
