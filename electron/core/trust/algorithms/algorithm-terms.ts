/** Judges by its time an algorithm whose time is over: acceptable for what is old, or refused. */
import { AlgorithmTerms, type DatedAlgorithm } from '../../../../shared/domain/trust/algorithm-term.ts';
import shipped from '../../../../resources/policy/algorithms.json' with { type: 'json' };

const TERMS = new Map(AlgorithmTerms.parse(shipped).map((term) => [term.algorithm, { ...term, until: Date.parse(term.acceptableUntil) }]));

export const isDated = (name: string): name is DatedAlgorithm => TERMS.has(name as DatedAlgorithm);

/** `legacy`: genuine, and people are told that it would not be made so today. */
export type TermVerdict = 'legacy' | 'refused';

/** @param madeBy when it provably existed; null where nothing proves more than that it exists now, so that a weak algorithm is refused. */
export function termVerdict(algorithm: DatedAlgorithm, madeBy: Date | null): TermVerdict {
  const { afterwards, until } = TERMS.get(algorithm)!;
  if (madeBy !== null && madeBy.getTime() < until) return 'legacy';
  return afterwards === 'weak' ? 'refused' : 'legacy';
}

/** Forgeable by now, and not only withdrawn: of the signatures of authorities only this matters. */
export const isWeak = (algorithm: DatedAlgorithm): boolean => TERMS.get(algorithm)!.afterwards === 'weak';
