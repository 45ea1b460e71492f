/** Chooses what a person is asked to do before the camera: unforeseeable in kind and order, and always one turn to each side. */
import { LivenessChallenge } from '../../../shared/domain/identification.ts';

const TURNS: readonly LivenessChallenge[] = ['turn-left', 'turn-right'];
const OTHERS = LivenessChallenge.options.filter((challenge) => !TURNS.includes(challenge));

/**
 * `count` challenges without repetition, both turns among them; every order is equally likely.
 * @param randomBelow uniform over 0 … limit − 1, from a source nobody can foresee.
 * @throws {RangeError} where fewer than both turns or more than there are challenges are asked for: a policy nobody can follow.
 */
export function planChallenges(count: number, randomBelow: (limit: number) => number = secureBelow): LivenessChallenge[] {
  if (count < TURNS.length || count > LivenessChallenge.options.length) throw new RangeError(`no plan of ${count} challenges`);
  return shuffled([...TURNS, ...shuffled(OTHERS, randomBelow).slice(0, count - TURNS.length)], randomBelow);
}

/** Fisher–Yates. */
function shuffled<Item>(items: readonly Item[], randomBelow: (limit: number) => number): Item[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const chosen = randomBelow(last + 1);
    [order[last], order[chosen]] = [order[chosen]!, order[last]!];
  }
  return order;
}

/** Numbers beyond the last whole multiple of `limit` are drawn again: a remainder alone would favour the low ones. */
function secureBelow(limit: number): number {
  const usable = 2 ** 32 - (2 ** 32 % limit);
  for (;;) {
    const [drawn] = crypto.getRandomValues(new Uint32Array(1));
    if (drawn! < usable) return drawn! % limit;
  }
}
