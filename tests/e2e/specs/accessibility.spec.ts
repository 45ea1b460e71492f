/** Automated accessibility check: no serious finding on any screen, in the light and in the dark. */
import { expectNoSeriousFinding } from '../drivers/serious-findings.ts';
import { scanWithHandheld } from '../drivers/scanner-keyboard.ts';
import { expect, test } from '../fixtures.ts';
import { LockScreenObject } from '../screens/lock-screen.ts';
import { PhoneScreenObject } from '../screens/phone-screen.ts';
import { PurposeScreenObject } from '../screens/purpose-screen.ts';
import { SignInScreenObject } from '../screens/sign-in-screen.ts';
import { WORDS } from '../screens/words.ts';

for (const theme of ['light', 'dark'] as const) {
  test(`every screen of the desk, ${theme}`, async ({ desk: { page }, work, citizens }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await expect(new SignInScreenObject(page, WORDS.ru).title).toBeVisible();
    await expectNoSeriousFinding(page, 'sign-in');
    const desk = await work();
    if (theme === 'dark') {
      await desk.openSettings();
      await page.getByRole('radio', { name: desk.words.settings.themes.dark }).check({ force: true });
      await desk.backToDesk();
    }
    await expectNoSeriousFinding(page, 'desk, ready');

    for (const person of ['plain-good', 'card-expired', 'letters-damaged']) {
      await scanWithHandheld(page, citizens.openAccess(citizens.case(person)).qr);
      await expect(desk.answer).toBeVisible();
      await expectNoSeriousFinding(page, `answer for ${person}`);
    }
    await page.keyboard.press('Escape');
    await page.keyboard.press('F3');
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectNoSeriousFinding(page, 'consent');
    await page.keyboard.press('Escape');
    await desk.openJournal();
    await expectNoSeriousFinding(page, 'journal');
    await desk.openSettings();
    await expectNoSeriousFinding(page, 'settings');
    await page.keyboard.press('F1');
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectNoSeriousFinding(page, 'keys');
    await page.keyboard.press('Escape');
    await page.keyboard.press('F4');
    await expect(new PurposeScreenObject(page, desk.words).title).toBeVisible();
    await expectNoSeriousFinding(page, 'purpose');
    await page.keyboard.press('Control+l');
    await expect(new LockScreenObject(page, desk.words).title).toBeVisible();
    await expectNoSeriousFinding(page, 'lock');
  });
}

test('the citizen’s phone', async ({ desk: { openPhone }, stand, citizens }) => {
  const page = await openPhone();
  const person = citizens.case('plain-good');
  const phone = new PhoneScreenObject(page, stand.url);
  await phone.pickUp(person.iin);
  await expectNoSeriousFinding(page, 'documents');
  await phone.openFirstDocument();
  await expectNoSeriousFinding(page, 'access');
  // The training camera of the next test would film it.
  await phone.closeAccess();
  await phone.readMessages(person.iin);
  await expectNoSeriousFinding(page, 'messages');
  await phone.readViews(person.iin);
  await expectNoSeriousFinding(page, 'views');
});
