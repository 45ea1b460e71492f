/** Which words stand beside the verdict: never one that says more than was checked. */
import type { CheckOutcome } from '../../../shared/domain/check-outcome.ts';
import type { Verdict } from '../../../shared/domain/verdict.ts';

export interface BandWords {
  /** `code-refused`: what was shown gave no document, so nothing is said of one. */
  readonly meaning: Verdict | 'code-refused' | 'attested';
  /** `of-reason`: the next step that belongs to the headline. */
  readonly next: 'compare-face' | 'compare-elsewhere' | 'of-reason' | 'none';
}

export function bandWords({ verdict, document, checks }: CheckOutcome, attested: boolean): BandWords {
  if (verdict === 'valid' && document !== null) {
    if (attested) return { meaning: 'attested', next: 'none' };
    return { meaning: 'valid', next: document.photo === null ? 'compare-elsewhere' : 'compare-face' };
  }
  const accessFailed = checks.some(({ layer, outcome }) => layer === 'access' && outcome === 'failed');
  // A remark or a missing piece of evidence is still there after the look at the face.
  return { meaning: verdict === 'not-valid' && accessFailed ? 'code-refused' : verdict, next: 'of-reason' };
}
