/** Chooses what a person is asked to do before the camera: unforeseeable in kind and order, and always one turn to each side. */
import { shuffled } from '../../util/random-order.ts';
import { LivenessChallenge } from './identification.ts';

const TURNS: readonly LivenessChallenge[] = ['turn-left', 'turn-right'];
const OTHERS = LivenessChallenge.options.filter((challenge) => !TURNS.includes(challenge));

/**
 * `count` challenges without repetition, both turns among them; every order is equally likely.
 * @param randomBelow uniform over 0 … limit − 1, from a source nobody can foresee.
 * @throws {RangeError} where fewer than both turns or more than there are challenges are asked for: a policy nobody can follow.
 */
export function planChallenges(count: number, randomBelow: (limit: number) => number): LivenessChallenge[] {
  if (count < TURNS.length || count > LivenessChallenge.options.length) throw new RangeError(`no plan of ${count} challenges`);
  return shuffled([...TURNS, ...shuffled(OTHERS, randomBelow).slice(0, count - TURNS.length)], randomBelow);
}
