/** Which letters of a text the other text does not have at their place: by the longest run of letters both share in order. */

export interface LetterRun {
  readonly letters: string;
  readonly differs: boolean;
  /** Index of the first letter, for a list that keeps its identity. */
  readonly at: number;
}

export function letterDifferences(text: string, other: string): LetterRun[] {
  const [mine, theirs] = [[...text], [...other]];
  const shared = sharedLetters(mine, theirs);
  const runs: { letters: string; differs: boolean; at: number }[] = [];
  mine.forEach((letter, at) => {
    const differs = !shared.has(at);
    const last = runs.at(-1);
    if (last?.differs === differs) last.letters += letter;
    else runs.push({ letters: letter, differs, at });
  });
  return runs;
}

/** Indexes in `mine` of a longest common subsequence; names are short, so a table is small. */
function sharedLetters(mine: readonly string[], theirs: readonly string[]): ReadonlySet<number> {
  const longest = Array.from({ length: mine.length + 1 }, () => Array.from({ length: theirs.length + 1 }, () => 0));
  for (let i = mine.length - 1; i >= 0; i -= 1) {
    for (let j = theirs.length - 1; j >= 0; j -= 1) {
      longest[i]![j] = mine[i] === theirs[j] ? longest[i + 1]![j + 1]! + 1 : Math.max(longest[i + 1]![j]!, longest[i]![j + 1]!);
    }
  }
  const shared = new Set<number>();
  for (let i = 0, j = 0; i < mine.length && j < theirs.length; ) {
    if (mine[i] === theirs[j]) {
      shared.add(i);
      i += 1;
      j += 1;
    } else if (longest[i + 1]![j]! >= longest[i]![j + 1]!) i += 1;
    else j += 1;
  }
  return shared;
}
