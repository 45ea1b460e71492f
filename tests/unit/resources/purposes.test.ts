/** The purposes a desk may choose from. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Profile, Purpose } from '../../../shared/domain/checking/purpose.ts';
import { hasKazakhLetters, mixedWords, strangeLetters } from '../spelling.ts';
import { readJson } from './catalogue.ts';

const purposes = z.array(Purpose).parse(readJson('policy/purposes.json'));

it('every purpose is there once and every profile has some', () => {
  expect(new Set(purposes.map(({ id }) => id)).size).toBe(purposes.length);
  for (const profile of Profile.options) expect(purposes.some(({ profiles }) => profiles.includes(profile))).toBe(true);
});

it('a bank sees documents only with the person present (352/НҚ п.21)', () => {
  for (const purpose of purposes.filter(({ profiles }) => profiles.includes('bank'))) expect(purpose.presence).toBe('required');
});

it('a bank has no purpose of a public service, and the other way round', () => {
  for (const { profiles } of purposes) expect(profiles.includes('bank') && profiles.includes('tson')).toBe(false);
});

describe.each(purposes)('$id', ({ title, ground }) => {
  it('is named and grounded in three languages, each in its own letters', () => {
    for (const text of [title, ground]) {
      expect(new Set([text.kk, text.ru, text.en]).size).toBe(3);
      for (const words of [text.kk, text.ru, text.en]) {
        expect(words.length).toBeGreaterThan(3);
        expect([...mixedWords(words), ...strangeLetters(words)]).toEqual([]);
      }
      expect(hasKazakhLetters(text.ru)).toBe(false);
    }
    expect(hasKazakhLetters(ground.kk)).toBe(true);
  });
});
