/** Makes the text of a TD1 zone out of letter likenesses: by what may stand where, and by repairing the least certain digits (ICAO 9303-5). */
import { zoneHolds } from '../../../../shared/domain/scanning/card-zone.ts';
import { ALPHABET } from './glyphs.ts';
import { type CellScores, LINE_LENGTH } from './read-cells.ts';

export interface MrzText {
  lines: [string, string, string];
  /** Every check digit holds, and for a card of Kazakhstan the ИИН and its birth date too. */
  valid: boolean;
  /** Characters that were put right by the check digits. */
  repaired: number;
  /** Positions in the joined lines that another letter fits nearly as well. */
  weak: number[];
}

const DIGITS = '0123456789';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** Nearly as well: a lesser difference of likeness. */
const WEAK_MARGIN = 0.035;
/** A digit that is clearly this one stays: a forged number must not be repaired into a right one. */
const DOUBT_MARGIN = 0.1;
/** Digits in doubt that are tried, the least certain first. */
const DOUBTS = 10;

interface Candidate {
  letter: string;
  score: number;
}

export function decodeMrz(cells: readonly CellScores[]): MrzText {
  const ranked = cells.map((scores, index) => rank(scores, allowedAt(index)));
  const text = ranked.map(([first]) => first!.letter);
  const weak = ranked.flatMap(([first, second], index) => (second !== undefined && first!.score - second.score < WEAK_MARGIN ? [index] : []));
  const plain = text.join('');
  if (zoneHolds(plain)) return { lines: linesOf(plain), valid: true, repaired: 0, weak };
  const repaired = repair(ranked, text);
  if (repaired === null) return { lines: linesOf(plain), valid: false, repaired: 0, weak };
  return { lines: linesOf(repaired), valid: true, repaired: [...repaired].filter((letter, index) => letter !== text[index]).length, weak };
}

const linesOf = (text: string): [string, string, string] => [text.slice(0, LINE_LENGTH), text.slice(LINE_LENGTH, 2 * LINE_LENGTH), text.slice(2 * LINE_LENGTH)];

/**
 * What may stand at a position of a card of Kazakhstan: the number of the document is nine digits there, the optional data of the
 * first line are the ИИН and three fillers, those of the second are empty.
 */
function allowedAt(index: number): string {
  const line = Math.floor(index / LINE_LENGTH);
  const at = index % LINE_LENGTH;
  if (line === 2) return `${LETTERS}<`;
  if (line === 0) {
    if (at === 0) return 'IAC';
    if (at < 5) return `${LETTERS}<`;
    return at < 27 ? DIGITS : '<';
  }
  if (at === 7) return 'MFX<';
  if (at < 15) return DIGITS;
  if (at < 18) return `${LETTERS}<`;
  return at === 29 ? DIGITS : '<';
}

function rank(scores: CellScores, allowed: string): Candidate[] {
  return [...allowed].map((letter) => ({ letter, score: scores[ALPHABET.indexOf(letter)]! })).toSorted((a, b) => b.score - a.score);
}

/** Tries the second-best digit at one or two of the least certain places; the first way that makes everything hold. */
function repair(ranked: readonly Candidate[][], text: readonly string[]): string | null {
  const doubts = ranked
    .map((candidates, index) => ({ index, margin: candidates.length < 2 ? Infinity : candidates[0]!.score - candidates[1]!.score }))
    .filter(({ index, margin }) => index < 2 * LINE_LENGTH && margin < DOUBT_MARGIN)
    .toSorted((a, b) => a.margin - b.margin)
    .slice(0, DOUBTS);
  const swapped = (...places: number[]): string => text.map((letter, index) => (places.includes(index) ? ranked[index]![1]!.letter : letter)).join('');
  for (const [one, { index }] of doubts.entries()) {
    if (zoneHolds(swapped(index))) return swapped(index);
    for (const { index: other } of doubts.slice(0, one)) if (zoneHolds(swapped(index, other))) return swapped(index, other);
  }
  return null;
}
