/** Which words stand beside the verdict: never one that says more than was checked. */
import type { CheckOutcome } from '../../../shared/domain/checking/check-outcome.ts';
import type { ReasonCode } from '../../../shared/domain/reason-code.ts';
import type { Verdict } from '../../../shared/domain/checking/verdict.ts';

export interface BandWords {
  /** The big one: only a document can be judged valid or not; other codes and accesses that did not open are named as what they are. */
  readonly word: Verdict | 'not-a-document' | 'not-opened';
  /** `code-refused`: what was shown gave no document, so nothing is said of one. */
  readonly meaning: Verdict | 'code-refused' | 'attested';
  /** `of-reason`: the next step that belongs to the headline. */
  readonly next: 'compare-face' | 'compare-elsewhere' | 'of-reason' | 'none';
}

/** Codes people show at a counter that never were an access to a document. */
const FOREIGN: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'not-our-qr',
  'qr-signing',
  'qr-login',
  'qr-payment',
  'qr-url',
  'qr-wifi',
  'qr-contact',
  'qr-mrz',
  'barcode-old-card',
]);

/** @param accessFailed the citizen's access did not open: nothing of a document was seen */
export function verdictWord({ verdict, headline }: Pick<CheckOutcome, 'verdict' | 'headline'>, accessFailed: boolean): BandWords['word'] {
  if (verdict !== 'not-valid' || !accessFailed) return verdict;
  return FOREIGN.has(headline) ? 'not-a-document' : 'not-opened';
}

export function bandWords({ verdict, headline, document, checks }: CheckOutcome, attested: boolean): BandWords {
  if (verdict === 'valid' && document !== null) {
    if (attested) return { word: verdict, meaning: 'attested', next: 'none' };
    return { word: verdict, meaning: 'valid', next: document.photo === null ? 'compare-elsewhere' : 'compare-face' };
  }
  // A remark or a missing piece of evidence is still there after the look at the face.
  const accessFailed = checks.some(({ layer, outcome }) => layer === 'access' && outcome === 'failed');
  const word = verdictWord({ verdict, headline }, accessFailed);
  return { word, meaning: word === verdict ? verdict : 'code-refused', next: 'of-reason' };
}
