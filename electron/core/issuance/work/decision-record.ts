/** What of a decision goes into the package of evidence before it counts: what the operator saw, in bytes and in words, and what was answered. */
import type { CaseMaterial, CaseView } from '../../../../shared/domain/case-desk.ts';
import type { EvidenceItem } from '../../../../shared/domain/evidence-manifest.ts';
import type { IssuancePortal } from '../../../ports/issuance-portal.ts';

export type EvidenceAppend = (item: EvidenceItem, bytes: Uint8Array) => Promise<void>;

const json = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

/**
 * @param looked hashes of the pictures that were on the operator's screen
 * @returns false where a picture could not be had again: nothing is decided upon what is not sealed
 */
export async function recordSeen(
  view: CaseView,
  looked: ReadonlySet<string>,
  portal: Pick<IssuancePortal, 'material'>,
  at: string,
  append: EvidenceAppend,
): Promise<boolean> {
  for (const material of view.materials) {
    const bytes = await portal.material(view.case.id, material.sha256);
    if (!bytes.ok) return false;
    await append({ kind: kindOf(material), name: material.name, mediaType: material.mediaType, at }, bytes.value);
  }
  const { fields, faces, risks, approval } = view;
  const onScreen = view.materials.filter(({ sha256 }) => looked.has(sha256)).map(({ name }) => name);
  await append({ kind: 'signal', name: 'comparison', mediaType: 'application/json', at }, json({ stage: view.case.stage, fields, faces, risks, approval, onScreen }));
  return true;
}

export const recordDecision = (decision: unknown, operatorId: string, at: string, append: EvidenceAppend): Promise<void> =>
  append({ kind: 'decision', name: 'decision', mediaType: 'application/json', at }, json({ decision, operatorId, at }));

const kindOf = ({ mediaType }: CaseMaterial): EvidenceItem['kind'] => (mediaType.startsWith('image/') ? 'still' : 'signal');
