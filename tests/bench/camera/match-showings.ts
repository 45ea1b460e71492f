/** Which text belongs to which showing of a code, and how long it took. */

export interface MatchedShowings {
  /** Milliseconds from the beginning of each showing that was taken to its text. */
  readonly waits: readonly number[];
  /** Beginnings of those that were not. */
  readonly missed: readonly number[];
}

/**
 * A showing owns every text between the end of the one before and its own end. Its beginning is counted back from the first frame the bench saw of it: where
 * the bench missed frames and the camera stumbled, that may lie behind the text, which then came within the frame.
 *
 * @param shown beginnings in their order, @param taken texts, both in milliseconds of one clock; @param lastsMs of a showing
 */
export function matchShowings(shown: readonly number[], taken: readonly number[], lastsMs: number): MatchedShowings {
  const found = shown.map((from, index) => {
    const after = index === 0 ? from - lastsMs : shown[index - 1]! + lastsMs;
    const at = taken.find((text) => text > after && text < from + lastsMs);
    return { from, wait: at === undefined ? null : Math.max(0, at - from) };
  });
  return { waits: found.flatMap(({ wait }) => (wait === null ? [] : [wait])), missed: found.filter(({ wait }) => wait === null).map(({ from }) => from) };
}
