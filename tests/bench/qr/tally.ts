/** Counts what the contestants read: read, misread, missed, and false reads on pictures without a code. */
import { type Spread, spreadOf } from '../statistics.ts';
import { CONTESTANTS, type Contestant, type Look, type QrAnswer } from './qr-answer.ts';
import type { Picture } from './picture-set.ts';

export interface Score {
  /** Pictures of the set whose answer is known. */
  pictures: number;
  /** One of the picture's answers was among what was read. */
  read: number;
  missed: number;
  /** A text was read that is the answer of no picture of the set. */
  misread: number;
  /** Something was read where there is nothing. */
  falseReads: number;
  /** Read although no answer is known: nobody could read the picture when the answers were gathered. */
  beyond: number;
  /** A code that other pictures of the set have as their answer, and this picture's list lacks: it shows several. */
  unlisted: number;
  ms: Spread;
}

export interface Seen {
  picture: Picture;
  answer: QrAnswer;
}

export type Scores = Record<Contestant, Score>;

export function tally(seen: readonly Seen[], answersOfSet: ReadonlySet<string>): Scores {
  return Object.fromEntries(CONTESTANTS.map((name) => [name, scoreOf(seen, answersOfSet, name)])) as Scores;
}

function scoreOf(seen: readonly Seen[], answersOfSet: ReadonlySet<string>, name: Contestant): Score {
  const looks = seen.map(({ picture, answer }) => ({ picture, look: answer.kind === 'looked' ? answer.looks[name] : null }));
  const known = looks.filter(({ picture }) => picture.qr && picture.texts.length > 0);
  const readOne = known.filter(({ picture, look }) => look?.texts.some((text) => picture.texts.includes(text)));
  const strangers = looks.map(({ picture, look }) => (picture.qr ? strangersIn(picture, look) : []));
  return {
    pictures: known.length,
    read: readOne.length,
    missed: known.length - readOne.length,
    misread: strangers.filter((texts) => texts.some((text) => !answersOfSet.has(text))).length,
    falseReads: looks.filter(({ picture, look }) => !picture.qr && look !== null && look.texts.length > 0).length,
    beyond: looks.filter(({ picture, look }) => picture.qr && picture.texts.length === 0 && look !== null && look.texts.length > 0).length,
    unlisted: strangers.filter((texts) => texts.some((text) => answersOfSet.has(text))).length,
    ms: spreadOf(looks.flatMap(({ look }) => (look === null ? [] : [look.ms]))),
  };
}

/** Texts that are not among the picture's answers; where none is known nothing is a stranger. */
export function strangersIn({ texts }: Picture, look: Pick<Look, 'texts'> | null): readonly string[] {
  if (look === null || texts.length === 0) return [];
  return look.texts.filter((text) => !texts.includes(text));
}

export interface FilmScore {
  pictures: number;
  readInOneFrame: number;
  readInTwoFrames: number;
  read: number;
  misread: number;
  falseReads: number;
  /** Milliseconds of the frames that read, of those that did not, and of pictures without a code. */
  hit: Spread;
  searching: Spread;
  empty: Spread;
}

export function tallyFilm(seen: readonly Seen[]): FilmScore {
  const films = seen.flatMap(({ picture, answer }) => (answer.kind === 'looked' ? [{ picture, film: answer.film }] : []));
  const known = films.filter(({ picture }) => picture.qr && picture.texts.length > 0);
  const within = (frames: number) => known.filter(({ film }) => film.takenAt !== null && film.takenAt <= frames).length;
  return {
    pictures: known.length,
    readInOneFrame: within(1),
    readInTwoFrames: within(2),
    read: within(Number.POSITIVE_INFINITY),
    misread: known.filter(({ picture, film }) => strangersIn(picture, film).length > 0).length,
    falseReads: films.filter(({ picture, film }) => !picture.qr && film.takenAt !== null).length,
    hit: spreadOf(known.flatMap(({ film }) => (film.takenAt === null ? [] : [film.frames.at(-1)!]))),
    searching: spreadOf(known.flatMap(({ film }) => (film.takenAt === null ? film.frames : film.frames.slice(0, -1)))),
    empty: spreadOf(films.flatMap(({ picture, film }) => (picture.qr ? [] : film.frames))),
  };
}
