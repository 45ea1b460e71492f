/** What goes wrong at a counter: no camera, a wrong clock, a damaged journal, a second instance, a stand that dies half-way or for good. */
import { beginWork } from '../drivers/begin-work.ts';
import { Citizens } from '../drivers/citizen.ts';
import { scanWithHandheld } from '../drivers/scanner-keyboard.ts';
import { expect, test } from '../fixtures.ts';
import { JournalScreenObject } from '../screens/journal-screen.ts';
import { pattern } from '../screens/words.ts';
import { openSecondChromium } from '../shells/chromium-desk.ts';
import { resetDesk } from '../shells/reset-desk.ts';
import { openDesk } from '../shells/running-desk.ts';

test('an answer that breaks off half-way is no verdict on the document, and the next check works', async ({ work, citizens, stand, desk: { page } }) => {
  const desk = await work();
  await stand.control.change({ answers: { documents: 'dies-half-way' } });
  const access = citizens.openAccess(citizens.case('plain-good'));
  await scanWithHandheld(page, access.qr);
  await expect(desk.verdict('cannot-determine')).toBeVisible();
  await stand.control.reset();
  await scanWithHandheld(page, citizens.openAccess(citizens.case('plain-good')).qr);
  await expect(desk.verdict('valid')).toBeVisible();
});

test('by a clock more than five minutes off nothing is judged, and by a right one it is again', async ({ work, citizens, stand, desk: { page } }) => {
  const desk = await work();
  const person = citizens.case('plain-good');
  await stand.control.change({ clockSkewMs: 6 * 60_000 });
  await scanWithHandheld(page, citizens.openAccess(person).qr);
  await expect(desk.verdict('cannot-determine')).toBeVisible();
  await expect(desk.headline('clock-skewed')).toBeVisible();
  await expect(desk.photo).toBeHidden();
  await expect(page.getByText(pattern(desk.words.app.health.clockRefuse))).toBeVisible();

  await stand.control.reset();
  await scanWithHandheld(page, citizens.openAccess(person).qr);
  await expect(desk.verdict('valid')).toBeVisible();
  await expect(page.getByText(pattern(desk.words.app.health.clockRefuse))).toBeHidden();
});

test('a second instance on the same data is told that the first one works', async ({ shell, desk: { dataDirectory, page }, work }) => {
  test.skip(shell === 'electron', 'Electron ends the second process before it has a window; its wiring test proves that');
  const desk = await work();
  expect(await openSecondChromium(dataDirectory)).toMatchObject({ ok: false });
  await page.keyboard.press('F6');
  await expect(new JournalScreenObject(page, desk.words).newest('signed-in')).toBeVisible();
});

test('a damaged journal, no remembered camera, and a stand that goes away for good', async ({ shell }) => {
  const running = await openDesk(shell, { camera: 'none', journal: 'damaged' });
  try {
    await resetDesk(running, { cameraOn: true, cameraId: 'unplugged' });
    const { page, stand } = running;
    const desk = await beginWork(page);
    await expect(page.getByText(pattern(desk.words.app.health.journalRestarted))).toBeVisible();
    await expect(desk.cameraSays('none')).toBeVisible();
    await desk.chooseCamera(desk.words.scanner.training);
    await expect(desk.cameraSays('noPhone')).toBeVisible();
    await desk.turnCameraOff();

    const access = new Citizens(stand).openAccess(new Citizens(stand).case('plain-good'));
    await stand.close();
    await scanWithHandheld(page, access.qr);
    await expect(desk.verdict('cannot-determine')).toBeVisible();
    await expect(desk.headline('service-unreachable')).toBeVisible();
  } finally {
    await running.close();
  }
});
