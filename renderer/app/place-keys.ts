/** The key that leads to each place: one table for the keyboard, the caps on the sections and the key map. */
import type { Place } from './screen.ts';
import type { KeyMap, KeyName } from '../ui/use-keys.ts';

export const PLACE_KEYS = {
  desk: 'F5',
  purpose: 'F4',
  cases: 'Ctrl+I',
  calls: 'Ctrl+G',
  renewal: 'Ctrl+D',
  journal: 'F6',
  'signed-file': 'Ctrl+O',
  keys: 'Ctrl+K',
  settings: 'F7',
} as const satisfies Record<Place, KeyName>;

export const PLACES = Object.keys(PLACE_KEYS) as Place[];

/** As written on a cap: `Ctrl K`. */
export const placeCap = (place: Place): string => PLACE_KEYS[place].replace('+', ' ');

export const placeKeys = (onPlace: (place: Place) => void): KeyMap =>
  Object.fromEntries(PLACES.map((place) => [PLACE_KEYS[place], () => onPlace(place)]));
