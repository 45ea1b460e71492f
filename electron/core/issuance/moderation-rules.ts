/** Where the comparison leads, and who may pass what it doubts: a match alone needs nobody, an override needs two people. */
import type { CaseEvent, CaseReason, IssuanceCase } from '../../../shared/domain/issuance/issuance-case.ts';
import { failure, success } from '../../../shared/util/result.ts';
import type { CaseMoment, NextCase } from './case-moment.ts';

type Compared = Extract<CaseEvent, { kind: 'compared' }>;
type Moderated = Extract<CaseEvent, { kind: 'moderated' }>;

/** Reasons no operator may pass: what the registry says of life, or what a person says under pressure, is not weighed against a likeness. */
const NEVER_PASSED: ReadonlySet<CaseReason> = new Set<CaseReason>(['person-deceased', 'coercion-suspected']);

/** What becomes of an “approve” at this stage; null where none is asked. Where no machine has compared, a second person stands in for it by policy. */
export function approvalOf({ stage }: IssuanceCase, { humanOnlyOperators }: Pick<CaseMoment['numbers'], 'humanOnlyOperators'>): 'final' | 'needs-second' | 'never' | null {
  if (stage.stage !== 'moderation' && stage.stage !== 'second-opinion') return null;
  if (stage.reasons.some((reason) => NEVER_PASSED.has(reason))) return 'never';
  const humanOnly = stage.reasons.includes('machine-unavailable') && humanOnlyOperators > 1;
  return stage.stage === 'moderation' && (stage.priority === 'high' || humanOnly) ? 'needs-second' : 'final';
}

/** A mismatch is never refused by a machine: it comes to the operator first in the queue. */
export function afterComparison(current: IssuanceCase, { outcome, reasons }: Compared, { now, numbers }: CaseMoment): IssuanceCase {
  if (outcome === 'match' && reasons.length === 0) return compared(current);
  const dueAt = new Date(now.getTime() + numbers.moderationDueMs).toISOString();
  return { ...current, stage: { stage: 'moderation', priority: outcome === 'mismatch' ? 'high' : 'normal', dueAt, reasons } };
}

/**
 * What the machine doubted one operator may approve; what it called a mismatch (or a reason that is never passed alone) needs a second one.
 * `retake` leads back to the pictures of the card and, where the operator doubts the face, to identification: their reason counts, not what the machine had doubted.
 */
export function afterModeration(current: IssuanceCase, event: Moderated, { now, numbers }: CaseMoment): NextCase {
  const { stage } = current;
  if (stage.stage !== 'moderation' && stage.stage !== 'second-opinion') return failure('not-here');
  if (stage.stage === 'second-opinion' && stage.firstOperator === event.operatorId) return failure('same-operator');
  switch (event.decision) {
    case 'refuse':
      return success({ ...current, stage: { stage: 'refused', by: 'operator', reason: event.reason ?? stage.reasons[0] ?? 'face-unclear' } });
    case 'retake':
      return success(retaken(current, event.reason === null ? stage.reasons : [event.reason]));
    case 'approve': {
      const approval = approvalOf(current, numbers);
      if (approval === 'never') return failure('not-here');
      if (approval === 'final') return success(compared(current));
      const dueAt = new Date(now.getTime() + numbers.moderationDueMs).toISOString();
      // The citizen waits on: what was late stays so for the second one.
      const late = stage.escalatedAt === undefined ? {} : { escalatedAt: stage.escalatedAt };
      return success({ ...current, stage: { stage: 'second-opinion', firstOperator: event.operatorId, dueAt, reasons: stage.reasons, ...late } });
    }
  }
}

/** Said once: citizen and operators are told since when a match only waits for its signature. */
export function sealAwaited(current: IssuanceCase, { now }: CaseMoment): NextCase {
  const { stage } = current;
  if (stage.stage !== 'comparison' || stage.sealAwaitedSince !== undefined) return failure('not-here');
  return success({ ...current, stage: { ...stage, sealAwaitedSince: now.toISOString() } });
}

/** What nobody has decided in time goes to the supervisors, once; it is neither refused nor passed by the clock. */
export function escalated(current: IssuanceCase, now: Date): NextCase {
  const { stage } = current;
  if (!('dueAt' in stage) || stage.escalatedAt !== undefined || now < new Date(stage.dueAt)) return failure('not-due');
  return success({ ...current, stage: { ...stage, escalatedAt: now.toISOString() } });
}

const compared = (current: IssuanceCase): IssuanceCase => ({ ...current, stage: { stage: 'grant' }, done: [...current.done, 'comparison'] });

/** What a new photograph of the card alone would not settle. */
const OF_THE_FACE: ReadonlySet<CaseReason> = new Set<CaseReason>(['face-differs', 'face-unclear', 'second-person', 'person-changed', 'camera-suspect']);

/** What is taken again is no longer done. */
function retaken(current: IssuanceCase, reasons: readonly CaseReason[]): IssuanceCase {
  const again = new Set<string>(['card', 'confirmation']);
  const face = reasons.some((reason) => OF_THE_FACE.has(reason));
  if (face) again.add('identification');
  return {
    ...current,
    done: current.done.filter((step) => !again.has(step)),
    channel: face ? null : current.channel,
    stage: { stage: face ? 'identification' : 'card' },
  };
}
