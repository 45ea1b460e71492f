/** The three catalogues say the same things, and say nothing that nobody reads. */
import { describe, expect, test } from 'vitest';
import { en } from '../../../../renderer/i18n/en/index.ts';
import { kk } from '../../../../renderer/i18n/kk/index.ts';
import { ru } from '../../../../renderer/i18n/ru/index.ts';
import { flatten, isRead, placeholders } from './flat-texts.ts';

const russian = flatten(ru);

describe.each([
  ['kk', flatten(kk)],
  ['en', flatten(en)],
])('%s beside ru', (_language, texts) => {
  test('has every key and no other', () => {
    expect([...texts.keys()].toSorted()).toEqual([...russian.keys()].toSorted());
  });

  test('fills in the same values', () => {
    for (const [key, text] of texts) expect([key, ...placeholders(text)]).toEqual([key, ...placeholders(russian.get(key) ?? '')]);
  });

  test('leaves no text empty', () => {
    expect([...texts].filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});

test('every key is read somewhere in the page', () => {
  const unread = [...russian.keys()].filter((key) => !isRead(key));
  expect(unread).toEqual([]);
});

test('the search for unread keys finds one that is unread', () => {
  expect(isRead('desk.neverRead')).toBe(false);
});

test('Kazakh keeps its own letters', () => {
  const letters = new Set([...flatten(kk).values()].join('').toLowerCase());
  // Without һ, which few words of an office have.
  expect([...'әғқңөұүі'].filter((letter) => !letters.has(letter))).toEqual([]);
});
