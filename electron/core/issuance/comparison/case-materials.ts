/** What a citizen handed in, as a decision rests on it: the newest of each, in bytes, and as items of a package of evidence. */
import type { CaseMaterial } from '../../../../shared/domain/issuance/case-desk.ts';
import type { EvidenceItem } from '../../../../shared/domain/identification/evidence-manifest.ts';
import type { IssuancePortal } from '../../../ports/issuance/issuance-portal.ts';
import type { EvidenceSession } from '../../identification/index.ts';

/** Of each name the newest, and of the movements those that belong to the newest selfie: an earlier attempt may have left more pictures. */
export function newestOfEach(newestFirst: readonly CaseMaterial[]): CaseMaterial[] {
  const selfieAt = newestFirst.find(({ name }) => name === 'selfie')?.at ?? '';
  return newestFirst.filter(
    ({ name, at }, index) => newestFirst.findIndex((other) => other.name === name) === index && !(/^liveness-\d/.test(name) && at < selfieAt),
  );
}

export interface FetchedMaterial {
  material: CaseMaterial;
  bytes: Uint8Array;
}

/** Null where one of them cannot be had just now: nothing is decided upon what is not sealed. */
export async function fetchMaterials(caseId: string, materials: readonly CaseMaterial[], portal: Pick<IssuancePortal, 'material'>): Promise<FetchedMaterial[] | null> {
  const fetched: FetchedMaterial[] = [];
  for (const material of materials) {
    const bytes = await portal.material(caseId, material.sha256);
    if (!bytes.ok) return null;
    fetched.push({ material, bytes: bytes.value });
  }
  return fetched;
}

/** @param at instant of the decision */
export async function addMaterials({ add }: Pick<EvidenceSession, 'add'>, fetched: readonly FetchedMaterial[], at: string): Promise<void> {
  for (const { material, bytes } of fetched) await add({ kind: kindOf(material), name: material.name, mediaType: material.mediaType, at }, bytes);
}

export const addJson = ({ add }: Pick<EvidenceSession, 'add'>, kind: 'signal' | 'decision', name: string, value: unknown, at: string): Promise<void> =>
  add({ kind, name, mediaType: 'application/json', at }, new TextEncoder().encode(JSON.stringify(value)));

const kindOf = ({ mediaType }: CaseMaterial): EvidenceItem['kind'] => (mediaType.startsWith('image/') ? 'still' : 'signal');
