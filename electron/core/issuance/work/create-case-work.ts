/** Operators and cases: who holds which, what they are shown, and how an answer is sealed as evidence before it moves the case. */
import type { CaseAnswer, CaseDecision, CaseView, WaitingCase } from '../../../../shared/domain/case-desk.ts';
import type { CaseEvent } from '../../../../shared/domain/issuance-case.ts';
import type { CaseStore } from '../../../ports/case-store.ts';
import { type EvidenceOrder, type EvidenceSession, EvidenceUnsigned } from '../../identification/index.ts';
import type { Journal } from '../../journal/index.ts';
import { advanceCase, type CaseRefusal } from '../advance-case.ts';
import type { ComparisonOptions } from '../comparison/compare-application.ts';
import type { CaseDesk } from '../create-case-desk.ts';
import { chooseNext, waitingKind, waitingList } from '../waiting/waiting-list.ts';
import { caseView, gather, type Gathered } from './case-view.ts';
import { recordDecision, recordSeen } from './decision-record.ts';

export interface CaseWorkOptions {
  store: CaseStore;
  desk: CaseDesk;
  comparison: ComparisonOptions;
  openEvidence(order: EvidenceOrder): Promise<EvidenceSession>;
  journal: Pick<Journal, 'record'>;
  /** Uniform over 0 … limit − 1. */
  randomBelow(limit: number): number;
  iinOf(operatorId: string): string | null;
  /** The list is another than before. */
  onChange(): void;
}

export type PutBackCause = 'acquaintance' | 'shift-over' | 'other';

export interface CaseWork {
  waiting(operatorId: string): Promise<WaitingCase[]>;
  /** Null where nothing waits for this operator. */
  takeNext(operatorId: string): Promise<CaseView | null>;
  /** For who meets the citizen: in a call, or at the counter. Null where the case waits for nobody, or somebody else holds it. */
  take(caseId: string, operatorId: string): Promise<CaseView | null>;
  /** What this operator holds. */
  current(operatorId: string): Promise<CaseView | null>;
  /** Whether this operator holds the case. */
  holds(caseId: string, operatorId: string): Promise<boolean>;
  decide(caseId: string, decision: CaseDecision, operatorId: string): Promise<CaseAnswer>;
  /**
   * An event that an operator's session led to; `script` names the checklist. What the session holds is sealed first, and its hash
   * handed to `eventOf`.
   */
  conclude(caseId: string, operatorId: string, script: string, decision: unknown, eventOf: (evidence: string) => CaseEvent): Promise<CaseAnswer>;
  /** Nobody works on the case any more. */
  release(caseId: string): Promise<void>;
  putBack(caseId: string, cause: PutBackCause, operatorId: string): Promise<CaseAnswer>;
  /** The operator goes: what was gathered for their eyes is forgotten, what they hold stays theirs. */
  leave(): void;
}

/** The checklist of the moderation screen; what is on it is the screen itself. */
const MODERATION_SCRIPT = 'moderation-1';
const ANY_HASH = '0'.repeat(64);

export function createCaseWork(options: CaseWorkOptions): CaseWork {
  const { store, desk, comparison, journal, onChange } = options;
  const { clock } = comparison;
  const seen = new Map<string, Gathered>();
  /** Cases an operator may not work on: their own, or those of people they know. */
  const barred = new Map<string, Set<string>>();
  const ownOf = (operatorId: string): Set<string> => {
    const own = barred.get(operatorId) ?? new Set();
    barred.set(operatorId, own);
    return own;
  };

  async function waiting(operatorId: string): Promise<WaitingCase[]> {
    const cases = (await store.open()).map((stored) => stored.case);
    return waitingList(cases, await store.holds(), { operatorId, own: ownOf(operatorId) });
  }

  async function view(caseId: string): Promise<CaseView | null> {
    const stored = await store.find(caseId);
    const hold = (await store.holds()).find((each) => each.caseId === caseId);
    if (stored === null || hold === undefined) return null;
    let gathered = seen.get(caseId);
    if (gathered === undefined || 'missing' in gathered) {
      gathered = await gather(caseId, comparison);
      seen.set(caseId, gathered);
    }
    return caseView(stored.case, hold, gathered, await store.faces(caseId), comparison.policy().numbers);
  }

  async function release(caseId: string): Promise<void> {
    seen.delete(caseId);
    await store.release(caseId);
    onChange();
  }

  /** Several desks hear one feed; which of them a person answered first at, the portal's page tells. An old copy is put away. */
  async function wentOnElsewhere(caseId: string): Promise<boolean> {
    const [stored, told] = [await store.find(caseId), await comparison.portal.facts(caseId)];
    if (stored === null || !told.ok || told.value.shownStep <= stored.step) return false;
    await store.retire(caseId);
    return true;
  }

  async function take(caseId: string, operatorId: string): Promise<CaseView | null> {
    const offered = (await waiting(operatorId)).find((each) => each.caseId === caseId);
    if (offered === undefined || offered.held === 'by-another' || offered.held === 'not-for-you') return null;
    if (offered.held === 'free') {
      const taken = await store.hold({ caseId, operatorId, since: clock.now().toISOString() });
      if (!taken) return null;
      await journal.record({ kind: 'case-held', caseId, act: 'taken', cause: null }, { operatorId, purpose: null });
    }
    const opened = await view(caseId);
    if (opened === null || (await wentOnElsewhere(caseId))) {
      await release(caseId);
      return null;
    }
    const gathered = seen.get(caseId);
    if (gathered !== undefined && !('missing' in gathered) && gathered.facts.iin === options.iinOf(operatorId)) {
      ownOf(operatorId).add(caseId);
      await release(caseId);
      return null;
    }
    onChange();
    return opened;
  }

  const holds = async (caseId: string, operatorId: string): Promise<boolean> =>
    (await store.holds()).some((hold) => hold.caseId === caseId && hold.operatorId === operatorId);

  /** The case of this operator that still waits for an answer; one that went on without them is let go of. */
  async function heldBy(operatorId: string): Promise<string | null> {
    for (const { caseId } of (await store.holds()).filter((hold) => hold.operatorId === operatorId)) {
      const stored = await store.find(caseId);
      if (stored !== null && waitingKind(stored.case) !== null) return caseId;
      await release(caseId);
    }
    return null;
  }

  async function conclude(...[caseId, operatorId, script, decision, eventOf]: Parameters<CaseWork['conclude']>): Promise<CaseAnswer> {
    const stored = await store.find(caseId);
    if (stored === null || !(await holds(caseId, operatorId))) return refused('not-held');
    // Asked of the machine first: an answer it would refuse leaves no evidence of a decision.
    const moment = { now: clock.now(), numbers: comparison.policy().numbers };
    const allowed = advanceCase(stored.case, eventOf(ANY_HASH), moment);
    if (!allowed.ok) return refused(codeOf(allowed.failure));
    const shown = await view(caseId);
    if (await wentOnElsewhere(caseId)) {
      await release(caseId);
      return refused('moved');
    }
    const sealed = shown === null || shown.away.includes('portal') ? null : await seal(shown, operatorId, script, decision);
    if (sealed === null) return refused('evidence-failed');
    const moved = await desk.happen(caseId, eventOf(sealed), operatorId);
    if (!moved.ok) return refused(moved.failure === 'unknown' ? 'moved' : codeOf(moved.failure));
    await release(caseId);
    return { ok: true, stage: moved.value.case.stage.stage };
  }

  /** What was seen and what was answered, under the operator's signature; null where it cannot be sealed just now. */
  async function seal(shown: CaseView, operatorId: string, scriptVersion: string, decision: unknown): Promise<string | null> {
    const at = clock.now().toISOString();
    const session = await options.openEvidence({ caseId: shown.case.id, operatorId, scriptVersion, openedAt: shown.heldSince });
    try {
      if (await recordSeen(shown, comparison.portal, at, session.add)) {
        await recordDecision(decision, operatorId, at, session.add);
        return await session.seal(at);
      }
    } catch (error) {
      if (!(error instanceof EvidenceUnsigned)) throw error;
    }
    await session.leave();
    return null;
  }

  return {
    waiting,
    take,
    async takeNext(operatorId) {
      const held = await heldBy(operatorId);
      if (held !== null) return view(held);
      for (;;) {
        const next = chooseNext(await waiting(operatorId), clock.now(), options.randomBelow);
        if (next === null) return null;
        const opened = await take(next.caseId, operatorId);
        if (opened !== null) return opened;
      }
    },
    async current(operatorId) {
      const held = await heldBy(operatorId);
      return held === null ? null : view(held);
    },
    holds,
    conclude,
    release,
    async decide(caseId, decision, operatorId) {
      const stage = (await store.find(caseId))?.case.stage.stage;
      const reason = decision.decision === 'approve' ? null : decision.reason;
      const byModeration = stage === 'moderation' || stage === 'second-opinion';
      if (!byModeration && (decision.decision !== 'refuse' || reason === null)) return refused('not-allowed');
      const event: CaseEvent = byModeration
        ? { kind: 'moderated', operatorId, decision: decision.decision, reason }
        : { kind: 'refused-by-operator', operatorId, reason: reason! };
      return conclude(caseId, operatorId, MODERATION_SCRIPT, decision, () => event);
    },
    async putBack(caseId, cause, operatorId) {
      const stored = await store.find(caseId);
      if (stored === null || !(await holds(caseId, operatorId))) return refused('not-held');
      if (cause === 'acquaintance') ownOf(operatorId).add(caseId);
      await journal.record({ kind: 'case-held', caseId, act: 'put-back', cause }, { operatorId, purpose: null });
      await release(caseId);
      return { ok: true, stage: stored.case.stage.stage };
    },
    leave: () => seen.clear(),
  };
}

const refused = (code: Extract<CaseAnswer, { ok: false }>['code']): CaseAnswer => ({ ok: false, code });

function codeOf(refusal: CaseRefusal): Extract<CaseAnswer, { ok: false }>['code'] {
  if (refusal === 'same-operator') return 'same-operator';
  return refusal === 'not-here' ? 'not-allowed' : 'moved';
}
