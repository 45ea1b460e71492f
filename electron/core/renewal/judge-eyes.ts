/** Do the eyes on a photograph look open? A doubt for a human and no more: how wide eyes stand open is each person's own. */
import type { Policy } from '../../../shared/domain/policy.ts';
import type { EyesJudgement, EyesOpenness, RenewalOrder } from '../../../shared/domain/renewal/renewal.ts';

export function judgeEyes(openness: EyesOpenness, { photoEyesDoubtfulBelowMilli }: Policy['numbers']): EyesJudgement {
  if (openness === null) return 'unseen';
  return openness * 1000 < photoEyesDoubtfulBelowMilli ? 'doubtful' : 'open';
}

/** Why the eyes count as open; null where neither the measure nor the operator says so. */
export function eyesOpenBy({ openness, confirmedOpen }: RenewalOrder['eyes'], numbers: Policy['numbers']): 'measured' | 'confirmed' | null {
  if (judgeEyes(openness, numbers) === 'open') return 'measured';
  return confirmedOpen ? 'confirmed' : null;
}
