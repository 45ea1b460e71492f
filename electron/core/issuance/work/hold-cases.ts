/** Who holds which case: drawn by chance or met by name, in one hand at a time, and never by who may not work on it. */
import type { CaseView, TakeAnswer, WaitingCase } from '../../../../shared/domain/issuance/case-desk.ts';
import type { Policy } from '../../../../shared/domain/policy.ts';
import type { CaseStore } from '../../../ports/issuance/case-store.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { Journal } from '../../journal/index.ts';
import { isBarred } from '../advance-case.ts';
import type { CaseDesk } from '../create-case-desk.ts';
import type { SharedCases } from '../waiting/share-cases.ts';
import { mostUrgent, waitingKind, waitingList } from '../waiting/waiting-list.ts';
import type { CaseDesktop } from './case-desktop.ts';
import { createDrawAllowance } from './draw-allowance.ts';

export interface HoldingOptions {
  store: CaseStore;
  desk: Pick<CaseDesk, 'happen'>;
  desktop: CaseDesktop;
  shared: SharedCases;
  clock: Clock;
  journal: Pick<Journal, 'record' | 'list'>;
  policy(): Policy;
  iinOf(operatorId: string): string | null;
  /** The list is another than before. */
  onChange(): void;
}

export type PutBackCause = 'acquaintance' | 'shift-over' | 'other';

export interface HeldCases {
  waiting(operatorId: string): Promise<WaitingCase[]>;
  /** The one they hold, or another one, unless they gave too many back. */
  takeNext(operatorId: string): Promise<TakeAnswer>;
  /** For who meets the citizen: in a call, or at the counter. Null where the case waits for nobody, or somebody else holds it. */
  take(caseId: string, operatorId: string): Promise<CaseView | null>;
  /** What this operator holds. */
  current(operatorId: string): Promise<CaseView | null>;
  /** Whether this operator holds the case. */
  holds(caseId: string, operatorId: string): Promise<boolean>;
  /** Nobody works on the case any more. */
  release(caseId: string): Promise<void>;
  /** Of a case this operator holds. */
  putBack(caseId: string, cause: PutBackCause, operatorId: string): Promise<void>;
}

export function holdCases(options: HoldingOptions): HeldCases {
  const { store, desk, desktop, shared, clock, journal, policy, onChange } = options;
  const allowance = createDrawAllowance(options);
  /** A step of the case, so that it holds after a restart and at every workstation. */
  const bar = async (caseId: string, operatorId: string): Promise<void> => void (await desk.happen(caseId, { kind: 'operator-barred', operatorId }, operatorId));

  async function waiting(operatorId: string): Promise<WaitingCase[]> {
    const cases = (await store.open()).map((stored) => stored.case);
    return waitingList(cases, await store.holds(), { operatorId, elsewhere: shared.elsewhere() });
  }

  async function release(caseId: string): Promise<void> {
    desktop.clear(caseId);
    await store.release(caseId);
    await shared.letGo(caseId);
    onChange();
  }

  async function take(caseId: string, operatorId: string): Promise<CaseView | null> {
    const offered = (await waiting(operatorId)).find((each) => each.caseId === caseId);
    if (offered === undefined || offered.held === 'by-another' || offered.held === 'not-for-you') return null;
    // Another workstation may have it, or have gone on with it: its claim brings the case up to where that one left it.
    if (offered.held === 'free') {
      if ((await shared.claim([caseId])) === null) return null;
      if (!(await store.hold({ caseId, operatorId, since: clock.now().toISOString() }))) return null;
    }
    const still = (await waiting(operatorId)).find((each) => each.caseId === caseId);
    const opened = still?.held === 'mine' ? await desktop.lay(caseId) : null;
    const applicant = desktop.iinOf(caseId);
    const isOwn = applicant !== null && applicant === options.iinOf(operatorId);
    if (opened === null || isOwn) {
      if (isOwn) await bar(caseId, operatorId);
      await release(caseId);
      return null;
    }
    if (offered.held === 'free') await journal.record({ kind: 'case-held', caseId, act: 'taken', cause: null }, { operatorId, purpose: null });
    onChange();
    return opened;
  }

  const holds = async (caseId: string, operatorId: string): Promise<boolean> =>
    (await store.holds()).some((hold) => hold.caseId === caseId && hold.operatorId === operatorId);

  /** The case of this operator that still waits for their answer; one that went on without them, or is no more theirs to answer, is let go of. */
  async function heldBy(operatorId: string): Promise<string | null> {
    for (const { caseId } of (await store.holds()).filter((hold) => hold.operatorId === operatorId)) {
      const stored = await store.find(caseId);
      if (stored !== null && waitingKind(stored.case) !== null && !isBarred(stored.case, operatorId)) return caseId;
      await release(caseId);
    }
    return null;
  }

  /** Null where nothing waits for this operator. */
  async function draw(operatorId: string): Promise<CaseView | null> {
    await shared.keepUp();
    const tried = new Set<string>();
    for (;;) {
      const untried = (await waiting(operatorId)).filter(({ caseId }) => !tried.has(caseId));
      const urgent = mostUrgent(untried, clock.now()).map(({ caseId }) => caseId);
      if (urgent.length === 0) return null;
      const drawn = await shared.claim(urgent);
      const opened = drawn === null ? null : await take(drawn, operatorId);
      if (opened !== null) return opened;
      // Where none could be drawn all of them are in other hands.
      for (const caseId of drawn === null ? urgent : [drawn]) tried.add(caseId);
    }
  }

  return {
    waiting,
    take,
    holds,
    release,
    async takeNext(operatorId) {
      const held = await heldBy(operatorId);
      const until = held === null ? await allowance.pausedUntil(operatorId) : null;
      if (until !== null) return { state: 'draws-paused', until };
      const view = held === null ? await draw(operatorId) : await desktop.lay(held);
      return view === null ? { state: 'none-waiting' } : { state: 'taken', view };
    },
    async current(operatorId) {
      const held = await heldBy(operatorId);
      return held === null ? null : desktop.lay(held);
    },
    async putBack(caseId, cause, operatorId) {
      if (cause === 'acquaintance') await bar(caseId, operatorId);
      await journal.record({ kind: 'case-held', caseId, act: 'put-back', cause }, { operatorId, purpose: null });
      const until = await allowance.pausedUntil(operatorId);
      if (until !== null) await journal.record({ kind: 'draws-paused', until, policyVersion: policy().version }, { operatorId, purpose: null });
      await release(caseId);
    },
  };
}
