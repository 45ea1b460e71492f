/** The texts of the command line: the same places in each language, and nothing left untranslated. */
import { describe, expect, it } from 'vitest';
import { fill, texts } from '../../../electron/shell-terminal/texts/index.ts';
import { JOURNAL_EVENT_KINDS } from '../../../shared/domain/journal/journal-event.ts';

type Flat = Map<string, string>;
function flatten(value: object, path = '', into: Flat = new Map()): Flat {
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'string') into.set(`${path}${key}`, inner);
    else flatten(inner as object, `${path}${key}.`, into);
  }
  return into;
}
const placesOf = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).toSorted();
/** Names and forms that are the same in every language. */
const SAME = new Set(['failure.usage', 'doctor.node', 'doctor.sqlite']);

const english = flatten(texts('en'));

describe.each(['kk', 'ru'] as const)('the texts in %s', (language) => {
  const own = flatten(texts(language));

  it('have the same keys and places as in English', () => {
    expect([...own.keys()].toSorted()).toEqual([...english.keys()].toSorted());
    for (const [key, text] of own) expect([key, placesOf(text)]).toEqual([key, placesOf(english.get(key)!)]);
  });

  it('are translated', () => {
    const untranslated = [...own].filter(([key, text]) => !SAME.has(key) && (text === english.get(key) || !/\p{Script=Cyrillic}/u.test(text)));
    expect(untranslated).toEqual([]);
  });
});

describe('Kazakh', () => {
  it('is written with its own letters and not with those of Russian or Latin', () => {
    const all = [...flatten(texts('kk')).values()].join(' ');
    for (const letter of 'әғқңөұүі') expect(all.toLowerCase()).toContain(letter);
    // A Latin look-alike inside a Cyrillic word.
    expect(all).not.toMatch(/\p{Script=Cyrillic}[A-Za-z]|[A-Za-z]\p{Script=Cyrillic}/u);
  });
});

it('every kind of entry has a name', () => {
  expect(Object.keys(texts('en').kind).toSorted()).toEqual([...JOURNAL_EVENT_KINDS].toSorted());
});

it('fill puts values in and does not accept a missing one', () => {
  expect(fill('{a} of {b}', { a: 1, b: 'two' })).toBe('1 of two');
  expect(() => fill('{a}', {})).toThrow(RangeError);
});
