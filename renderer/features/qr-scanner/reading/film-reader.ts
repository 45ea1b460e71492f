/** Reads codes off moving pictures within a time a frame: looks where the code was, then everywhere, puts frames together, then repairs. */
import { adviceFor, type Advice } from './advice.ts';
import { createAttention } from './attention.ts';
import { createClimb } from './climb.ts';
import { NOTHING, type Box, type Decoder, type GreyPicture, type Reading } from './decoder.ts';
import { crop } from './repair/crop.ts';
import { boxInOriginal } from './repair/copy.ts';
import { stretched } from './repair/stretch.ts';
import { createPace, type Pace } from './pace.ts';
import { RUNGS } from './rungs.ts';
import { createScanGate, type GateDecision } from './scan-gate.ts';
import { createSymbolVotes } from './symbol-votes.ts';

/** How long after a sighting its place is looked at first, and by how much of its size around it: a hand moves. */
const REMEMBERED_MS = 700;
const AROUND = 0.5;
/** A symbol found in this very frame has not moved; the quiet margin and a corner placed badly need this much. */
const BESIDE = 0.2;
/** What looks like a symbol may be none: so often the whole picture is repaired in its place. */
const WIDE_EVERY = 3;
/** Beside a code in view a second one must still be noticed: every so many frames the whole picture is looked at. */
const WHOLE_EVERY = 5;
/** Advice is for a code that stays unread, not for one that is still coming into the picture. */
const PATIENCE_MS = 500;

export interface FrameReading {
  readonly decision: GateDecision;
  /** For a code that is seen and not read; null while there is none. */
  readonly advice: Advice | null;
}

export interface FilmReader {
  /** @param at milliseconds on any steady clock */
  look(picture: GreyPicture, at: number): FrameReading;
  /** Frames are looked at again after a rest. */
  resume(at: number): void;
  /** Somebody asks for the code in view once more. */
  again(): void;
  /** Whether a camera that films slower would do. */
  idle(at: number): boolean;
}

/** @param isKnown what one read is enough for @param clock what the time of a frame is measured with, in milliseconds */
export function createFilmReader(decoder: Decoder, isKnown: (text: string) => boolean, clock: () => number = () => performance.now()): FilmReader {
  const gate = createScanGate(isKnown);
  const attention = createAttention();
  const pace = createPace(clock);
  const votes = createSymbolVotes();
  let frame = 0;
  let near = createClimb(decoder, pace);
  const wide = createClimb(decoder, pace);
  let seen: { box: Box; at: number } | null = null;
  let unreadSince: number | null = null;

  /** The unread symbol of this frame, or the place where one was, together with those of the frames before. */
  const readTogether = (picture: GreyPicture, unread: Reading['unread'], at: number, known: string | null): Reading['codes'] => {
    const box = unread[0]?.box ?? seen?.box;
    if (box === undefined) return [];
    for (const drawn of votes.add(picture, unread[0]?.sampling ?? null, at)) {
      const { codes } = decoder.read(drawn, 'plain', known);
      if (codes.length > 0) return codes.map((code) => ({ ...code, box }));
    }
    return [];
  };

  const read = (picture: GreyPicture, at: number, effort: boolean): Reading => {
    const known = gate.holding(at);
    const place = seen !== null && at - seen.at < REMEMBERED_MS ? around(seen.box, AROUND) : null;
    if (place !== null && frame % WHOLE_EVERY !== 0) {
      const reading = readPart(decoder, picture, place, known);
      // Only the code already taken needs no look at what stands beside it.
      if (reading.codes.length > 0 && reading.codes.every(({ text }) => text === known)) return reading;
    }
    // Light on dark costs as much again on an empty frame: every other frame is soon enough.
    const look = frame % 2 === 0 ? 'plain' : 'inverted';
    const whole = pace.timed(look, picture, () => readFitting(decoder, picture, look, known, pace));
    if (whole.codes.length > 0 || !effort) return whole;

    const together = readTogether(picture, whole.unread, at, known);
    if (together.length > 0) return { codes: together, unread: whole.unread };

    // What has just come into view begins with the repair that reads most.
    if (place === null) near = createClimb(decoder, pace);
    const sighted = whole.unread[0] === undefined ? place : around(whole.unread[0].box, BESIDE);
    const lookWide = sighted === null || (place !== null && frame % WIDE_EVERY === 0);
    // Every way that still fits into this frame for a part of it, one for the whole.
    const codes = lookWide ? wide(picture, null, known, 1) : near(picture, sighted, known, RUNGS.length);
    return { codes, unread: whole.unread };
  };

  return {
    idle: attention.idle,
    resume: gate.resume,
    again: gate.forget,
    look(picture, at) {
      const worth = attention.wants(picture, at);
      if (worth === 'nothing') return { decision: { kind: 'ignore' }, advice: null };
      frame += 1;
      pace.begin();
      const { codes, unread } = read(picture, at, worth === 'effort');
      const box = codes[0]?.box ?? unread[0]?.box;
      if (box !== undefined) {
        seen = codes.length > 1 ? null : { box, at };
        attention.stir(at);
      }
      unreadSince = codes.length > 0 || box === undefined ? null : (unreadSince ?? at);
      const advice = unreadSince !== null && at - unreadSince >= PATIENCE_MS && box !== undefined ? adviceFor(picture, box) : null;
      return { decision: gate.offer(codes, at), advice };
    },
  };
}

function readPart(decoder: Decoder, picture: GreyPicture, place: Box, known: string | null): Reading {
  const part = crop(picture, place);
  const { codes } = decoder.read(part.picture, 'inverted', known);
  return codes.length === 0 ? NOTHING : { codes: codes.map((code) => ({ ...code, box: boxInOriginal(part, code.box) })), unread: [] };
}

/** A picture that takes longer than a frame's time is looked at in half its size; the place of a code then in full. */
function readFitting(decoder: Decoder, picture: GreyPicture, look: 'plain' | 'inverted', known: string | null, pace: Pace): Reading {
  if (!pace.tooLarge(look, picture)) return decoder.read(picture, look, known);
  const half = stretched(picture, 0.5, 0.5);
  const { codes, unread } = decoder.read(half.picture, look, known);
  return {
    codes: codes.map((code) => ({ ...code, box: boxInOriginal(half, code.box) })),
    unread: unread.map((symbol) => ({ ...symbol, box: boxInOriginal(half, symbol.box) })),
  };
}

function around({ left, top, right, bottom }: Box, share: number): Box {
  const reach = share * Math.max(right - left, bottom - top);
  return { left: left - reach, top: top - reach, right: right + reach, bottom: bottom + reach };
}
