/** Values of options: accepted forms and their refused twins. */
import { describe, expect, it } from 'vitest';
import { iin, instant, language, pageSize, portNumber, seedNumber, shortCode } from '../../../electron/shell-terminal/arguments/argument-values.ts';
import { optionValue } from '../../../electron/shell-terminal/arguments/option-value.ts';
import { iinCheckDigit } from '../../../shared/domain/person/iin.ts';

const IIN = `90010135012${iinCheckDigit('90010135012')}`;

describe('values of options', () => {
  it.each([
    ['a port', portNumber, '65535', 65_535, '65536'],
    ['the port that is chosen for us', portNumber, '0', 0, '-1'],
    ['a seed', seedNumber, '4294967295', 4_294_967_295, '4294967296'],
    ['a seed in digits only', seedNumber, '10', 10, '1e1'],
    ['a page', pageSize, '200', 200, '201'],
    ['a page that holds something', pageSize, '1', 1, '0'],
    ['a moment', instant, '2026-11-22T10:00:00+05:00', '2026-11-22T10:00:00+05:00', '2026-11-22T10:00:00'],
    ['a moment of the calendar', instant, '2026-02-28T10:00:00Z', '2026-02-28T10:00:00Z', '2026-02-30T10:00:00Z'],
    ['a short code with spaces', shortCode, '012 345', '012345', '01234'],
    ['a short code of digits', shortCode, '123-456', '123456', '12345a'],
    ['an ИИН', iin, IIN, IIN, IIN.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10))],
    ['an ИИН with its leading zeros', iin, ` ${IIN} `, IIN, IIN.slice(1)],
  ])('%s', (_name, parse: (text: string) => unknown, good, value, bad) => {
    expect(parse(good)).toBe(value);
    expect(() => parse(bad)).toThrow(/-expected$/);
  });

  it('never repeat an ИИН in the refusal', () => {
    expect(() => iin(`${IIN}1`)).toThrow(expect.objectContaining({ subject: '' }) as Error);
  });
});

describe('the language', () => {
  it.each([
    ['the one asked for', 'kk', { LANG: 'ru_RU.UTF-8' }, 'kk'],
    ['LC_ALL before LANG', undefined, { LC_ALL: 'kk_KZ.UTF-8', LANG: 'ru_RU.UTF-8' }, 'kk'],
    ['an empty LC_ALL does not count', undefined, { LC_ALL: '', LANG: 'ru_RU.UTF-8' }, 'ru'],
    ['English where the surroundings speak another', undefined, { LANG: 'de_DE.UTF-8' }, 'en'],
    ['English where they say nothing', undefined, {}, 'en'],
  ])('is %s', (_name, asked, env, expected) => {
    expect(language(asked, env)).toBe(expected);
  });

  it('is not guessed when a wrong one is asked for', () => {
    expect(() => language('fr', { LANG: 'ru_RU.UTF-8' })).toThrow('language-expected');
  });
});

describe('optionValue', () => {
  it.each([
    ['separate', ['check', '--lang', 'ru'], 'ru'],
    ['joined', ['check', '--lang=ru'], 'ru'],
    ['missing', ['check'], undefined],
    ['without a value', ['check', '--lang'], undefined],
    ['behind the end of options', ['verify', '--', '--lang', 'ru'], undefined],
  ])('%s', (_name, args, expected) => {
    expect(optionValue(args, '--lang')).toBe(expected);
  });
});
