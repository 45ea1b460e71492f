/** A browser whose administrator forbids it to compile code has no WebAssembly: the decoder written in script takes over. */
import { Citizens } from '../drivers/citizen.ts';
import { OPERATOR_NAMES } from '../drivers/operators.ts';
import { purposeTitle } from '../drivers/purposes.ts';
import { expect, test } from '../fixtures.ts';
import { filmScene } from '../film/grey-scene.ts';
import { DeskScreenObject } from '../screens/desk-screen.ts';
import { PurposeScreenObject } from '../screens/purpose-screen.ts';
import { SignInScreenObject } from '../screens/sign-in-screen.ts';
import { WORDS } from '../screens/words.ts';
import { resetDesk } from '../shells/reset-desk.ts';
import { openDesk } from '../shells/running-desk.ts';

test('a code is read from the camera all the same', async ({ shell }) => {
  const running = await openDesk(shell, { webAssembly: 'none' });
  try {
    await resetDesk(running);
    const { page, film, stand } = running;
    const citizens = new Citizens(stand);
    expect(await page.evaluate(() => typeof WebAssembly)).toBe('undefined');
    await new SignInScreenObject(page, WORDS.ru).signInAs(OPERATOR_NAMES.tson);
    await new PurposeScreenObject(page, WORDS.ru).choose(purposeTitle('state-service', 'ru'));
    const desk = new DeskScreenObject(page);
    await desk.ready.waitFor();
    await desk.chooseCamera(/camera\.y4m/);
    await expect(desk.cameraSays('filming')).toBeVisible();
    film.show(filmScene([citizens.openAccess(citizens.case('plain-good')).qr]));
    await expect(desk.verdict('valid')).toBeVisible();
    citizens.closeAll();
  } finally {
    await running.close();
  }
});
