/** Until when an algorithm was acceptable in signatures: facts with effective dates (resources/policy/algorithms.json), not code. */
import { z } from 'zod';
import { Instant } from '../checking/check-outcome.ts';

/** In words of the field, as they are shown to people. */
const DatedAlgorithm = z.enum(['SHA-1', 'RSA-1024', 'GOST 34.310-2004']);
export type DatedAlgorithm = z.infer<typeof DatedAlgorithm>;

const AlgorithmTerm = z.strictObject({
  algorithm: DatedAlgorithm,
  /** What was provably made before this instant stays acceptable, and is named as made by an algorithm of the past. */
  acceptableUntil: Instant,
  /**
   * `weak`: anybody may have made it after that instant, so it is refused, wherever it stands.
   * `withdrawn`: not forgeable, only no longer given out; what was made later is named to people and not refused.
   */
  afterwards: z.enum(['weak', 'withdrawn']),
  source: z.string().min(10).max(300),
});
export type AlgorithmTerm = z.infer<typeof AlgorithmTerm>;

/** An algorithm that no row names is either always acceptable or never: that is the closed table of the trust domain. */
export const AlgorithmTerms = z
  .array(AlgorithmTerm)
  .refine((terms) => terms.length === DatedAlgorithm.options.length, 'one row for each dated algorithm')
  .refine((terms) => new Set(terms.map(({ algorithm }) => algorithm)).size === terms.length, 'one row for one algorithm');
