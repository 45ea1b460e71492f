/** Which of the pictures one would approve are on the screen: without having seen them nobody can. */
import { useState } from 'react';
import type { CaseView } from '../../../../shared/domain/issuance/case-desk.ts';

/** The desk asks for the same ones before it seals an approval. */
const FACES = new Set(['selfie', 'card-front', 'registry-photo']);

export interface LookedAt {
  /** `missing`: one could not be had, and the case must be asked for again. */
  readonly state: 'loading' | 'all' | 'missing';
  readonly onSettled: (sha256: string, shown: boolean) => void;
}

/** The component lives for one case. */
export function useLookedAt({ materials }: CaseView): LookedAt {
  const [settled, setSettled] = useState<ReadonlyMap<string, boolean>>(new Map());
  const states = new Set(materials.filter(({ name }) => FACES.has(name)).map(({ sha256 }) => settled.get(sha256)));
  return {
    state: states.has(false) ? 'missing' : states.has(undefined) ? 'loading' : 'all',
    onSettled: (sha256, shown) => setSettled((before) => new Map(before).set(sha256, shown)),
  };
}
