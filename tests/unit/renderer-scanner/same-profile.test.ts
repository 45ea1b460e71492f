/** A listener is exchanged, and the scan under way thrown away, only where a profile says something else. */
import { expect, test } from 'vitest';
import type { HandheldProfile } from '../../../shared/domain/scanning/handheld-profile.ts';
import { sameProfile } from '../../../renderer/features/handheld-scanner/wedge/same-profile.ts';

const PROFILE: HandheldProfile = { prefix: '*+', suffix: '', end: 'enter', gapMs: 6, swapsCase: false, keys: { Minus: 'ß', KeyY: 'z' } };
const { keys: _, ...UNTAUGHT } = PROFILE;

test('the same settings are the same, in whatever order they were kept', () => {
  expect(sameProfile(PROFILE, { ...PROFILE })).toBe(true);
  expect(sameProfile(PROFILE, { keys: { KeyY: 'z', Minus: 'ß' }, swapsCase: false, gapMs: 6, end: 'enter', suffix: '', prefix: '*+' })).toBe(true);
  expect(sameProfile(UNTAUGHT, { ...UNTAUGHT, keys: {} })).toBe(true);
  expect(sameProfile(null, null)).toBe(true);
});

test.each<[string, HandheldProfile | null]>([
  ['nothing', null],
  ['another prefix', { ...PROFILE, prefix: '' }],
  ['another suffix', { ...PROFILE, suffix: '*' }],
  ['another end', { ...PROFILE, end: 'tab' }],
  ['another pace', { ...PROFILE, gapMs: 12 }],
  ['the other case', { ...PROFILE, swapsCase: true }],
  ['another key', { ...PROFILE, keys: { KeyY: 'z' } }],
])('%s is another', (_name, other) => {
  expect(sameProfile(PROFILE, other)).toBe(false);
  expect(sameProfile(other, PROFILE)).toBe(false);
});
