/** The one case in front of an operator: everything that was handed in and found about it, gathered once and kept only while it is held. */
import type { CaseView, FaceFinding } from '../../../../shared/domain/issuance/case-desk.ts';
import type { IssuanceCase } from '../../../../shared/domain/issuance/issuance-case.ts';
import type { Policy } from '../../../../shared/domain/policy.ts';
import type { CaseHold } from '../../../ports/issuance/case-store.ts';
import { newestOfEach } from '../comparison/case-materials.ts';
import { type ComparisonOptions, gatherCase, type GatheredCase } from '../comparison/compare-application.ts';
import { withFaceRisks } from '../comparison/risk-rules.ts';
import { approvalOf } from '../moderation-rules.ts';
import { waitingKind } from '../waiting/waiting-list.ts';

/** `missing`: the system that did not answer just now. */
export type Gathered = GatheredCase | { missing: 'portal' | 'registry' };

export async function gather(caseId: string, options: ComparisonOptions): Promise<Gathered> {
  const gathered = await gatherCase(caseId, options);
  return gathered.ok ? gathered.value : { missing: gathered.failure };
}

/** Null where the case waits for nobody of ours any more. */
export function caseView(current: IssuanceCase, { since }: CaseHold, gathered: Gathered, faces: readonly FaceFinding[], numbers: Policy['numbers']): CaseView | null {
  const kind = waitingKind(current);
  if (kind === null) return null;
  const known = 'missing' in gathered ? null : gathered;
  const { stage } = current;
  return {
    case: current,
    kind,
    since: current.touchedAt,
    dueAt: 'dueAt' in stage ? stage.dueAt : null,
    heldSince: since,
    phoneEnding: known?.facts.phoneEnding ?? null,
    fields: [...(known?.fields ?? [])],
    faces: [...faces],
    materials: known === null ? [] : newestOfEach(known.facts.materials),
    risks: withFaceRisks(known?.risks ?? [], faces),
    away: 'missing' in gathered ? [gathered.missing] : [],
    approval: approvalOf(current, numbers) ?? 'never',
  };
}
