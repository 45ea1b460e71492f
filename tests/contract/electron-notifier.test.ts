/** Reminders of keys through the operating system: in the language of the desk, and without a name. */
import { expect, test, vi } from 'vitest';
import { installed } from './electron-stub.ts';

vi.mock('electron', () => import('./electron-stub.ts'));
const { createElectronNotifier } = await import('../../electron/shell-electron/electron-notifier.ts');

test.each([
  ['kk', 'Қалған күн: 7.'],
  ['ru', 'Осталось дней: 7.'],
  ['en', 'Days left: 7.'],
] as const)('in %s', async (language, words) => {
  installed.notifications.length = 0;
  await createElectronNotifier(async () => language).keyEnding({ keyId: '00000000-0000-4000-8000-000000000000', daysLeft: 7 });
  expect(installed.notifications).toHaveLength(1);
  expect(installed.notifications[0]!.body).toContain(words);
});
