/** Where a scanner that is set to another country's keyboard finds the characters which that country has in other places. */
import type { KeyPlace } from '../../../shared/domain/scanning/handheld-profile.ts';
import type { ScannerPlace } from './scanner-keyboard.ts';

const plain = (code: string): KeyPlace => ({ code, shift: false });
const shifted = (code: string): KeyPlace => ({ code, shift: true });

export const GERMAN_PLACES: Readonly<Record<string, KeyPlace>> = {
  y: plain('KeyZ'),
  Y: shifted('KeyZ'),
  z: plain('KeyY'),
  Z: shifted('KeyY'),
  '-': plain('Slash'),
  _: shifted('Slash'),
  ':': shifted('Period'),
  '/': shifted('Digit7'),
  '&': shifted('Digit6'),
  '=': shifted('Digit0'),
  '?': shifted('Minus'),
  '+': plain('BracketRight'),
  '*': shifted('BracketRight'),
  '~': { code: 'BracketRight', shift: false, altGraph: true },
};

/** On the international keyboard of the US signs that go onto letters are dead; alone they are typed with a space after them. */
export const INTERNATIONAL_PLACES: Readonly<Record<string, ScannerPlace>> = {
  '~': { ...shifted('Backquote'), dead: true },
};
