/** The three catalogues say the same things, and say nothing that nobody reads. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { en } from '../../../../renderer/i18n/en/index.ts';
import { kk } from '../../../../renderer/i18n/kk/index.ts';
import { ru } from '../../../../renderer/i18n/ru/index.ts';

type Tree = { readonly [key: string]: string | Tree };

function flatten(tree: Tree, prefix = ''): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') texts.set(prefix + key, value);
    else for (const [inner, text] of flatten(value, `${prefix}${key}.`)) texts.set(inner, text);
  }
  return texts;
}

const RENDERER = join(import.meta.dirname, '../../../../renderer');
const sources = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('i18n') && !/messages\.\w\w\.ts$/.test(file))
  .map((file) => readFileSync(join(RENDERER, file), 'utf8'))
  .join('\n');

/** Keys as they stand in the source; `${…}` inside one stands for any one part of it. */
const used = [...sources.matchAll(/'([a-z]\w*(?:\.[\w-]+)+)'|`([a-z]\w*(?:\.(?:[\w-]|\$\{[^}]*\})+)+)`/gi)].map(([, plain, template]) => {
  const pattern = (plain ?? template ?? '').replaceAll('.', '\\.').replaceAll(/\$\{[^}]*\}/g, '[\\w-]+');
  return new RegExp(`^${pattern}$`);
});

const russian = flatten(ru);
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).toSorted();

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
  const unread = [...russian.keys()].filter((key) => !used.some((pattern) => pattern.test(key)));
  expect(unread).toEqual([]);
});

test('the search for unread keys finds one that is unread', () => {
  expect(used.some((pattern) => pattern.test('desk.neverRead'))).toBe(false);
});

test('Kazakh keeps its own letters', () => {
  const letters = new Set([...flatten(kk).values()].join('').toLowerCase());
  // Without һ, which few words of an office have.
  expect([...'әғқңөұүі'].filter((letter) => !letters.has(letter))).toEqual([]);
});
