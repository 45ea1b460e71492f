/** Holds two spellings of a name against each other, knowing how Kazakh letters become Russian ones in documents. */
import { isDamagedText } from './damaged-text.ts';

/** `equal-folded`: the same name in Kazakh and in Russian spelling. `damaged`: letters were lost, so nothing is compared. */
export type NameComparison = 'equal' | 'equal-folded' | 'different' | 'damaged';

const RUSSIAN_FOR_KAZAKH: Readonly<Record<string, string>> = {
  Ә: 'А', Ғ: 'Г', Қ: 'К', Ң: 'Н', Ө: 'О', Ұ: 'У', Ү: 'У', Һ: 'Х', І: 'И', Ё: 'Е', // prettier-ignore
};

export function compareNames(left: string, right: string): NameComparison {
  if (isDamagedText(left) || isDamagedText(right)) return 'damaged';
  const [a, b] = [normalised(left), normalised(right)];
  if (a === b) return 'equal';
  return folded(a) === folded(b) ? 'equal-folded' : 'different';
}

/** Composed letters (Й and Ё may arrive as two code points), capitals, one kind of hyphen, single spaces. */
const normalised = (name: string): string =>
  name.normalize('NFC').toUpperCase().replaceAll(/[\u2010-\u2015]/g, '-').replaceAll(/\s+/g, ' ').trim();

const folded = (name: string): string => Array.from(name, (letter) => RUSSIAN_FOR_KAZAKH[letter] ?? letter).join('');
