/** Do the Cyrillic letters of the card and the Latin ones of its zone spell one name? Used to confirm a reading, never to make one. */

/** As the machine-readable zones of Kazakhstan spell them. */
const LATIN: Readonly<Record<string, string>> = {
  А: 'A', Ә: 'A', Б: 'B', В: 'V', Г: 'G', Ғ: 'G', Д: 'D', Е: 'E', Ё: 'E', Ж: 'ZH', З: 'Z', И: 'I', Й: 'I', І: 'I', К: 'K', Қ: 'K', Л: 'L', М: 'M', // prettier-ignore
  Н: 'N', Ң: 'N', О: 'O', Ө: 'O', П: 'P', Р: 'R', С: 'S', Т: 'T', У: 'U', Ұ: 'U', Ү: 'U', Ф: 'F', Х: 'KH', Һ: 'KH', Ц: 'TS', Ч: 'CH', Ш: 'SH', // prettier-ignore
  Щ: 'SHCH', Ъ: '', Ы: 'Y', Ь: '', Э: 'E', Ю: 'YU', Я: 'YA', // prettier-ignore
};

export type NameLikeness = 'same' | 'close' | 'other';

/** A name cut off at the end of the zone is the same as far as it goes. @param latin as in the zone, fillers as spaces */
export function likenessOfNames(cyrillic: string, latin: string): NameLikeness {
  const [one, other] = [folded(Array.from(cyrillic.toUpperCase(), (letter) => LATIN[letter] ?? letter).join('')), folded(latin.toUpperCase())];
  if (one === other || (other.length >= 10 && one.startsWith(other))) return 'same';
  return differences(one, other) <= 1 ? 'close' : 'other';
}

/** Ways of spelling that differ from office to office: IE, YE and E; Y, IY and I; H and KH. */
const folded = (latin: string): string =>
  latin
    .replaceAll(/[^A-Z]/g, '')
    .replaceAll(/[YI]E/g, 'E')
    .replaceAll('KH', 'H')
    .replaceAll(/[YJI]+/g, 'I');

/** Levenshtein. */
function differences(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1)));
    row = next;
  }
  return row.at(-1)!;
}
