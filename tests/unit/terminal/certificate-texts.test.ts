/** The texts of certificates on the command line: the same places in each language, and nothing left untranslated. */
import { describe, expect, it } from 'vitest';
import { certificateTexts } from '../../../electron/shell-terminal/texts/certificate/index.ts';

function flatten(value: object, path = ''): [string, string][] {
  return Object.entries(value).flatMap(([key, inner]) => (typeof inner === 'string' ? [[`${path}${key}`, inner]] : flatten(inner as object, `${path}${key}.`)) as [string, string][]);
}
const placesOf = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).toSorted();
const SAME = new Set(['field.fingerprint', 'field.bin', 'field.iin', 'period']);
const english = new Map(flatten(certificateTexts('en')));

describe.each(['kk', 'ru'] as const)('in %s', (language) => {
  const own = flatten(certificateTexts(language));

  it('the places are those of English', () => {
    expect(own.map(([key, text]) => [key, placesOf(text)])).toEqual([...english].map(([key, text]) => [key, placesOf(text)]));
  });

  it('everything is translated, in its own letters', () => {
    expect(own.filter(([key, text]) => !SAME.has(key) && (text === english.get(key) || !/\p{Script=Cyrillic}/u.test(text)))).toEqual([]);
    expect(own.map(([, text]) => text).join(' ')).not.toMatch(/\p{Script=Cyrillic}[A-Za-z]|[A-Za-z]\p{Script=Cyrillic}/u);
  });
});
