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
])('%s', async (password, expected) => {
  expect(await faults(password)).toEqual(expected);
});

test.each([
  ['Qwerty12', 'Qwerhy12'],
  ['Aa123456', 'Axa123456z'],
  ['P@ssw0rd1', 'P@sxw0rd1'],
  ['Tekser2026', 'Teksher2026'],
  ['2026Kazakhstan', '2026Qazaghdala'],
  ['Nca-Layer123', 'Nca-Lawyer123'],
  // Алматы and Қазақстан, as their keys write them on a Latin keyboard.
  ['Fkvfns2026', 'Fkvfnx2026'],
  ['0Fpf0cnfy1', '0Fpf0cnqy1'],
  // Leaked as they are, or with something around them.
  ['1Qaz2Wsx', '1Qoz2Wsx'],
  ['1Qaz2wsx-2026', '1Qoz2wsx-2026'],
  ['Gfhjkm123', 'Gfhjklm123'],
  ['Vaz2107!', 'Vbz2107!q'],
  ['Dragon_19', 'Dragoon_19x'],
  ['Sun-Shine77', 'Sun-Shire77'],
  ['12Shuhrat', '12Shuhrqt'],
  ['Q1w2e3r4t5y6', 'Q1w2m3r4t5y6'],
])('%s is what is guessed first, or nearly; %s is taken', async (guessed, taken) => {
  expect(await faults(guessed)).toEqual(['common']);
  expect(await faults(taken)).toEqual([]);
});

test('letters of a leaked password scattered over a good one make it no worse', async () => {
  expect(await faults('D8#v2a$9R4y')).toEqual([]);
  expect(await faults('Kot-7-Tau-12')).toEqual([]);
});

test('the six characters of the NCA stay the floor under a lower policy', async () => {
  expect(await passwordFaults('Ber-7', { ...rules, minLength: 1 })).toEqual(['too-short']);
  expect(await passwordFaults('Bere-7', { ...rules, minLength: 1 })).toEqual([]);
});

test('names and numbers of the owner are refused, short words are not', async () => {
  expect(await faults('Xx-Synaqova9', ['SYNAQOVA OMIR'])).toEqual(['owner-data']);
  expect(await faults('Xx-850607400014', ['IIN850607400014'])).toEqual(['owner-data']);
  expect(await faults('Xx-kz-bereket9', ['KZ'])).toEqual([]);
});
