/** Every code can be explained in every language, briefly, and never by asking for a secret. */
import { describe, expect, it } from 'vitest';
import { Language } from '../../../shared/domain/localized.ts';
import { ReasonCode } from '../../../shared/domain/reason-code.ts';
import { REASON_TEXTS } from '../../../shared/domain/reason-texts/index.ts';
import { hasKazakhLetters } from '../spelling.ts';

const PARTS = ['title', 'reason', 'next'] as const;
const LONGEST = { title: 48, reason: 130, next: 130 };

const everyText = Language.options.flatMap((language) =>
  ReasonCode.options.flatMap((code) => PARTS.map((part) => ({ language, code, part, text: REASON_TEXTS[language][code][part] }))),
);

it('there are no texts of codes that do not exist', () => {
  for (const language of Language.options) expect(Object.keys(REASON_TEXTS[language]).toSorted()).toEqual(ReasonCode.options.toSorted());
});

describe.each(Language.options)('texts in %s', (language) => {
  const texts = everyText.filter((entry) => entry.language === language);

  it('fit the screen', () => {
    expect(texts.filter(({ part, text }) => text.length === 0 || text.length > LONGEST[part])).toEqual([]);
  });

  it('are one sentence each, and titles are no sentence', () => {
    expect(texts.filter(({ part, text }) => text !== text.trim() || (part === 'title') === text.endsWith('.'))).toEqual([]);
  });

  it('have a title of their own for every code', () => {
    const titles = ReasonCode.options.map((code) => REASON_TEXTS[language][code].title);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });
});

it('no text is left in another language', () => {
  for (const code of ReasonCode.options) {
    for (const part of PARTS) expect(new Set(Language.options.map((language) => REASON_TEXTS[language][code][part])).size).toBe(3);
  }
  expect(everyText.filter(({ language, text }) => language !== 'kk' && hasKazakhLetters(text))).toEqual([]);
  expect(everyText.filter(({ language, part, text }) => language === 'kk' && part !== 'title' && !hasKazakhLetters(text))).toEqual([]);
});

it('a failing service is never laid at the citizen’s door', () => {
  for (const code of ['service-unreachable', 'service-timeout', 'service-error'] as const) {
    const { reason, next } = REASON_TEXTS.ru[code];
    expect(`${reason} ${next}`).toMatch(/гражданин/);
    expect(REASON_TEXTS.en[code].reason).toMatch(/citizen/);
    expect(REASON_TEXTS.kk[code].reason).toMatch(/азамат/);
  }
});

it('mistakes of the register are referred to those who can mend them', () => {
  expect(REASON_TEXTS.ru['registry-may-be-wrong'].next).toMatch(/РАГС.*юстиции/);
  expect(REASON_TEXTS.kk['registry-may-be-wrong'].next).toMatch(/АХАТ.*әділет/);
  expect(REASON_TEXTS.en['registry-may-be-wrong'].next).toMatch(/registrar.*justice/);
});
