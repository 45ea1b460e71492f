/** Which rules and choices a desk works by. */
import { expect, test } from 'vitest';
import { createSettings } from '../../../electron/core/settings/index.ts';
import { inMemoryPreferences } from '../../fakes/in-memory-registries.ts';
import { IDENTITY_CARD, PURPOSES } from '../../fakes/synthetic-citizen.ts';

const newer = { ...IDENTITY_CARD, version: IDENTITY_CARD.version + 1 };

test.each([
  ['in order', [IDENTITY_CARD, newer]],
  ['out of order', [newer, IDENTITY_CARD]],
])('the latest version of a type counts, %s', (_how, templates) => {
  const settings = createSettings({ purposes: PURPOSES, templates }, inMemoryPreferences());
  expect(settings.templateOf('identity_card')).toBe(newer);
  expect(settings.templateOf('fishing_licence')).toBeNull();
  expect(settings.documentTypes()).toEqual([{ type: 'identity_card', title: newer.title, identity: true }]);
});

test('a purpose is remembered beside the other choices of the desk', async () => {
  const store = inMemoryPreferences();
  const settings = createSettings({ purposes: PURPOSES, templates: [] }, store);
  const chosen = { ...(await settings.preferences()), theme: 'dark', language: 'kk' } as const;
  expect(await settings.savePreferences(chosen)).toEqual(chosen);
  await settings.rememberPurpose('payment');
  expect(await store.read()).toEqual({ ...chosen, lastPurpose: 'payment' });
  await settings.savePreferences({ ...chosen, theme: 'light', lastPurpose: null });
  expect(await store.read()).toEqual({ ...chosen, theme: 'light', lastPurpose: 'payment' });
});

test('every profile has purposes, and only its own', () => {
  const settings = createSettings({ purposes: PURPOSES, templates: [] }, inMemoryPreferences());
  for (const profile of ['tson', 'bank', 'supervisor'] as const) {
    const purposes = settings.purposesFor(profile);
    expect(purposes.length).toBeGreaterThan(0);
    expect(purposes.filter(({ profiles }) => !profiles.includes(profile))).toEqual([]);
  }
});
