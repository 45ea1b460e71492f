/** The words of an answer: four verdicts, nine layers of checks, and what became of each. */
import { z } from 'zod';

export const VERDICTS = ['valid', 'valid-with-attention', 'not-valid', 'cannot-determine'] as const;
/**
 * `valid-with-attention`: genuine, and the operator must read a notice first.
 * `cannot-determine`: some evidence could not be had; it is neither success nor refusal.
 */
export const Verdict = z.enum(VERDICTS);
export type Verdict = z.infer<typeof Verdict>;

/** In the order in which they are judged; a layer below a failed one is never reported as passed. */
export const CHECK_LAYERS = [
  'access',
  'integrity',
  'signer',
  'chain',
  'revocation',
  'timestamp',
  'document-state',
  'person-state',
  'purpose-rule',
] as const;
export const CheckLayer = z.enum(CHECK_LAYERS);
export type CheckLayer = z.infer<typeof CheckLayer>;

export const LayerOutcome = z.enum(['passed', 'attention', 'failed', 'undetermined', 'not-reached']);
export type LayerOutcome = z.infer<typeof LayerOutcome>;
