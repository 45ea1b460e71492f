/** Which rules and choices a desk works by. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createSettings } from '../../../electron/core/settings/index.ts';
import type { PreferencesStore } from '../../../electron/ports/preferences-store.ts';
import { inMemoryPreferences } from '../../fakes/in-memory/in-memory-registries.ts';
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
  const chosen = { theme: 'dark', language: 'kk' } as const;
  expect(await settings.changePreferences(chosen)).toMatchObject(chosen);
  await settings.rememberPurpose('payment');
  expect(await store.read()).toMatchObject({ ...chosen, lastPurpose: 'payment' });
  await settings.changePreferences({ theme: 'light' });
  expect(await store.read()).toMatchObject({ language: 'kk', theme: 'light', lastPurpose: 'payment' });
});

test('choices made together are all kept, whatever the disk takes its time for', async () => {
  const kept = inMemoryPreferences();
  const delays = [30, 0, 10];
  const store: PreferencesStore = {
    read: async () => {
      const read = await kept.read();
      await sleep(delays.shift() ?? 0);
      return read;
    },
    write: (preferences) => kept.write(preferences),
  };
  const settings = createSettings({ purposes: PURPOSES, templates: [] }, store);
  const answers = await Promise.all([
    settings.changePreferences({ cameraOn: false }),
    settings.changePreferences({ language: 'kk' }),
    settings.rememberPurpose('payment'),
  ]);
  expect(answers[1]).toMatchObject({ cameraOn: false, language: 'kk' });
  expect(await kept.read()).toMatchObject({ cameraOn: false, language: 'kk', lastPurpose: 'payment' });
});

test('a choice that could not be written does not stop the next one', async () => {
  const kept = inMemoryPreferences();
  let full = true;
  const write: PreferencesStore['write'] = (preferences) => (full ? Promise.reject(new Error('ENOSPC')) : kept.write(preferences));
  const settings = createSettings({ purposes: PURPOSES, templates: [] }, { read: kept.read, write });
  await expect(settings.changePreferences({ theme: 'dark' })).rejects.toThrow('ENOSPC');
  full = false;
  expect(await settings.changePreferences({ language: 'kk' })).toMatchObject({ theme: 'system', language: 'kk' });
});

test('every profile has purposes, and only its own', () => {
  const settings = createSettings({ purposes: PURPOSES, templates: [] }, inMemoryPreferences());
  for (const profile of ['tson', 'bank', 'supervisor'] as const) {
    const purposes = settings.purposesFor(profile);
    expect(purposes.length).toBeGreaterThan(0);
    expect(purposes.filter(({ profiles }) => !profiles.includes(profile))).toEqual([]);
  }
});
