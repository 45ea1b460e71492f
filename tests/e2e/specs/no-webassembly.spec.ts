/** A browser whose administrator forbids it to compile code has no WebAssembly: the decoder written in script takes over. */
import { beginWork } from '../drivers/begin-work.ts';
import { Citizens } from '../drivers/citizen.ts';
import { expect, test } from '../fixtures.ts';
import { filmScene } from '../film/grey-scene.ts';
import { resetDesk } from '../shells/reset-desk.ts';
import { openDesk } from '../shells/running-desk.ts';

test('a code is read from the camera all the same', async ({ shell }) => {
  const running = await openDesk(shell, { webAssembly: 'none' });
  try {
    await resetDesk(running);
    const { page, film, stand } = running;
    const citizens = new Citizens(stand);
    expect(await page.evaluate(() => typeof WebAssembly)).toBe('undefined');
    const desk = await beginWork(page);
    await desk.chooseCamera(/camera\.y4m/);
    await expect(desk.cameraSays('filming')).toBeVisible();
    film.show(filmScene([citizens.openAccess(citizens.case('plain-good')).qr]));
    await expect(desk.verdict('valid')).toBeVisible();
    citizens.closeAll();
  } finally {
    await running.close();
  }
});
