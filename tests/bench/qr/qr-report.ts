/** The report of `npm run bench:qr`: scores by set and together, the film, the rungs, and every text that needs a person's eye. */
import { type Spread, spreadOf } from '../statistics.ts';
import { CONTESTANTS, type Contestant } from './qr-answer.ts';
import { type FilmScore, type Scores, type Seen, strangersIn, tally, tallyFilm } from './tally.ts';

export interface QrReport {
  sets: readonly { set: string; scores: Scores }[];
  all: Scores;
  film: FilmScore;
  rungs: readonly RungScore[];
  /** Texts that are not among the answers of their picture. */
  strangers: readonly { file: string; contestant: Contestant; texts: readonly string[] }[];
  falseReads: readonly { file: string; contestant: Contestant; texts: readonly string[] }[];
  missedByProduct: readonly string[];
}

export interface RungScore {
  rung: string;
  read: number;
  /** Pictures no rung before it read. */
  first: number;
  /** Pictures no other rung reads. */
  alone: number;
  ms: Spread;
}

export function reportOf(seen: readonly Seen[]): QrReport {
  const names = [...new Set(seen.map(({ picture }) => picture.set))];
  const answers = new Map(names.map((set) => [set, answersOf(seen.filter(({ picture }) => picture.set === set))]));
  const everyAnswer = new Set([...answers.values()].flatMap((texts) => [...texts]));
  return {
    sets: names.map((set) => ({ set, scores: tally(seen.filter(({ picture }) => picture.set === set), answers.get(set)!) })),
    all: tally(seen, everyAnswer),
    film: tallyFilm(seen),
    rungs: rungScores(seen),
    strangers: textsOf(seen.filter(({ picture }) => picture.qr), (entry, look) => strangersIn(entry.picture, look)),
    falseReads: textsOf(seen.filter(({ picture }) => !picture.qr), (_entry, look) => look.texts),
    missedByProduct: seen.filter(missed).map(({ picture }) => picture.file),
  };
}

const answersOf = (seen: readonly Seen[]) => new Set(seen.flatMap(({ picture }) => picture.texts));

function missed({ picture, answer }: Seen): boolean {
  if (picture.texts.length === 0) return false;
  return answer.kind !== 'looked' || !answer.looks.product.texts.some((text) => picture.texts.includes(text));
}

function textsOf(seen: readonly Seen[], of: (entry: Seen, look: { texts: readonly string[] }) => readonly string[]) {
  return seen.flatMap((entry) => {
    const { picture, answer } = entry;
    if (answer.kind !== 'looked') return [];
    return CONTESTANTS.map((contestant) => ({ file: picture.file, contestant, texts: of(entry, answer.looks[contestant]) })).filter(
      (found) => found.texts.length > 0,
    );
  });
}

function rungScores(seen: readonly Seen[]): RungScore[] {
  const looked = seen.flatMap(({ picture, answer }) =>
    answer.kind === 'looked' && answer.rungs.length > 0 && picture.texts.length > 0
      ? [answer.rungs.map((look) => ({ ...look, hit: look.texts.some((text) => picture.texts.includes(text)) }))]
      : [],
  );
  return (looked[0] ?? []).map(({ rung }, place) => ({
    rung,
    read: looked.filter((looks) => looks[place]!.hit).length,
    first: looked.filter((looks) => looks.findIndex(({ hit }) => hit) === place).length,
    alone: looked.filter((looks) => looks[place]!.hit && looks.filter(({ hit }) => hit).length === 1).length,
    ms: spreadOf(looked.map((looks) => looks[place]!.ms)),
  }));
}
