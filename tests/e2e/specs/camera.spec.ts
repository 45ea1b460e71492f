/** The camera films a real QR of the stand; what is wrong with a camera is said, and mended without a restart. */
import { cameraPlug } from '../drivers/camera-plug.ts';
import { countTones } from '../drivers/count-tones.ts';
import { scanWithHandheld } from '../drivers/scanner-keyboard.ts';
import { expect, test } from '../fixtures.ts';
import { filmScene, withStripes } from '../film/grey-scene.ts';
import { resetDesk } from '../shells/reset-desk.ts';

test('films the QR of the phone, and the next one without a click', async ({ work, citizens, desk: { film } }) => {
  const desk = await work();
  await desk.chooseCamera(/camera\.y4m/);
  await expect(desk.cameraSays('filming')).toBeVisible();

  film.show(filmScene([citizens.openAccess(citizens.case('plain-good')).qr]));
  await expect(desk.verdict('valid')).toBeVisible();
  film.show(filmScene([citizens.openAccess(citizens.case('card-expired')).qr]));
  await expect(desk.headline('document-expired')).toBeVisible();
});

test('a dim screen, a few levels of grey apart, is read', async ({ work, citizens, desk: { film } }) => {
  const desk = await work();
  await desk.chooseCamera(/camera\.y4m/);
  await expect(desk.cameraSays('filming')).toBeVisible();
  film.show(filmScene([citizens.openAccess(citizens.case('plain-good')).qr], { screen: 84, ink: 62 }));
  await expect(desk.verdict('valid')).toBeVisible();
});

test('a code that is seen and cannot be read brings advice as a word, a sign and a sound', async ({ work, citizens, desk: running }) => {
  const { film, page } = running;
  await resetDesk(running, { sound: true });
  const desk = await work();
  const tones = await countTones(page);
  await desk.chooseCamera(/camera\.y4m/);
  await expect(desk.cameraSays('filming')).toBeVisible();
  const scene = filmScene([citizens.openAccess(citizens.case('plain-good')).qr]);
  film.show(withStripes(scene));
  const advice = desk.scanner.getByRole('status').filter({ hasText: desk.words.scanner.advice['hold-still'] });
  await expect(advice).toBeVisible();
  await expect(advice.locator('svg')).toBeVisible();
  await expect.poll(tones).toBeGreaterThan(0);
  film.show(scene);
  await expect(desk.verdict('valid')).toBeVisible();
  await expect(advice).toBeHidden();
});

test('two codes in view are told, and none is taken', async ({ work, citizens, desk: { film } }) => {
  const desk = await work();
  await desk.chooseCamera(/camera\.y4m/);
  const shown = citizens.openAccess(citizens.case('plain-good'));
  film.show(filmScene([shown.qr, citizens.openAccess(citizens.case('student')).qr]));
  await expect(desk.cameraSays('several')).toBeVisible();
  await expect(desk.ready).toBeVisible();
  film.show(filmScene([shown.qr]));
  await expect(desk.verdict('valid')).toBeVisible();
});

test('a code that stays in view is checked once, also after the answer was cleared, and again when asked for', async ({ work, citizens, stand, desk: { film, page } }) => {
  const desk = await work();
  await desk.chooseCamera(/camera\.y4m/);
  const person = citizens.case('plain-good');
  const before = stand.control.viewsOf(person.iin).length;
  film.show(filmScene([citizens.openAccess(person).qr]));
  await expect(desk.verdict('valid')).toBeVisible();
  await desk.clear();
  await expect(desk.ready).toBeVisible();
  await page.getByRole('button', { name: desk.words.scanner.again }).click();
  await expect(desk.verdict('valid')).toBeVisible();
  // A look nobody asked for would have come within a frame of the clearing, and be the third.
  expect(stand.control.viewsOf(person.iin).length - before).toBe(2);
});

test('the camera taken away while filming is told; the retry brings it back', async ({ work, desk: { context, page } }) => {
  const desk = await work();
  await desk.chooseCamera(/camera\.y4m/);
  await expect(desk.cameraSays('filming')).toBeVisible();
  await context.clearPermissions();
  await expect(desk.cameraSays('lost')).toBeVisible();
  const retry = page.getByRole('button', { name: desk.words.scanner.retry });
  await retry.click();
  await expect(desk.cameraSays('denied')).toBeVisible();
  await context.grantPermissions(['camera'], { origin: new URL(page.url()).origin });
  await retry.click();
  await expect(desk.cameraSays('filming')).toBeVisible();
});

test('a camera pulled out is told, without a dead end, and one plugged in again films by itself', async ({ work, citizens, desk: { page, film } }) => {
  const desk = await work();
  const plug = await cameraPlug(page);
  await desk.chooseCamera(/camera\.y4m/);
  await expect(desk.cameraSays('filming')).toBeVisible();
  await plug.pullOut();
  await expect(desk.cameraSays('lost')).toBeVisible();
  await page.getByRole('button', { name: desk.words.scanner.retry }).click();
  await expect(desk.cameraSays('none')).toBeVisible();
  await plug.plugIn();
  await expect(desk.cameraSays('filming')).toBeVisible();
  film.show(filmScene([citizens.openAccess(citizens.case('plain-good')).qr]));
  await expect(desk.verdict('valid')).toBeVisible();
});

test('the camera rests while a handheld scanner is in use, and films again when asked', async ({ work, citizens, desk: { page } }) => {
  const desk = await work();
  await desk.chooseCamera(/camera\.y4m/);
  await expect(desk.cameraSays('filming')).toBeVisible();
  await scanWithHandheld(page, citizens.openAccess(citizens.case('plain-good')).qr);
  await expect(desk.verdict('valid')).toBeVisible();
  await expect(desk.cameraSays('handheld')).toBeVisible();
  await expect(page.locator('video')).toHaveCount(0);
  await desk.turnCameraOn();
  await expect(desk.cameraSays('filming')).toBeVisible();
});

test('the chosen camera is remembered', async ({ work, desk: { page } }) => {
  const desk = await work();
  await desk.chooseCamera(/camera\.y4m/);
  await expect(desk.cameraSays('filming')).toBeVisible();
  await page.reload();
  await expect(desk.cameraSays('filming')).toBeVisible();
});

test('the training camera films the phone of the stand', async ({ work, citizens }) => {
  const desk = await work();
  await desk.turnCameraOn();
  await expect(desk.cameraSays('noPhone')).toBeVisible();
  citizens.openAccess(citizens.case('plain-good'));
  await expect(desk.verdict('valid')).toBeVisible();
});
