/** Learns by which keys a scanner types that is set to another country's keyboard: the text of the sheet says what each of them means. */
import { deadKeyName, keyName, type KeyPlace } from '../../../../shared/domain/scanning/handheld-profile.ts';
import { SHEET_LEARN_TEXT } from '../../../../shared/domain/scanning/scan-sheet.ts';
import { physicalCharacter } from '../wedge/physical-keys.ts';

export interface LearnedLayout {
  /** Which of the keys type the text of the sheet: from the first to before the second. */
  at: number;
  end: number;
  /** Only what differs from the US keyboard. */
  keys: Readonly<Record<string, string>>;
}

/** Countries move some letters and most signs; where less than this part is as in the US, another text was scanned. */
const ALIKE_PART = 0.6;

const SPACE = 'Space';

/** What types one character: a key, or a dead key with its Space. */
interface Typing {
  name: string;
  /** What the US keyboard types so. */
  usual: string | null;
  /** The first of its keys. */
  from: number;
}

/** @param keys those that type, without the one that ends the scan */
export function learnLayout(keys: readonly KeyPlace[]): LearnedLayout | null {
  const wanted = Array.from(SHEET_LEARN_TEXT);
  for (const typings of [keyByKey(keys), withDeadKeys(keys)]) {
    for (let first = 0; first + wanted.length <= typings.length; first += 1) {
      const layout = layoutOf(wanted, typings.slice(first, first + wanted.length));
      if (layout !== null) return { at: typings[first]!.from, end: typings[first + wanted.length]?.from ?? keys.length, keys: layout };
    }
  }
  return null;
}

const keyByKey = (keys: readonly KeyPlace[]): readonly Typing[] => keys.map((key, from) => ({ name: keyName(key), usual: physicalCharacter(key), from }));

/** The sheet shows no space: one after a key says that the key is dead. */
function withDeadKeys(keys: readonly KeyPlace[]): readonly Typing[] {
  return keyByKey(keys).flatMap((typing, index) => {
    if (typing.name === SPACE) return [];
    return [keys[index + 1]?.code === SPACE ? { name: deadKeyName(keys[index]!), usual: null, from: index } : typing];
  });
}

/** Each key stands for one character and each character for one key, or these are not the keys of this text. */
function layoutOf(wanted: readonly string[], typings: readonly Typing[]): LearnedLayout['keys'] | null {
  const characters = new Map<string, string>();
  const names = new Map<string, string>();
  const other: Record<string, string> = {};
  for (const [index, { name, usual }] of typings.entries()) {
    const character = wanted[index]!;
    if ((characters.get(name) ?? character) !== character || (names.get(character) ?? name) !== name) return null;
    characters.set(name, character);
    names.set(character, name);
    if (usual !== character) other[name] = character;
  }
  return Object.keys(other).length <= (1 - ALIKE_PART) * characters.size ? other : null;
}
