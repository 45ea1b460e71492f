/** The citizen's page says the same in all three languages, each in its own letters, and nothing that nobody reads. */
import { describe, expect, test } from 'vitest';
import { en } from '../../../../renderer/citizen/texts/en.ts';
import { kk } from '../../../../renderer/citizen/texts/kk.ts';
import { ru } from '../../../../renderer/citizen/texts/ru.ts';
import { hasKazakhLetters } from '../../spelling.ts';
import { flatten, isRead, placeholders } from '../i18n/flat-texts.ts';

const texts = { kk: flatten(kk), ru: flatten(ru), en: flatten(en) };

describe.each(['kk', 'en'] as const)('%s beside ru', (language) => {
  test('has every key and no other, fills in the same values, and leaves no text empty', () => {
    const shape = (all: Map<string, string>) => [...all].map(([key, text]) => [key, text.trim() === '', ...placeholders(text)].join(' ')).toSorted();
    expect(shape(texts[language])).toEqual(shape(texts.ru));
    expect([...texts.ru.values()].filter((text) => text.trim() === '')).toEqual([]);
  });
});

test('no text is left in another language', () => {
  const cyrillic = (text: string) => /\p{Script=Cyrillic}/u.test(text);
  expect([...texts.ru].filter(([, text]) => hasKazakhLetters(text))).toEqual([]);
  // What is written alike in both: names, numbers, a word of one language in the other's sentence.
  const same = [...texts.kk].filter(([key, text]) => text.length > 24 && text === texts.ru.get(key) && cyrillic(text));
  expect(same).toEqual([]);
  expect([...texts.kk].filter(([, text]) => text.length > 40 && cyrillic(text) && !hasKazakhLetters(text))).toEqual([]);
  expect([...texts.en].filter(([key, text]) => text.length > 24 && text === texts.ru.get(key))).toEqual([]);
});

test('every key is read somewhere in the page', () => {
  // Lists and groups are read as a whole, by the key they stand under.
  const parents = (key: string) => key.split('.').map((_, index, parts) => parts.slice(0, parts.length - index).join('.')).filter((parent) => parent.includes('.'));
  expect([...texts.ru.keys()].filter((key) => !parents(key).some(isRead))).toEqual([]);
});
