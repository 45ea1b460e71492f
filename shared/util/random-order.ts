/** Orders nobody can foresee, from a source of numbers nobody can foresee. */

/** Fisher–Yates: every order is equally likely. @param randomBelow uniform over 0 … limit − 1 */
export function shuffled<Item>(items: readonly Item[], randomBelow: (limit: number) => number): Item[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = randomBelow(last + 1);
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}
