/** The plan of challenges cannot be foreseen, never repeats itself within a session, and always turns both ways. */
import { randomInt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { planChallenges } from '../../../shared/domain/identification/plan-challenges.ts';
import { LivenessChallenge } from '../../../shared/domain/identification/identification.ts';

describe('plan of challenges', () => {
  it.each([3, 4, 5])('of %d has that many different ones, both turns among them', (count) => {
    for (let round = 0; round < 50; round += 1) {
      const plan = planChallenges(count, randomInt);
      expect(new Set(plan).size).toBe(count);
      expect(plan).toEqual(expect.arrayContaining(['turn-left', 'turn-right']));
    }
  });

  it.each([0, 1, 6])('of %d is refused: nobody could follow it', (count) => expect(() => planChallenges(count, randomInt)).toThrow(RangeError));

  it('makes every plan equally likely: all possible draws lead to each of the eighteen plans twice', () => {
    const plans = new Map<string, number>();
    for (const first of [0, 1, 2]) {
      for (const second of [0, 1]) {
        for (const third of [0, 1, 2]) {
          for (const fourth of [0, 1]) {
            const draws = [first, second, third, fourth];
            const plan = planChallenges(3, () => draws.shift()!).join();
            plans.set(plan, (plans.get(plan) ?? 0) + 1);
          }
        }
      }
    }
    expect([...plans.values()]).toEqual(Array.from({ length: 18 }, () => 2));
    expect(new Set([...plans.keys()].map((plan) => plan.split(',')[0]))).toEqual(new Set(LivenessChallenge.options));
  });
});
