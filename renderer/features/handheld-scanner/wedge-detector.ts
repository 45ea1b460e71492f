/**
 * Tells a handheld scanner (which is a keyboard to the computer) from a person typing, key by key, and says what
 * to do with each. Pure: the caller brings keys and time and carries the answers out.
 */
import { isModifier, isTerminator, physicalCharacter } from './physical-keys.ts';

export interface KeyStroke {
  /** Place of the key, not the letter the layout puts there. */
  code: string;
  shift: boolean;
  /** Control, Alt or Meta is down. */
  command: boolean;
  /** Milliseconds on the clock of the events. */
  at: number;
  /** Whether the focused control takes text. */
  typesText: boolean;
}

/** What becomes of the key itself. A held key is given back by `release` or is part of the scan. */
export type KeyFate = 'pass' | 'hold' | 'swallow';

export type WedgeEffect =
  /** Remember the focused control before this key changes it. */
  | { kind: 'remember' }
  /** It was a person: give the held keys back, in their order, before anything else. */
  | { kind: 'release' }
  /** It is a scanner: undo what its first key typed, drop the held keys. */
  | { kind: 'undo' }
  | { kind: 'scan'; text: string }
  /** A scan that no Enter or Tab ended: the scanner is not set up for this. */
  | { kind: 'unfinished' };

export interface WedgeAnswer {
  key: KeyFate;
  effects: WedgeEffect[];
}

/** Scanners send a key every 1–25 ms, Bluetooth ones included; two keys of one person this close are a slip of fingers. */
export const FAST_MS = 35;
/** Four such keys in a row are no person. */
export const SURE_AFTER = 4;
/** A recognised scan may stutter while the computer is busy. */
export const BURST_GAP_MS = 250;
/** Shorter than the six digits of a code nothing is scanned. */
const SHORTEST = 6;
const LONGEST = 8192;

type State =
  | { phase: 'idle' }
  | { phase: 'suspected'; text: string; last: number; held: boolean }
  | { phase: 'scanning'; text: string; last: number };

export interface WedgeDetector {
  press(stroke: KeyStroke): WedgeAnswer;
  /** Time passed without a key. Call at `deadline()`. */
  silence(at: number): WedgeEffect[];
  /** When `silence` must be called unless a key comes first; null while nothing is open. */
  deadline(): number | null;
}

export function createWedgeDetector(): WedgeDetector {
  let state: State = { phase: 'idle' };

  /** Closes what the time that has passed has closed. */
  const expire = (at: number): WedgeEffect[] => {
    if (state.phase === 'suspected' && at - state.last > FAST_MS) {
      const { held } = state;
      state = { phase: 'idle' };
      return held ? [{ kind: 'release' }] : [];
    }
    if (state.phase === 'scanning' && at - state.last > BURST_GAP_MS) {
      state = { phase: 'idle' };
      return [{ kind: 'unfinished' }];
    }
    return [];
  };

  const first = (text: string, stroke: KeyStroke): WedgeAnswer => {
    // Where text is typed a person must see the letter at once; elsewhere a letter may be a shortcut ("same person"!)
    // that a scanner's first character must never press, so it waits. Space presses buttons natively and cannot be held.
    const held = !stroke.typesText && stroke.code !== 'Space';
    state = { phase: 'suspected', text, last: stroke.at, held };
    return held ? { key: 'hold', effects: [] } : { key: 'pass', effects: [{ kind: 'remember' }] };
  };

  const suspected = (open: Extract<State, { phase: 'suspected' }>, character: string | null, at: number): WedgeAnswer => {
    if (character === null) {
      state = { phase: 'idle' };
      return { key: 'pass', effects: open.held ? [{ kind: 'release' }] : [] };
    }
    const text = open.text + character;
    if (text.length < SURE_AFTER) {
      state = { phase: 'suspected', text, last: at, held: true };
      return { key: 'hold', effects: [] };
    }
    state = { phase: 'scanning', text, last: at };
    return { key: 'swallow', effects: [{ kind: 'undo' }] };
  };

  const scanning = (open: Extract<State, { phase: 'scanning' }>, stroke: KeyStroke, character: string | null): WedgeAnswer => {
    if (isTerminator(stroke.code)) {
      state = { phase: 'idle' };
      const { text } = open;
      return { key: 'swallow', effects: text.length < SHORTEST || text.length > LONGEST ? [] : [{ kind: 'scan', text }] };
    }
    state = { phase: 'scanning', text: open.text + (character ?? ''), last: stroke.at };
    return { key: 'swallow', effects: [] };
  };

  return {
    press(stroke) {
      const before = expire(stroke.at);
      if (isModifier(stroke.code)) return { key: 'pass', effects: before };
      const character = stroke.command ? null : physicalCharacter(stroke.code, stroke.shift);
      const answer = ((): WedgeAnswer => {
        switch (state.phase) {
          case 'idle':
            return character === null ? { key: 'pass', effects: [] } : first(character, stroke);
          case 'suspected':
            return suspected(state, character, stroke.at);
          case 'scanning':
            return scanning(state, stroke, character);
        }
      })();
      return { key: answer.key, effects: [...before, ...answer.effects] };
    },
    silence: expire,
    deadline() {
      if (state.phase === 'suspected') return state.last + FAST_MS + 1;
      if (state.phase === 'scanning') return state.last + BURST_GAP_MS + 1;
      return null;
    },
  };
}
