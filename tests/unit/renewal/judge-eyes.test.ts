/** The doubt about the eyes on a photograph: where it begins, and that only the operator's word ends it. */
import { expect, it } from 'vitest';
import { eyesOpenBy, judgeEyes } from '../../../electron/core/renewal/judge-eyes.ts';
import { POLICY } from '../../fakes/synthetic-citizen.ts';

const limit = POLICY.numbers.photoEyesDoubtfulBelowMilli / 1000;

it.each([
  ['open', limit],
  ['doubtful', limit - 0.001],
  ['unseen', null],
] as const)('%s: %o', (judgement, openness) => expect(judgeEyes(openness, POLICY.numbers)).toBe(judgement));

it('takes eyes for open by their measure, else by the operator’s word alone', () => {
  expect(eyesOpenBy({ openness: limit, confirmedOpen: false }, POLICY.numbers)).toBe('measured');
  for (const openness of [limit - 0.001, null]) {
    expect(eyesOpenBy({ openness, confirmedOpen: false }, POLICY.numbers)).toBeNull();
    expect(eyesOpenBy({ openness, confirmedOpen: true }, POLICY.numbers)).toBe('confirmed');
  }
});
