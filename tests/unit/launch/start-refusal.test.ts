/** What a person is told where no desk opens, in the three languages. */
import { describe, expect, it } from 'vitest';
import type { TrustPin } from '../../../shared/domain/trust/trust-pin.ts';
import { LANGUAGES } from '../../../shared/domain/localized.ts';
import { languageOfConsole, languageOfLocale } from '../../../electron/workstation/start-language.ts';
import { describeStartRefusal, type StartRefusal } from '../../../electron/workstation/start-refusal.ts';
import { describeConnectionFault } from '../../../electron/workstation/read-connection.ts';

const pin = { name: 'GOST CA', generation: '2022', environment: 'test', role: 'issuer', sha256: 'ab', address: null } as unknown as TrustPin;
/** With what each sentence must name, whatever its language. */
const REFUSALS: [StartRefusal, string][] = [
  [{ code: 'already-running', pid: 4711 }, '4711'],
  [{ code: 'other-environment', directory: '/data/desk', begun: 'unknown', wanted: 'training' }, '/data/desk'],
  [{ code: 'anchors-missing', environment: 'production' }, 'tekser trust import FILE --environment production'],
  [{ code: 'anchor-not-pinned', environment: 'production', certificate: 'c0ffee' }, 'c0ffee'],
  [{ code: 'anchor-of-other-environment', environment: 'production', certificate: 'c0ffee', pin }, '“GOST CA” (2022)'],
  [{ code: 'anchor-not-root', environment: 'test', certificate: 'c0ffee', pin }, 'trust.intermediates'],
];

describe.each(REFUSALS)('$code', (refusal, named) => {
  const sentences = LANGUAGES.map((language) => describeStartRefusal(refusal, language));

  it('names what it is about, in a sentence of each language', () => {
    for (const sentence of sentences) expect(sentence).toContain(named);
    expect(new Set(sentences).size).toBe(LANGUAGES.length);
    expect(sentences.join('')).not.toMatch(/undefined|null/);
  });
});

it('a stand that poses as another authority is sent back to the stand', () => {
  const refusal = { code: 'anchor-of-other-environment', environment: 'training', certificate: 'c0ffee', pin } as const;
  expect(describeStartRefusal(refusal, 'en')).toContain('from the stand');
  expect(describeStartRefusal({ ...refusal, environment: 'production' }, 'en')).toContain('official addresses');
});

it('a connection that cannot be read is named, with why', () => {
  const fault = { code: 'insecure', source: 'http://host/', detail: 'http' } as const;
  expect(LANGUAGES.map((language) => describeConnectionFault(fault, language))).toEqual([
    'http://host/ TLS-сіз осы компьютерден тыс мекенжайға апарады. https қолданыңыз. (http)',
    'http://host/ ведёт за пределы этого компьютера без TLS. Используйте https. (http)',
    'http://host/ is an address without TLS outside this machine. Use https. (http)',
  ]);
});

it.each([
  ['kk-KZ', 'kk'],
  ['ru_RU.UTF-8', 'ru'],
  ['de-DE', 'en'],
  ['C', 'en'],
  ['', 'en'],
])('the locale %s speaks %s', (locale, language) => {
  expect(languageOfLocale(locale)).toBe(language);
});

it('a console speaks by LC_ALL before LC_MESSAGES before LANG', () => {
  expect(languageOfConsole({ LC_ALL: 'kk_KZ', LC_MESSAGES: 'ru_RU', LANG: 'en_US' })).toBe('kk');
  expect(languageOfConsole({ LC_ALL: '', LC_MESSAGES: 'ru_RU', LANG: 'kk_KZ' })).toBe('ru');
  expect(languageOfConsole({ LANG: 'kk_KZ.UTF-8' })).toBe('kk');
  expect(languageOfConsole({})).toBe('en');
});
