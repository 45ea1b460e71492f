/** Evidence remembered until the end of the test. */
import type { KeptEvidence, KeptProof } from '../../../electron/ports/trust/kept-evidence.ts';

export function inMemoryKeptEvidence(): KeptEvidence & { readonly kept: Map<string, KeptProof> } {
  const kept = new Map<string, KeptProof>();
  return {
    kept,
    keep: async (question, proof) => void kept.set(question, proof),
    find: async (question) => kept.get(question) ?? null,
  };
}
