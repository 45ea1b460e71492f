/**
 * Tells a handheld scanner (which is a keyboard to the computer) from a person typing, key by key, and says what
 * to do with each. Pure: the caller brings keys and time and carries the answers out.
 */
import type { HandheldProfile } from '../../../../shared/domain/scanning/handheld-profile.ts';
import { altCharacter, padDigit } from './alt-codes.ts';
import type { KeyStroke } from './key-stroke.ts';
import { createKeyReader, isModifier, isTerminator } from './physical-keys.ts';
import { scannedText } from './scanned-text.ts';
import type { WedgeAnswer, WedgeEffect } from './wedge-answer.ts';
import { FAST_MS, openScan, type OpenScan, type WedgeState } from './wedge-state.ts';

/** Four such keys in a row are no person. */
export const SURE_AFTER = 4;
/** Shorter than the six digits of a code nothing is scanned. */
const SHORTEST = 6;
const LONGEST = 8192;

/** What a scanner is taken for before its desk has learned it. */
export const USUAL_PROFILE: HandheldProfile = { prefix: '', suffix: '', end: 'enter', gapMs: 25, swapsCase: false };

export interface WedgeDetector {
  press(stroke: KeyStroke): WedgeAnswer;
  /** Alt is let go: the digits typed meanwhile are a character. */
  releaseAlt(): void;
  /** Time passed without a key. Call at `deadline()`. */
  silence(at: number): WedgeEffect[];
  scanning(): boolean;
  /** What a detector that takes over must throw away; null while nothing is open. */
  open(): OpenScan | null;
  /** When `silence` must be called unless a key comes first; null while nothing is open. */
  deadline(): number | null;
}

/** @param cutOff a scan whose beginning another detector had: half a code is no code, so the rest of it is dropped */
export function createWedgeDetector(profile: HandheldProfile = USUAL_PROFILE, cutOff: OpenScan | null = null): WedgeDetector {
  const fastMs = Math.max(FAST_MS, profile.gapMs + 10);
  let state: WedgeState = cutOff === null ? { phase: 'idle' } : { phase: 'cut-off', ...cutOff };
  let keys = createKeyReader(profile.keys);

  const finish = (typed: string): WedgeEffect[] => {
    const text = scannedText(typed, profile);
    return text.length < SHORTEST || text.length > LONGEST ? [] : [{ kind: 'scan', text }];
  };

  const whatIsOpen = (): OpenScan | null => openScan(state, fastMs);

  /** Closes what the time that has passed has closed. */
  const expire = (at: number): WedgeEffect[] => {
    const closing = whatIsOpen();
    if (closing === null || at - closing.last <= closing.gapMs) return [];
    const before = state;
    state = { phase: 'idle' };
    if (before.phase === 'suspected') return before.held ? [{ kind: 'release' }] : [];
    if (before.phase !== 'scanning') return [];
    return profile.end === 'none' ? finish(before.text) : [{ kind: 'unfinished' }];
  };

  const first = (text: string, stroke: KeyStroke): WedgeAnswer => {
    // Where text is typed a person must see the letter at once; elsewhere a letter may be a shortcut ("same person"!)
    // that a scanner's first character must never press, so it waits. Space presses buttons natively and cannot be held.
    const held = !stroke.typesText && stroke.code !== 'Space';
    state = { phase: 'suspected', text, keys: 1, alt: '', last: stroke.at, held };
    return held ? { key: 'hold', effects: [] } : { key: 'pass', effects: [{ kind: 'remember' }] };
  };

  const suspected = (open: WedgeState<'suspected'>, character: string | null, at: number): WedgeAnswer => {
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

  const scanning = (open: WedgeState<'scanning'>, stroke: KeyStroke, character: string | null): WedgeAnswer => {
    if (isTerminator(stroke.code)) {
      state = { phase: 'idle' };
      return { key: 'swallow', effects: finish(open.text) };
    }
    state = { ...open, text: open.text + (character ?? ''), alt: '', last: stroke.at };
    return { key: 'swallow', effects: [] };
  };

  const drop = (open: WedgeState<'cut-off'>, { code, at }: KeyStroke): WedgeAnswer => {
    state = isTerminator(code) ? { phase: 'idle' } : { ...open, last: at };
    return { key: 'swallow', effects: [] };
  };

  /** The system puts an Alt code together itself and must see its keys, until they are known to be a scanner's. */
  const altDigit = (open: WedgeState<'idle' | 'suspected' | 'scanning'>, digit: string, at: number): WedgeAnswer => {
    if (open.phase === 'idle') {
      state = { phase: 'suspected', text: '', keys: 1, alt: digit, last: at, held: false };
      return { key: 'pass', effects: [{ kind: 'remember' }] };
    }
    const typed = { text: open.text, keys: open.keys + 1, alt: open.alt + digit, last: at };
    if (open.phase === 'suspected' && typed.keys < SURE_AFTER) {
      state = { phase: 'suspected', ...typed, held: open.held };
      return { key: 'pass', effects: [] };
    }
    state = { phase: 'scanning', ...typed };
    return { key: 'swallow', effects: open.phase === 'suspected' ? [{ kind: 'undo' }] : [] };
  };

  return {
    press(stroke) {
      const before = expire(stroke.at);
      if (isModifier(stroke.code)) return { key: 'pass', effects: before };
      if (state.phase === 'cut-off') return drop(state, stroke);
      const digit = (stroke.alt || stroke.altGraph === true) && !stroke.command ? padDigit(stroke.code) : null;
      if (digit !== null) {
        const composed = altDigit(state, digit, stroke.at);
        return { key: composed.key, effects: [...before, ...composed.effects] };
      }
      if (state.phase === 'idle') keys = createKeyReader(profile.keys);
      const character = stroke.command || stroke.alt ? null : keys.read(stroke);
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
      if (state.phase === 'idle' || state.phase === 'cut-off' || state.alt === '') return;
      state = { ...state, text: state.text + (altCharacter(state.alt) ?? ''), alt: '' };
    },
    silence: expire,
    scanning: () => state.phase === 'scanning' || state.phase === 'cut-off',
    open: whatIsOpen,
    deadline() {
      const closing = whatIsOpen();
      return closing === null ? null : closing.last + closing.gapMs + 1;
    },
  };
}
