/** What a password of a key must be; every refusal beside the nearest password that is taken. */
import { expect, test } from 'vitest';
import { passwordFaults } from '../../../electron/core/keystore/lifecycle/password-policy.ts';
import common from '../../../resources/policy/common-passwords.json' with { type: 'json' };

const rules = { minLength: 8, commonWords: new Set(common.words) };
const faults = (password: string, ownerData?: string[]) => passwordFaults(password, rules, ownerData);

test.each([
  ['Bereket7', []],
  ['Berek-7', ['too-short']],
  ['bereket7', ['no-upper']],
  ['BEREKET7', ['no-lower']],
  ['Bereket-', ['no-digit']],
  ['Береке-т7', ['no-upper', 'no-lower']],
  ['Береке-tT7', []],
  [`Bereket7${'x'.repeat(24)}`, []],
  [`Bereket7${'x'.repeat(25)}`, ['too-long']],
  ['', ['too-short', 'no-upper', 'no-lower', 'no-digit']],
])('%s', (password, expected) => {
  expect(faults(password)).toEqual(expected);
});

test.each(['Qwerty12', 'Aa123456', 'Password1', 'P@ssw0rd', 'Tekser2026', 'Almaty2026!', '2026Kazakhstan', 'Nca-Layer123'])(
  '%s is what everybody guesses first, or nearly',
  (password) => {
    expect(faults(password)).toContain('common');
  },
);

test('the six characters of the NCA stay the floor under a lower policy', () => {
  expect(passwordFaults('Ber-7', { ...rules, minLength: 1 })).toEqual(['too-short']);
  expect(passwordFaults('Bere-7', { ...rules, minLength: 1 })).toEqual([]);
});

test('names and numbers of the owner are refused, short words are not', () => {
  expect(faults('Xx-Synaqova9', ['SYNAQOVA OMIR'])).toEqual(['owner-data']);
  expect(faults('Xx-850607400014', ['IIN850607400014'])).toEqual(['owner-data']);
  expect(faults('Xx-kz-bereket9', ['KZ'])).toEqual([]);
});
