/**
 * Tells a handheld scanner (which is a keyboard to the computer) from a person typing, key by key, and says what
 * to do with each. Pure: the caller brings keys and time and carries the answers out.
 */
import type { HandheldProfile } from '../../../shared/domain/handheld-profile.ts';
import { altCharacter, padDigit } from './alt-codes.ts';
import type { KeyStroke } from './key-stroke.ts';
import { isModifier, isTerminator, physicalCharacter } from './physical-keys.ts';
import { scannedText } from './scanned-text.ts';
import type { WedgeAnswer, WedgeEffect } from './wedge-answer.ts';

/** Scanners send a key every 1–25 ms, Bluetooth ones included; two keys of one person this close are a slip of fingers. */
export const FAST_MS = 35;
/** Four such keys in a row are no person. */
export const SURE_AFTER = 4;
/** A recognised scan may stutter while the computer is busy. */
export const BURST_GAP_MS = 250;
/** Shorter than the six digits of a code nothing is scanned. */
const SHORTEST = 6;
const LONGEST = 8192;

/** `keys` counts what was pressed: a character may take several. */
interface Typed {
  text: string;
  keys: number;
  /** Digits of an Alt code that is being typed. */
  alt: string;
  last: number;
}

type State = { phase: 'idle' } | ({ phase: 'suspected'; held: boolean } & Typed) | ({ phase: 'scanning' } & Typed);

/** What a scanner is taken for before its desk has learned it. */
export const USUAL_PROFILE: HandheldProfile = { prefix: '', suffix: '', end: 'enter', gapMs: 25, swapsCase: false };

export interface WedgeDetector {
  press(stroke: KeyStroke): WedgeAnswer;
  /** Alt is let go: the digits typed meanwhile are a character. */
  releaseAlt(): void;
  /** Time passed without a key. Call at `deadline()`. */
  silence(at: number): WedgeEffect[];
  scanning(): boolean;
  /** When `silence` must be called unless a key comes first; null while nothing is open. */
  deadline(): number | null;
}

export function createWedgeDetector(profile: HandheldProfile = USUAL_PROFILE): WedgeDetector {
  const fastMs = Math.max(FAST_MS, profile.gapMs + 10);
  let state: State = { phase: 'idle' };

  const finish = (typed: string): WedgeEffect[] => {
    const text = scannedText(typed, profile);
    return text.length < SHORTEST || text.length > LONGEST ? [] : [{ kind: 'scan', text }];
  };

  /** Closes what the time that has passed has closed. */
  const expire = (at: number): WedgeEffect[] => {
    if (state.phase === 'suspected' && at - state.last > fastMs) {
      const { held } = state;
      state = { phase: 'idle' };
      return held ? [{ kind: 'release' }] : [];
    }
    if (state.phase === 'scanning' && at - state.last > BURST_GAP_MS) {
      const { text } = state;
      state = { phase: 'idle' };
      return profile.end === 'none' ? finish(text) : [{ kind: 'unfinished' }];
    }
    return [];
  };

  const first = (text: string, stroke: KeyStroke): WedgeAnswer => {
    // Where text is typed a person must see the letter at once; elsewhere a letter may be a shortcut ("same person"!)
    // that a scanner's first character must never press, so it waits. Space presses buttons natively and cannot be held.
    const held = !stroke.typesText && stroke.code !== 'Space';
    state = { phase: 'suspected', text, keys: 1, alt: '', last: stroke.at, held };
    return held ? { key: 'hold', effects: [] } : { key: 'pass', effects: [{ kind: 'remember' }] };
  };

  const suspected = (open: Extract<State, { phase: 'suspected' }>, character: string | null, at: number): WedgeAnswer => {
    if (character === null) {
      state = { phase: 'idle' };
      return { key: 'pass', effects: open.held ? [{ kind: 'release' }] : [] };
    }
    const typed = { text: open.text + character, keys: open.keys + 1, alt: '', last: at };
    if (typed.keys < SURE_AFTER) {
      state = { phase: 'suspected', ...typed, held: true };
      return { key: 'hold', effects: [] };
    }
    state = { phase: 'scanning', ...typed };
    return { key: 'swallow', effects: [{ kind: 'undo' }] };
  };

  const scanning = (open: Extract<State, { phase: 'scanning' }>, stroke: KeyStroke, character: string | null): WedgeAnswer => {
    if (isTerminator(stroke.code)) {
      state = { phase: 'idle' };
      return { key: 'swallow', effects: finish(open.text) };
    }
    state = { ...open, text: open.text + (character ?? ''), alt: '', last: stroke.at };
    return { key: 'swallow', effects: [] };
  };

  /** The system puts an Alt code together itself and must see its keys, until they are known to be a scanner's. */
  const altDigit = (digit: string, at: number): WedgeAnswer => {
    if (state.phase === 'idle') {
      state = { phase: 'suspected', text: '', keys: 1, alt: digit, last: at, held: false };
      return { key: 'pass', effects: [{ kind: 'remember' }] };
    }
    const typed = { text: state.text, keys: state.keys + 1, alt: state.alt + digit, last: at };
    if (state.phase === 'suspected' && typed.keys < SURE_AFTER) {
      state = { phase: 'suspected', ...typed, held: state.held };
      return { key: 'pass', effects: [] };
    }
    const before = state.phase;
    state = { phase: 'scanning', ...typed };
    return { key: 'swallow', effects: before === 'suspected' ? [{ kind: 'undo' }] : [] };
  };

  return {
    press(stroke) {
      const before = expire(stroke.at);
      if (isModifier(stroke.code)) return { key: 'pass', effects: before };
      const digit = (stroke.alt || stroke.altGraph === true) && !stroke.command ? padDigit(stroke.code) : null;
      if (digit !== null) {
        const composed = altDigit(digit, stroke.at);
        return { key: composed.key, effects: [...before, ...composed.effects] };
      }
      const character = stroke.command || stroke.alt ? null : physicalCharacter(stroke, profile.keys);
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
    releaseAlt() {
      if (state.phase === 'idle' || state.alt === '') return;
      state = { ...state, text: state.text + (altCharacter(state.alt) ?? ''), alt: '' };
    },
    silence: expire,
    scanning: () => state.phase === 'scanning',
    deadline() {
      if (state.phase === 'suspected') return state.last + fastMs + 1;
      if (state.phase === 'scanning') return state.last + BURST_GAP_MS + 1;
      return null;
    },
  };
}
