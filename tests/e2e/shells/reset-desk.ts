/** Brings a desk that served another test back to where a shift begins. */
import type { PreferencesChange } from '../../../shared/domain/desk/app-state.ts';
import type { WindowHost } from '../../../shared/ipc/wire.ts';
import { filmScene } from '../film/grey-scene.ts';
import type { RunningDesk } from './running-desk.ts';

const START: PreferencesChange = { language: 'ru', theme: 'light', cameraId: null, cameraOn: false, sound: false, handheld: null };

export async function resetDesk({ page, stand, film }: RunningDesk, remembered: PreferencesChange = {}): Promise<void> {
  await stand.control.reset();
  film.show(filmScene([]));
  await page.evaluate(async (preferences) => {
    const { host } = globalThis as unknown as { host: WindowHost };
    const replies = [await host.call('operator.signOut', null), await host.call('settings.changePreferences', preferences)];
    if (!replies.every((reply) => reply.ok)) throw new Error('the desk could not be brought back to its beginning');
  }, { ...START, ...remembered });
  await page.reload();
}
