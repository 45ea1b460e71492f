/** Draws the course of one call from its script: which steps are asked and in what order, unforeseeable for whoever rehearsed. */
import type { CallGroup, CallScript, CallStep } from '../../../../shared/domain/call/call-script.ts';
import { shuffled } from '../../../../shared/util/random-order.ts';

/** @param randomBelow uniform over 0 … limit − 1, from a source nobody can foresee */
export function planCall({ groups }: CallScript, randomBelow: (limit: number) => number): CallStep[] {
  return groups.flatMap((group) => drawn(group, randomBelow));
}

function drawn({ order, pick, steps }: CallGroup, randomBelow: (limit: number) => number): CallStep[] {
  const chosen = pick === null ? new Set(steps) : new Set(onePerCategory(shuffled(steps, randomBelow)).slice(0, pick));
  return order === 'random' ? shuffled([...chosen], randomBelow) : steps.filter((step) => chosen.has(step));
}

function onePerCategory(steps: readonly CallStep[]): CallStep[] {
  const seen = new Set<string>();
  return steps.filter(({ category }) => category === null || (!seen.has(category) && seen.add(category)));
}
