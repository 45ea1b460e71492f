/** Operators and cases: who holds which, what they are shown, and how an answer is sealed as evidence before it moves the case. */
import type { CaseAnswer, CaseDecision, CaseView, WaitingCase } from '../../../../shared/domain/case-desk.ts';
import type { CaseEvent } from '../../../../shared/domain/issuance-case.ts';
import type { CaseStore } from '../../../ports/case-store.ts';
import { type EvidenceOrder, type EvidenceSession, EvidenceUnsigned } from '../../identification/index.ts';
import type { Journal } from '../../journal/index.ts';
import { advanceCase, type CaseRefusal } from '../advance-case.ts';
import type { ComparisonOptions } from '../comparison/compare-application.ts';
import type { CaseDesk } from '../create-case-desk.ts';
import type { SharedCases } from '../waiting/share-cases.ts';
import { mostUrgent, waitingKind, waitingList } from '../waiting/waiting-list.ts';
import { createCaseDesktop } from './case-desktop.ts';
import { recordDecision, recordSeen } from './decision-record.ts';

export interface CaseWorkOptions {
  store: CaseStore;
  desk: CaseDesk;
  comparison: ComparisonOptions;
  openEvidence(order: EvidenceOrder): Promise<EvidenceSession>;
  journal: Pick<Journal, 'record'>;
  shared: SharedCases;
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
  /** A picture of the case this operator holds, laid before them; null where there is none such, or the portal is away. */
  material(caseId: string, sha256: string, operatorId: string): Promise<Uint8Array | null>;
  putBack(caseId: string, cause: PutBackCause, operatorId: string): Promise<CaseAnswer>;
  /** The operator goes: what was gathered for their eyes is forgotten, what they hold stays theirs. */
  leave(): void;
}

/** The checklist of the moderation screen; what is on it is the screen itself. */
const MODERATION_SCRIPT = 'moderation-1';
const ANY_HASH = '0'.repeat(64);

export function createCaseWork(options: CaseWorkOptions): CaseWork {
  const { store, desk, comparison, shared, journal, onChange } = options;
  const { clock } = comparison;
  const desktop = createCaseDesktop({ store, comparison });
  /** Cases an operator may not work on: their own, or those of people they know. */
  const barred = new Map<string, Set<string>>();
  const ownOf = (operatorId: string): Set<string> => {
    const own = barred.get(operatorId) ?? new Set();
    barred.set(operatorId, own);
    return own;
  };

  async function waiting(operatorId: string): Promise<WaitingCase[]> {
    const cases = (await store.open()).map((stored) => stored.case);
    return waitingList(cases, await store.holds(), { operatorId, own: ownOf(operatorId), elsewhere: shared.elsewhere() });
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
      if (isOwn) ownOf(operatorId).add(caseId);
      await release(caseId);
      return null;
    }
    if (offered.held === 'free') await journal.record({ kind: 'case-held', caseId, act: 'taken', cause: null }, { operatorId, purpose: null });
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
    await shared.keepUp();
    if ((await store.find(caseId))?.step !== stored.step || !(await holds(caseId, operatorId))) {
      await release(caseId);
      return refused('moved');
    }
    const shown = await desktop.shown(caseId);
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
      if (await recordSeen(shown, desktop.looked(shown.case.id), comparison.portal, at, session.add)) {
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
      if (held !== null) return desktop.lay(held);
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
    },
    async current(operatorId) {
      const held = await heldBy(operatorId);
      return held === null ? null : desktop.lay(held);
    },
    holds,
    conclude,
    release,
    async decide(caseId, decision, operatorId) {
      const stage = (await store.find(caseId))?.case.stage.stage;
      const reason = decision.decision === 'approve' ? null : decision.reason;
      const byModeration = stage === 'moderation' || stage === 'second-opinion';
      if (!byModeration && (decision.decision !== 'refuse' || reason === null)) return refused('not-allowed');
      if (!(await holds(caseId, operatorId))) return refused('not-held');
      if (decision.decision === 'approve' && !desktop.lookedAtFaces(caseId)) return refused('not-seen');
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
    material: async (caseId, sha256, operatorId) => ((await holds(caseId, operatorId)) ? desktop.material(caseId, sha256) : null),
    leave: () => desktop.clearAll(),
  };
}

const refused = (code: Extract<CaseAnswer, { ok: false }>['code']): CaseAnswer => ({ ok: false, code });

function codeOf(refusal: CaseRefusal): Extract<CaseAnswer, { ok: false }>['code'] {
  if (refusal === 'same-operator') return 'same-operator';
  return refusal === 'not-here' ? 'not-allowed' : 'moved';
}
