/** Every text of the product keeps to its language: its letters, its punctuation, its values, and no Kazakh ending after a value. */
import { describe, expect, test } from 'vitest';
import { hasKazakhLetters, mixedWords, strangeLetters } from '../spelling.ts';
import { everyText, type Told } from './every-text.ts';

const texts = await everyText();
const languagesOf = ({ kk, ru, en }: Told): string[] => (en === undefined ? [kk, ru] : [kk, ru, en]);
const placesOf = (wrong: (told: Told) => boolean): string[] => texts.filter(wrong).map((told) => [told.where, ...languagesOf(told)].join(' | '));
const isComputed = ({ kk }: Told): boolean => kk.includes('=>');

const words = (text: string): string => text.replaceAll(/\{+\w+\}+/g, '');
const values = (text: string): string => [...text.matchAll(/\$?\{+(\w+)\}+/g)].map(([, name]) => name).toSorted().join();
/** “No.” ends with a stop that „№“ has not. */
const ending = (text: string): string => (text === 'No.' ? '' : (/[.!?…:;,]$/.exec(text)?.[0] ?? ''));
/** A number or a name takes the ending of its own last sound, which no dictionary knows: the sentence is to be built around it. */
const ENDING_AFTER_VALUE =
  /\}(?:-?(?:[дтн]?[ае]н|[гқк][ае]|ға|[дт][ае]|[дтн][ыі]|[дтн][ыі]ң|[бмп]ен|с?[ыі])(?![а-яәғқңөұүһі])| (?:дейін|бастап|бері|кейін|сайын)(?![а-яәғқңөұүһі]))/u;

test('the texts are found', () => {
  expect(texts.length).toBeGreaterThan(3_000);
  expect(placesOf((told) => languagesOf(told).some((text) => text.trim() === ''))).toEqual([]);
});

describe('letters', () => {
  test('no word is of two scripts, no letter of a third alphabet', () => {
    expect(placesOf((told) => languagesOf(told).some((text) => mixedWords(text).length > 0 || strangeLetters(text).length > 0))).toEqual([]);
  });

  test('no Kazakh letter in Russian, and none missing from a whole Kazakh sentence', () => {
    expect(placesOf(({ ru }) => hasKazakhLetters(ru))).toEqual([]);
    expect(placesOf(({ kk }) => words(kk).length > 40 && /\p{Script=Cyrillic}/u.test(kk) && !hasKazakhLetters(kk))).toEqual([]);
  });

  test('English is readable without Cyrillic', () => {
    expect(placesOf(({ en = '' }) => /\p{Script=Cyrillic}/u.test(en))).toEqual([]);
  });
});

describe('sentences', () => {
  test('fill in the same values in every language', () => {
    expect(placesOf((told) => new Set(languagesOf(told).map(values)).size > 1)).toEqual([]);
  });

  test('end alike in every language', () => {
    expect(placesOf((told) => !isComputed(told) && new Set(languagesOf(told).map(ending)).size > 1)).toEqual([]);
  });

  test('have typographic quotes and no hyphen for a dash', () => {
    expect(placesOf((told) => !isComputed(told) && languagesOf(told).some((text) => /\w'\w|\B"|"\B| - /.test(text)))).toEqual([]);
  });

  test('put no Kazakh ending after a value', () => {
    expect(placesOf(({ kk }) => ENDING_AFTER_VALUE.test(kk))).toEqual([]);
  });
});

/** One thing, one word (docs/words.md): these once stood beside the word that was settled on. */
const GIVEN_UP: readonly { language: 'kk' | 'ru'; word: RegExp; instead: string }[] = [
  { language: 'kk', word: /машина(?! оқитын)/iu, instead: 'бағдарлама, автоматты' },
  { language: 'ru', word: /машин(?!очитаем)/iu, instead: 'программа, автоматически' },
  { language: 'kk', word: /^беттер$|беттерді салыстыр|бет салыстыр/iu, instead: 'бет-әлпет' },
  { language: 'kk', word: /шығарылым|журнал\S* шығар/iu, instead: 'экспорт' },
  { language: 'kk', word: /ті(?:ке|к) қара/iu, instead: 'тура қарау' },
  { language: 'kk', word: /куәліктің сырты|артқы беті/iu, instead: 'артқы жағы' },
  { language: 'kk', word: /\{policy\} саясат|саясат жібер/iu, instead: 'ережелер' },
  { language: 'ru', word: /политика \{policy\}|отпускает политика/iu, instead: 'правила' },
];

test.each(GIVEN_UP)('$word in $language has become “$instead”', ({ language, word }) => {
  expect(placesOf((told) => word.test(told[language]))).toEqual([]);
});

test.each(['{{day}} бастап', '{{count}}-ден', '{name}ға', '{{time}} дейін күшінде', '{done}-і'])('an ending after a value is seen: %s', (text) => {
  expect(ENDING_AFTER_VALUE.test(text)).toBe(true);
});

test.each(['{{seconds}} секундтан кейін', '{{number}}-камера', '{name} әкімші', '{{of}} қадамның {{at}}-қадамы', '{{time}} қалды'])('a noun after a value bears it: %s', (text) => {
  expect(ENDING_AFTER_VALUE.test(text)).toBe(false);
});
