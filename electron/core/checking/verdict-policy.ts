/** From nine layers to one word: refusal outweighs missing evidence, missing evidence outweighs everything that passed. */
import type { Check } from '../../../shared/domain/checking/check-outcome.ts';
import type { ReasonCode } from '../../../shared/domain/reason-code.ts';
import type { Verdict } from '../../../shared/domain/checking/verdict.ts';

export interface Decision {
  verdict: Verdict;
  /** The code that decided. */
  headline: ReasonCode;
}

export function decideVerdict(checks: readonly Check[], notices: readonly ReasonCode[]): Decision {
  const refused = checks.find((check) => check.outcome === 'failed');
  if (refused !== undefined) return { verdict: 'not-valid', headline: refused.code };

  // A layer not reached without a failure above means its evidence is missing; the cause stands in the layer before it.
  const missing = checks.find((check) => check.outcome === 'undetermined') ?? checks.find((check) => check.outcome === 'not-reached');
  if (missing !== undefined || checks.length === 0) return { verdict: 'cannot-determine', headline: missing?.code ?? 'not-reached' };

  const notice = notices[0];
  if (notice !== undefined) return { verdict: 'valid-with-attention', headline: notice };
  return { verdict: 'valid', headline: 'document-in-force' };
}
