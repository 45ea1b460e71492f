/** Seals a decision before it counts: what the operator saw, in bytes and in words, and what was answered. */
import type { CaseView } from '../../../../shared/domain/issuance/case-desk.ts';
import type { IssuancePortal } from '../../../ports/issuance/issuance-portal.ts';
import { type EvidenceOrder, type EvidenceSession, EvidenceUnsigned } from '../../identification/index.ts';
import { addJson, addMaterials, fetchMaterials } from '../comparison/case-materials.ts';

interface Decided {
  /** As it lay before the operator. */
  shown: CaseView;
  /** Hashes of the pictures that were on the operator's screen. */
  looked: ReadonlySet<string>;
  operatorId: string;
  scriptVersion: string;
  decision: unknown;
  /** Instant of the answer. */
  at: string;
}

/** The hash of the package under the operator's signature; null where it cannot be sealed just now. */
export async function sealDecision(
  { shown, looked, operatorId, scriptVersion, decision, at }: Decided,
  portal: Pick<IssuancePortal, 'material'>,
  openEvidence: (order: EvidenceOrder) => Promise<EvidenceSession>,
): Promise<string | null> {
  const { case: current, heldSince, materials, fields, faces, risks, approval } = shown;
  const fetched = await fetchMaterials(current.id, materials, portal);
  if (fetched === null) return null;
  const session = await openEvidence({ caseId: current.id, operatorId, scriptVersion, openedAt: heldSince });
  await addMaterials(session, fetched, at);
  const onScreen = materials.filter(({ sha256 }) => looked.has(sha256)).map(({ name }) => name);
  await addJson(session, 'signal', 'comparison', { stage: current.stage, fields, faces, risks, approval, onScreen }, at);
  await addJson(session, 'decision', 'decision', { decision, operatorId, at }, at);
  try {
    return await session.seal(at);
  } catch (error) {
    if (!(error instanceof EvidenceUnsigned)) throw error;
    await session.leave();
    return null;
  }
}
