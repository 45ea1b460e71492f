/** A lock clears everything at once, and only the same operator goes on. */
import { beginScan, scanWithHandheld } from '../drivers/scanner-keyboard.ts';
import { OPERATOR_NAMES } from '../drivers/operators.ts';
import { expect, test } from '../fixtures.ts';
import { LockScreenObject } from '../screens/lock-screen.ts';

test('nothing of the citizen stays: not on screen, not in the page, not after the unlock', async ({ work, citizens, desk: { page } }) => {
  const desk = await work();
  const person = citizens.case('plain-good');
  await scanWithHandheld(page, citizens.openAccess(person).qr);
  await expect(desk.photo).toBeVisible();
  await expect(desk.document).toContainText(person.surname);

  await page.keyboard.press('Control+l');
  const lock = new LockScreenObject(page, desk.words);
  await expect(lock.title).toBeVisible();
  const left = await page.content();
  expect(left).not.toContain(person.surname);
  expect(left).not.toContain(person.iin);

  await lock.unlock();
  await expect(desk.ready).toBeVisible();
  await expect(desk.document).toBeHidden();
});

test('a locked desk takes no scan, and shows whose it is', async ({ work, citizens, stand, desk: { page } }) => {
  const desk = await work();
  const person = citizens.case('plain-good');
  const before = stand.control.viewsOf(person.iin).length;
  await desk.lock();
  const lock = new LockScreenObject(page, desk.words);
  await expect(lock.title).toBeVisible();
  await expect(page.getByText(OPERATOR_NAMES.tson).first()).toBeVisible();
  await scanWithHandheld(page, citizens.openAccess(person).qr);
  await lock.title.waitFor();
  await page.getByRole('button', { name: desk.words.app.lock.signOut }).waitFor();
  expect(stand.control.viewsOf(person.iin)).toHaveLength(before);
});

test('a scan that a lock or an unlock cuts in two is nobody’s, and presses nothing', async ({ work, citizens, stand, desk: { page } }) => {
  const desk = await work();
  const person = citizens.case('plain-good');
  const before = stand.control.viewsOf(person.iin).length;
  const lock = new LockScreenObject(page, desk.words);
  for (const cutAt of [9, -2]) {
    const { qr } = citizens.openAccess(person);
    const locked = await beginScan(page);
    await locked.type(qr.slice(0, cutAt));
    await desk.lock();
    await expect(lock.title).toBeVisible();
    await locked.type(qr.slice(cutAt));
    await locked.end();
    await expect(lock.title).toBeVisible();

    const unlocked = await beginScan(page);
    await unlocked.type(qr.slice(0, cutAt));
    await lock.unlock();
    await expect(desk.ready).toBeVisible();
    await unlocked.type(qr.slice(cutAt));
    await unlocked.end();
    await expect(desk.ready).toBeVisible();
  }
  await expect(desk.codeField).toHaveValue('');
  expect(stand.control.viewsOf(person.iin)).toHaveLength(before);
  await scanWithHandheld(page, citizens.openAccess(person).qr);
  await expect(desk.verdict('valid')).toBeVisible();
});

test('the camera is let go with the lock', async ({ work, desk: { page } }) => {
  const desk = await work();
  await desk.chooseCamera(/camera\.y4m/);
  await expect(desk.cameraSays('filming')).toBeVisible();
  await desk.lock();
  const lock = new LockScreenObject(page, desk.words);
  await expect(lock.title).toBeVisible();
  await expect(page.locator('video')).toHaveCount(0);
  await lock.unlock();
  await expect(desk.cameraSays('filming')).toBeVisible();
});
