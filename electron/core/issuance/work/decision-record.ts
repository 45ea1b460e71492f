/** Seals a decision before it counts: what the operator saw, in bytes and in words, and what was answered. */
import type { CaseMaterial, CaseView } from '../../../../shared/domain/case-desk.ts';
import type { EvidenceItem } from '../../../../shared/domain/evidence-manifest.ts';
import type { IssuancePortal } from '../../../ports/issuance-portal.ts';
import { type EvidenceOrder, type EvidenceSession, EvidenceUnsigned } from '../../identification/index.ts';

type EvidenceAppend = (item: EvidenceItem, bytes: Uint8Array) => Promise<void>;

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
  const session = await openEvidence({ caseId: shown.case.id, operatorId, scriptVersion, openedAt: shown.heldSince });
  try {
    if (await recordSeen(shown, looked, portal, at, session.add)) {
      await session.add({ kind: 'decision', name: 'decision', mediaType: 'application/json', at }, json({ decision, operatorId, at }));
      return await session.seal(at);
    }
  } catch (error) {
    if (!(error instanceof EvidenceUnsigned)) throw error;
  }
  await session.leave();
  return null;
}

const json = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

/** False where a picture could not be had again: nothing is decided upon what is not sealed. */
async function recordSeen(
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

const kindOf = ({ mediaType }: CaseMaterial): EvidenceItem['kind'] => (mediaType.startsWith('image/') ? 'still' : 'signal');
