/** What goes wrong at a counter: no camera, a second instance, a stand that dies half-way or for good. */
import { lockInstance } from '../../../electron/adapters/single-instance-lock.ts';
import { scanWithHandheld } from '../drivers/scanner-keyboard.ts';
import { expect, OPERATORS, test } from '../fixtures.ts';
import { purposeTitle } from '../drivers/purposes.ts';
import { DeskScreenObject } from '../screens/desk-screen.ts';
import { PurposeScreenObject } from '../screens/purpose-screen.ts';
import { SignInScreenObject } from '../screens/sign-in-screen.ts';
import { WORDS } from '../screens/words.ts';
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

test('a second instance on the same data is refused while the first one works', async ({ desk: { dataDirectory } }) => {
  const second = lockInstance(dataDirectory);
  expect(second.ok).toBe(false);
});

test('a machine without a camera, and a stand that goes away for good', async ({ shell }) => {
  const running = await openDesk(shell, { camera: 'none' });
  try {
    await resetDesk(running);
    const { page, stand } = running;
    await new SignInScreenObject(page, WORDS.ru).signInAs(OPERATORS.tson);
    await new PurposeScreenObject(page, WORDS.ru).choose(purposeTitle('state-service', 'ru'));
    const desk = new DeskScreenObject(page);
    await desk.turnCameraOn();
    await expect(desk.cameraSays('noPhone')).toBeVisible();

    const person = stand.control.population.people.find(({ trainingCase }) => trainingCase?.code === 'plain-good')!;
    const opened = stand.control.citizen.open(person.iin, { documentType: 'identity_card' });
    if (!opened.ok) throw new Error(opened.failure);
    await stand.close();
    await expect(desk.cameraSays('unreachable')).toBeVisible();
    await scanWithHandheld(page, opened.value.qr);
    await expect(desk.verdict('cannot-determine')).toBeVisible();
    await expect(desk.headline('service-unreachable')).toBeVisible();
  } finally {
    await running.close();
  }
});
