/** Learns by which keys a scanner types that is set to another country's keyboard: the text of the sheet says what each of them means. */
import { keyName, type KeyPlace } from '../../../shared/domain/handheld-profile.ts';
import { SHEET_LEARN_TEXT } from '../../../shared/domain/scan-sheet.ts';
import { physicalCharacter } from './physical-keys.ts';

export interface LearnedLayout {
  /** Where in the keys the text of the sheet begins. */
  at: number;
  /** Only what differs from the US keyboard. */
  keys: Readonly<Record<string, string>>;
}

/** Countries move some letters and most signs; where less than this part is as in the US, another text was scanned. */
const ALIKE_PART = 0.6;

/** @param keys those that type, without the one that ends the scan */
export function learnLayout(keys: readonly KeyPlace[]): LearnedLayout | null {
  const wanted = Array.from(SHEET_LEARN_TEXT);
  for (let at = 0; at + wanted.length <= keys.length; at += 1) {
    const layout = layoutOf(wanted, keys.slice(at, at + wanted.length));
    if (layout !== null) return { at, keys: layout };
  }
  return null;
}

/** Each key stands for one character and each character for one key, or these are not the keys of this text. */
function layoutOf(wanted: readonly string[], keys: readonly KeyPlace[]): LearnedLayout['keys'] | null {
  const characters = new Map<string, string>();
  const places = new Map<string, string>();
  const other: Record<string, string> = {};
  for (const [index, key] of keys.entries()) {
    const place = keyName(key);
    const character = wanted[index]!;
    if ((characters.get(place) ?? character) !== character || (places.get(character) ?? place) !== place) return null;
    characters.set(place, character);
    places.set(character, place);
    if (physicalCharacter(key) !== character) other[place] = character;
  }
  return Object.keys(other).length <= (1 - ALIKE_PART) * characters.size ? other : null;
}
