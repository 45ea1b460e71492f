/** A handheld scanner for tests: real key events at scanner speed, as a computer under a given layout receives them. */
import type { Page } from 'playwright-core';
import type { KeyPlace } from '../../../shared/domain/scanning/handheld-profile.ts';
import { US_KEYS } from '../../../renderer/features/handheld-scanner/wedge/physical-keys.ts';

/** What the computer's layout makes of the places of keys; places left out give what the US layout gives. */
export type Layout = Readonly<Record<string, readonly [string, string]>>;

export const US_LAYOUT: Layout = {};

/** Rows of the Russian layout from KeyQ, KeyA and KeyZ on. */
export const RUSSIAN_LAYOUT: Layout = letters([
  ['QWERTYUIOP', 'йцукенгшщз'],
  ['ASDFGHJKL', 'фывапролд'],
  ['ZXCVBNM', 'ячсмить'],
]);

/** The Kazakh layout is the Russian one with Kazakh letters on the row of digits. */
export const KAZAKH_LAYOUT: Layout = {
  ...RUSSIAN_LAYOUT,
  ...Object.fromEntries(
    Array.from('әіңғ', (letter, index): [string, [string, string]] => [`Digit${index + 2}`, [letter, letter.toUpperCase()]]),
  ),
};

function letters(rows: readonly [places: string, letters: string][]): Layout {
  const placed = rows.flatMap(([places, row]) =>
    Array.from(places, (place, index): [string, [string, string]] => [`Key${place}`, [row[index]!, row[index]!.toUpperCase()]]),
  );
  return Object.fromEntries(placed);
}

const PLACE_OF = new Map(
  Object.entries(US_KEYS)
    .filter(([code]) => !code.startsWith('Numpad'))
    .flatMap(([code, [plain, shifted]]): [string, KeyPlace][] => [
      [shifted, { code, shift: true }],
      [plain, { code, shift: false }],
    ]),
);

/** Modifier bits of the browser's input protocol. */
const SHIFT = 8;
const ALT = 1;
/** Between two keys of an ordinary scanner. */
const PACE_MS = 5;
/**
 * A real key carries the time at which it was pressed, however late a busy computer looks at it. Ours are handed over one
 * by one by this process, which may itself be held up between two: stamped ahead, they keep the scanner's pace even then.
 */
const HELD_UP_MS = 10_000;

/** A dead key types nothing until the space that a scanner sends after it. */
export type ScannerPlace = KeyPlace & { readonly dead?: boolean };

export interface KeyboardState {
  /** The lamp turns the case of what the computer makes of a key; the scanner knows nothing of it. */
  capsLock?: boolean;
  /** Digits from the number pad, which are arrows and the like while its lamp is out. */
  pad?: 'on' | 'off';
  /** Where the scanner, itself set to another country's keyboard, finds characters; left out, where the US one has them. */
  places?: Readonly<Record<string, ScannerPlace>>;
}

/** What the number pad means while its lamp is out. */
const PAD_KEYS = ['Insert', 'End', 'ArrowDown', 'PageDown', 'ArrowLeft', 'Clear', 'ArrowRight', 'Home', 'ArrowUp', 'PageUp'];

function withLocks(place: KeyPlace, typed: string, { capsLock, pad }: KeyboardState): { code: string; key: string; typed: string } {
  const digit = /^Digit(\d)$/.exec(place.code)?.[1];
  if (pad !== undefined && digit !== undefined && !place.shift) {
    return pad === 'on' ? { code: `Numpad${digit}`, key: digit, typed: digit } : { code: `Numpad${digit}`, key: PAD_KEYS[Number(digit)]!, typed: '' };
  }
  const lower = typed.toLowerCase();
  const cased = capsLock === true ? (typed === lower ? typed.toUpperCase() : lower) : typed;
  return { code: place.code, key: cased, typed: cased };
}

export async function scanWithHandheld(page: Page, text: string, layout: Layout = US_LAYOUT, state: KeyboardState = {}): Promise<void> {
  const scan = await beginScan(page, layout, state);
  // Sent without waiting for each answer: waiting would type at the speed of a person.
  await Promise.all([scan.type(text), scan.end()]);
}

/** A scan of which the test decides what happens meanwhile; by the times of its keys none of that takes any. */
export interface HandheldScan {
  type(text: string): Promise<void>;
  end(): Promise<void>;
}

export async function beginScan(page: Page, layout: Layout = US_LAYOUT, state: KeyboardState = {}): Promise<HandheldScan> {
  const session = await page.context().newCDPSession(page);
  let pressedAt = Date.now() + HELD_UP_MS;
  const press = async (code: string, key: string, shift: boolean, typed: string) => {
    const modifiers = shift ? SHIFT : 0;
    pressedAt += PACE_MS;
    const timestamp = pressedAt / 1000;
    await session.send('Input.dispatchKeyEvent', { type: typed === '' ? 'rawKeyDown' : 'keyDown', code, key, text: typed, modifiers, timestamp });
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', code, key, modifiers, timestamp });
  };
  /** The layouts here have no third row: to them the right Alt is Alt, and a letter with it types nothing. */
  const pressThirdRow = async ({ code }: KeyPlace): Promise<void> => {
    const timestamp = (pressedAt += PACE_MS) / 1000;
    const alt = { code: 'AltRight', key: 'Alt', timestamp };
    await Promise.all([
      session.send('Input.dispatchKeyEvent', { ...alt, type: 'rawKeyDown', modifiers: ALT }),
      session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', code, key: code, modifiers: ALT, timestamp }),
      session.send('Input.dispatchKeyEvent', { type: 'keyUp', code, key: code, modifiers: ALT, timestamp }),
      session.send('Input.dispatchKeyEvent', { ...alt, type: 'keyUp' }),
    ]);
  };
  const pressFor = (character: string): Promise<void>[] => {
    const place: ScannerPlace | undefined = state.places?.[character] ?? PLACE_OF.get(character);
    if (place === undefined) throw new RangeError(`a scanner cannot type ${character}`);
    if (place.altGraph === true) return [pressThirdRow(place)];
    if (place.dead === true) return [press(place.code, 'Dead', place.shift, ''), press('Space', character, false, character)];
    const typed = (layout[place.code] ?? US_KEYS[place.code]!)[place.shift ? 1 : 0];
    const key = withLocks(place, typed, state);
    return [press(key.code, key.key, place.shift, key.typed)];
  };
  return {
    type: async (text) => void (await Promise.all(Array.from(text).flatMap(pressFor))),
    async end() {
      await press('Enter', 'Enter', false, '\r');
      await session.detach();
    },
  };
}
