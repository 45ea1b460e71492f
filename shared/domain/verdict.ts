/** The words of an answer: four verdicts, nine layers of checks, and what became of each. */
import { z } from 'zod';

/**
 * `valid-with-attention`: genuine, and the operator must read a notice first.
 * `cannot-determine`: some evidence could not be had; it is neither success nor refusal.
 */
export const Verdict = z.enum(['valid', 'valid-with-attention', 'not-valid', 'cannot-determine']);
export type Verdict = z.infer<typeof Verdict>;

/** In the order in which they are judged; a layer below a failed one is never reported as passed. */
export const CheckLayer = z.enum([
  'access',
  'integrity',
  'signer',
  'chain',
  'revocation',
  'timestamp',
  'document-state',
  'person-state',
  'purpose-rule',
]);
export type CheckLayer = z.infer<typeof CheckLayer>;
export const CHECK_LAYERS: readonly CheckLayer[] = CheckLayer.options;

export const LayerOutcome = z.enum(['passed', 'attention', 'failed', 'undetermined', 'not-reached']);
export type LayerOutcome = z.infer<typeof LayerOutcome>;
