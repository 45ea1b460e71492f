/** What came out, as lines for people. */
import { type Outcome, type Tally, tallyOf } from './tally.ts';

const COLUMNS: readonly (readonly [Outcome, string])[] = [
  ['right', 'right'],
  ['wrong-accept', 'wrong accepts'],
  ['wrong-reject', 'wrong rejects'],
  ['unsupported', 'unsupported'],
  ['no-answer', 'no answer'],
  ['disputed', 'disputed'],
];
const NAME_WIDTH = 34;

const line = (name: string, cells: readonly string[]): string =>
  name.padEnd(NAME_WIDTH) + cells.map((cell, index) => cell.padStart((COLUMNS[index]?.[1] ?? '').length + 2)).join('') ;

export const HEADING = line('suite', [...COLUMNS.map(([, title]) => title), '   other scopes: right / all']);

export function rowOf({ suite, core, other }: Tally): string {
  const all = Object.values(other).reduce((sum, count) => sum + count, 0);
  return line(suite, [...COLUMNS.map(([outcome]) => String(core[outcome])), all === 0 ? '' : `   ${other.right} / ${all}`]);
}

export function sumOf(tallies: readonly Tally[]): Tally {
  const sum = tallyOf('all', []);
  for (const { core, other } of tallies) {
    for (const [outcome] of COLUMNS) {
      sum.core[outcome] += core[outcome];
      sum.other[outcome] += other[outcome];
    }
  }
  return sum;
}

/** Every answer that was not the expected one, with the reason where we hold the suite to be wrong. */
export const wrongLines = (tallies: readonly Tally[]): string[] =>
  tallies
    .flatMap(({ wrong }) => wrong)
    .map(({ id, outcome, expected, got, why, dispute }) => `${outcome}: ${id}: expected ${expected}, got ${got} (${why})${dispute === null ? '' : `; disputed: ${dispute}`}`);
