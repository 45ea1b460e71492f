/**
 * Characters by the place of the key, as a scanner means them: it types as a US keyboard does, whatever layout the
 * workstation is switched to. Places are the `code` values of UI Events KeyboardEvent code Values, section 3.1.
 */
import { deadKeyName, type HandheldProfile, keyName, type KeyPlace } from '../../../../shared/domain/scanning/handheld-profile.ts';

/** By key: the character alone and with Shift. */
export const US_KEYS: Readonly<Record<string, readonly [string, string]>> = {
  ...Object.fromEntries(Array.from('abcdefghijklmnopqrstuvwxyz', (letter) => [`Key${letter.toUpperCase()}`, [letter, letter.toUpperCase()]])),
  ...Object.fromEntries(Array.from(')!@#$%^&*(', (shifted, digit) => [`Digit${digit}`, [String(digit), shifted]])),
  ...Object.fromEntries(Array.from('0123456789', (digit) => [`Numpad${digit}`, [digit, digit]])),
  Backquote: ['`', '~'],
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
  Space: [' ', ' '],
  NumpadDecimal: ['.', '.'],
  NumpadDivide: ['/', '/'],
  NumpadMultiply: ['*', '*'],
  NumpadSubtract: ['-', '-'],
  NumpadAdd: ['+', '+'],
};

/**
 * The character a scanner meant, or null for a key that types none.
 * Caps Lock is not asked: a scanner presses Shift for a capital and knows nothing of the lamp.
 * @param learned keys that mean something else to this scanner, which is set to another country's keyboard
 */
export function physicalCharacter(place: KeyPlace, learned: HandheldProfile['keys'] = {}): string | null {
  // The US keyboard has no third row.
  const usual = place.altGraph === true ? undefined : US_KEYS[place.code];
  return learned[keyName(place)] ?? usual?.[place.shift ? 1 : 0] ?? null;
}

export interface KeyReader {
  /** What this key adds to what was typed: nothing yet for a dead key, null for a key that types none. */
  read(place: KeyPlace): string | null;
}

/** Reads keys one after the other, because a dead key waits for the Space after it. */
export function createKeyReader(learned: HandheldProfile['keys'] = {}): KeyReader {
  let dead: KeyPlace | null = null;
  return {
    read(place) {
      const waiting = dead;
      dead = null;
      if (waiting !== null && place.code === 'Space') return learned[deadKeyName(waiting)]!;
      if (learned[deadKeyName(place)] === undefined) return physicalCharacter(place, learned);
      dead = place;
      return '';
    },
  };
}

const MODIFIERS = /^(?:Shift|Control|Alt|Meta)(?:Left|Right)$|^CapsLock$|^NumLock$/;
export const isModifier = (code: string): boolean => MODIFIERS.test(code);

/** Enter and Tab are what scanners are set to send after a code. */
export const isTerminator = (code: string): boolean => code === 'Enter' || code === 'NumpadEnter' || code === 'Tab';
