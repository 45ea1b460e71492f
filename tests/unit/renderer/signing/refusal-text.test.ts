/** What keeps a key from opening is told for what it is, each with its own words in each language; a fault on the way is no refusal of the key. */
import { beforeAll, describe, expect, test } from 'vitest';
import { startI18n, textsOf } from '../../../../renderer/i18n/index.ts';
import { refusalText } from '../../../../renderer/screens/signing/refusal-text.ts';
import { LANGUAGES } from '../../../../shared/domain/localized.ts';
import { OpenKeysRefusal } from '../../../../shared/domain/signing/signing-keys.ts';
import type { Fault } from '../../../../shared/ipc/wire.ts';

const FAULTS: readonly Fault[] = [
  { code: 'internal', ref: 'K7Q2' },
  { code: 'unknown-call' },
  { code: 'malformed-input' },
  { code: 'caller-refused' },
  { code: 'not-permitted', reason: 'locked' },
  { code: 'not-permitted', reason: 'journal-unwritable' },
];

beforeAll(() => startI18n('kk'));

describe.each(LANGUAGES)('in %s', (language) => {
  const t = textsOf(language);

  test('every refusal and every fault has words of its own', () => {
    const refusals = OpenKeysRefusal.options.map((refused) => refusalText({ refused }, t));
    const words = [...refusals, ...FAULTS.map((fault) => refusalText({ fault }, t))];
    expect(new Set(words).size).toBe(words.length);
    expect(words.filter((text) => /signing\.|app\.fault|\{\{/.test(text))).toEqual([]);
    // What happened, and what to do now.
    expect(refusals.filter((text) => (text.match(/[.;:,]/g) ?? []).length < 2)).toEqual([]);
  });

  test('an internal fault names its reference', () => expect(refusalText({ fault: FAULTS[0]! }, t)).toContain('K7Q2'));
});
