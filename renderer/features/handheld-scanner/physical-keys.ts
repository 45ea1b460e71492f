/**
 * Characters by the place of the key, as a scanner means them: it types as a US keyboard does, whatever layout the
 * workstation is switched to. Places are the `code` values of UI Events KeyboardEvent code Values, section 3.1.
 */
import { type HandheldProfile, keyName, type KeyPlace } from '../../../shared/domain/handheld-profile.ts';

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

const MODIFIERS = /^(?:Shift|Control|Alt|Meta)(?:Left|Right)$|^CapsLock$|^NumLock$/;
export const isModifier = (code: string): boolean => MODIFIERS.test(code);

/** Enter and Tab are what scanners are set to send after a code. */
export const isTerminator = (code: string): boolean => code === 'Enter' || code === 'NumpadEnter' || code === 'Tab';
