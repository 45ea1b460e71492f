/** Operators and cases: what they are shown of the one they hold, and how an answer is sealed as evidence before it moves the case. */
import type { CaseAnswer, CaseDecision } from '../../../../shared/domain/issuance/case-desk.ts';
import type { CaseEvent } from '../../../../shared/domain/issuance/issuance-case.ts';
import type { CaseStore } from '../../../ports/issuance/case-store.ts';
import type { EvidenceOrder, EvidenceSession } from '../../identification/index.ts';
import type { Journal } from '../../journal/index.ts';
import { advanceCase } from '../advance-case.ts';
import type { CaseRefusal } from '../case-moment.ts';
import type { ComparisonOptions } from '../comparison/compare-application.ts';
import type { CaseDesk } from '../create-case-desk.ts';
import type { SharedCases } from '../waiting/share-cases.ts';
import { createCaseDesktop } from './case-desktop.ts';
import { sealDecision } from './decision-record.ts';
import { type HeldCases, holdCases, type PutBackCause } from './hold-cases.ts';

export interface CaseWorkOptions {
  store: CaseStore;
  desk: CaseDesk;
  comparison: ComparisonOptions;
  openEvidence(order: EvidenceOrder): Promise<EvidenceSession>;
  journal: Pick<Journal, 'record' | 'list'>;
  shared: SharedCases;
  iinOf(operatorId: string): string | null;
  /** The list is another than before. */
  onChange(): void;
}

export interface CaseWork extends Omit<HeldCases, 'putBack'> {
  decide(caseId: string, decision: CaseDecision, operatorId: string): Promise<CaseAnswer>;
  /**
   * An event that an operator's session led to; `script` names the checklist. What the session holds is sealed first, and its hash
   * handed to `eventOf`.
   */
  conclude(caseId: string, operatorId: string, script: string, decision: unknown, eventOf: (evidence: string) => CaseEvent): Promise<CaseAnswer>;
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
  const { store, desk, comparison, shared } = options;
  const { clock } = comparison;
  const desktop = createCaseDesktop({ store, comparison });
  const { putBack, ...held } = holdCases({ ...options, ...comparison, desktop });
  const { holds, release } = held;

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
    if (shown === null || shown.away.includes('portal')) return refused('evidence-failed');
    const decided = { shown, looked: desktop.looked(caseId), operatorId, scriptVersion: script, decision, at: clock.now().toISOString() };
    const sealed = await sealDecision(decided, comparison.portal, options.openEvidence);
    if (sealed === null) return refused('evidence-failed');
    const moved = await desk.happen(caseId, eventOf(sealed), operatorId);
    if (!moved.ok) return refused(moved.failure === 'unknown' ? 'moved' : codeOf(moved.failure));
    await release(caseId);
    return { ok: true, stage: moved.value.case.stage.stage };
  }

  return {
    ...held,
    conclude,
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
      await putBack(caseId, cause, operatorId);
      return { ok: true, stage: stored.case.stage.stage };
    },
    material: async (caseId, sha256, operatorId) => ((await holds(caseId, operatorId)) ? desktop.material(caseId, sha256) : null),
    leave: () => desktop.clearAll(),
  };
}

const refused = (code: Extract<CaseAnswer, { ok: false }>['code']): CaseAnswer => ({ ok: false, code });

function codeOf(refusal: CaseRefusal): Extract<CaseAnswer, { ok: false }>['code'] {
  if (refusal === 'same-operator') return 'same-operator';
  if (refusal === 'barred') return 'not-held';
  return refusal === 'not-here' ? 'not-allowed' : 'moved';
}
