/** Runs the applications of this desk: takes what the portal reports, moves each case by the machine, records it, and only then tells the citizen. */
import type { CaseEvent, IssuanceCase } from '../../../shared/domain/issuance/issuance-case.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import { failure, type Result, success } from '../../../shared/util/result.ts';
import type { KeptCase } from '../../ports/issuance/case-pool.ts';
import type { CaseStore, CaseTransition, StoredCase } from '../../ports/issuance/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import type { IssuancePortal, PortalEvent } from '../../ports/issuance/issuance-portal.ts';
import type { Journal } from '../journal/index.ts';
import { accountFailures } from './account-attempts.ts';
import { advanceCase } from './advance-case.ts';
import type { CaseRefusal } from './case-moment.ts';
import { recordTransitions } from './record-transitions.ts';

const BATCH = 100;

export interface CaseDeskOptions {
  store: CaseStore;
  portal: Pick<IssuancePortal, 'events' | 'showStage'>;
  journal: Pick<Journal, 'record' | 'list'>;
  clock: Clock;
  policy(): Policy;
  randomId(): string;
  /** Hears of every case that moved, after the journal has it. */
  onMoved(stored: StoredCase): void;
}

export interface CaseDesk {
  /** Finishes what a crash interrupted, then handles everything the portal has. Calls do not overlap: a second one waits for the first. */
  catchUp(): Promise<void>;
  /** An event of an operator or of this program. `unknown`: there is no such case. */
  happen(caseId: string, event: CaseEvent, operatorId: string | null): Promise<Result<StoredCase, CaseRefusal | 'unknown'>>;
  /** What another workstation made of a case of ours, unless we are further. */
  adopt(kept: KeptCase): Promise<void>;
  open(): Promise<readonly StoredCase[]>;
}

export function createCaseDesk(options: CaseDeskOptions): CaseDesk {
  const { store, portal, clock, policy, randomId } = options;
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const turn = queue.then(work);
    queue = turn.catch(() => undefined);
    return turn;
  };

  /** Durable first, then in the journal, then before the citizen and the other workstations: a crash between two of them is finished at the next `catchUp`. */
  async function settle(): Promise<void> {
    await recordTransitions(store, options.journal);
    for (const stored of await store.unshown()) {
      options.onMoved(stored);
      const { id, stage } = stored.case;
      const shown = await portal.showStage(id, stored.step, stage, { ...stored, faces: await store.faces(id) });
      if (shown.ok) await store.noteShown(id, stored.step);
    }
  }

  async function move(stored: StoredCase, event: CaseEvent, operatorId: string | null, position: number | null): Promise<Result<StoredCase, CaseRefusal>> {
    const next = advanceCase(stored.case, event, { now: clock.now(), numbers: policy().numbers });
    if (!next.ok) return next;
    const moved = { case: { ...next.value, policyVersion: policy().version }, step: stored.step + 1 };
    await store.save(moved, transitionOf(stored, moved, event, operatorId, randomId()), position);
    return success(moved);
  }

  /** The case, blocked and counted by what failed in other applications of its account. */
  async function abreast(stored: StoredCase): Promise<StoredCase> {
    const { account } = stored.case;
    const failed = account === undefined ? null : accountFailures(await store.ofAccount(account), { now: clock.now(), numbers: policy().numbers });
    const moved = failed === null ? failure('not-here') : await move(stored, failed, null, null);
    return moved.ok ? moved.value : stored;
  }

  async function handle({ position, caseId, at, event }: PortalEvent): Promise<void> {
    const stored = await store.find(caseId);
    if (event.kind === 'opened') {
      if (stored !== null) return store.moveOn(position);
      const opened = newCase(caseId, at, event, policy().version);
      const { stage } = opened.stage;
      const transition: CaseTransition = { id: randomId(), step: 1, happened: 'opened', from: stage, to: stage, reason: null, operatorId: null };
      return store.save({ case: opened, step: 1 }, transition, position);
    }
    const moved = stored === null ? failure('not-here') : await move(await abreast(stored), event, null, position);
    // Out of place or told twice: the portal's word alone moves nothing.
    if (!moved.ok) await store.moveOn(position);
  }

  return {
    catchUp: () =>
      inTurn(async () => {
        await settle();
        for (;;) {
          const events = await portal.events(await store.position(), BATCH);
          if (!events.ok || events.value.length === 0) break;
          for (const event of events.value) await handle(event);
        }
        for (const stored of await store.open()) await move(await abreast(stored), { kind: 'time-passed' }, null, null);
        await settle();
      }),
    happen: (caseId, event, operatorId) =>
      inTurn(async () => {
        const stored = await store.find(caseId);
        if (stored === null) return failure('unknown');
        const moved = await move(stored, event, operatorId, null);
        if (moved.ok) await settle();
        return moved;
      }),
    adopt: (kept) =>
      inTurn(async () => {
        const { faces, ...stored } = kept;
        const ours = await store.find(stored.case.id);
        if (ours === null || ours.step > stored.step) return;
        await store.keepFaces(stored.case.id, faces);
        await store.adopt(stored);
        options.onMoved(stored);
      }),
    open: () => store.open(),
  };
}

const newCase = (id: string, openedAt: string, { language, aim, account }: Pick<IssuanceCase, 'language' | 'aim' | 'account'>, policyVersion: string): IssuanceCase => ({
  id,
  ...(account !== undefined && { account }),
  ...(aim !== undefined && { aim }),
  openedAt,
  touchedAt: openedAt,
  policyVersion,
  language,
  // A number alone is for an operator from the beginning: the old one may be lost.
  stage: { stage: aim === 'phone' ? 'phone-registration' : 'phone' },
  done: [],
  channel: null,
  failedAttempts: 0,
  risks: [],
});

const transitionOf = (before: StoredCase, after: StoredCase, event: CaseEvent, operatorId: string | null, id: string): CaseTransition => ({
  id,
  step: after.step,
  happened: event.kind,
  from: before.case.stage.stage,
  to: after.case.stage.stage,
  ...whyOf(event),
  operatorId,
  ...('evidence' in event && event.evidence !== null && { evidence: event.evidence }),
});

function whyOf(event: CaseEvent): Pick<CaseTransition, 'reason' | 'reasons' | 'risk' | 'cause'> {
  if (event.kind === 'risk-noted') return { reason: null, risk: event.risk };
  if (event.kind === 'machine-too-weak') return { reason: null, cause: event.cause };
  if ('reason' in event) return { reason: event.reason };
  const reasons = 'reasons' in event ? event.reasons : [];
  return { reason: reasons[0] ?? null, ...(reasons.length > 1 && { reasons }) };
}
