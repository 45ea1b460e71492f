/** The whole service without a mouse: sign-in, purpose, code, face, journal, lock. */
import { expect, test } from '../fixtures.ts';
import { DeskScreenObject } from '../screens/desk-screen.ts';
import { JournalScreenObject } from '../screens/journal-screen.ts';
import { LockScreenObject } from '../screens/lock-screen.ts';
import { PurposeScreenObject } from '../screens/purpose-screen.ts';
import { SignInScreenObject } from '../screens/sign-in-screen.ts';
import { WORDS } from '../screens/words.ts';

test('from sign-in to lock by keys alone', async ({ desk: { page }, citizens }) => {
  const words = WORDS.ru;
  const press = (...keys: string[]) => keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
  const person = citizens.case('plain-good');
  const { code } = citizens.openAccess(person);

  await expect(new SignInScreenObject(page, words).title).toBeVisible();
  await press('Enter');
  await expect(page.getByRole('banner')).toBeVisible();
  await press('F4');
  await expect(new PurposeScreenObject(page, words).title).toBeVisible();
  await press('2');
  const desk = new DeskScreenObject(page);
  await expect(desk.ready).toBeVisible();

  await page.keyboard.type(person.iin + code, { delay: 60 });
  await expect(desk.verdict('valid')).toBeVisible();
  await expect(page.getByRole('button', { name: words.verdict.face.same })).toBeEnabled();
  await press('F9');
  await expect(desk.answer.getByText(words.verdict.face.attested)).toBeVisible();
  await press('Escape');
  await expect(desk.ready).toBeVisible();

  await press('F6');
  await expect(new JournalScreenObject(page, words).newest('face-attested')).toBeVisible();
  await press('F1');
  await expect(page.getByRole('dialog', { name: words.help.title })).toBeVisible();
  await press('Escape', 'F5');
  await expect(desk.ready).toBeVisible();
  await press('Control+l');
  await expect(new LockScreenObject(page, words).title).toBeVisible();
  await press('Enter');
  await expect(desk.ready).toBeVisible();
});

test('a face is refused with a coded reason by keys alone', async ({ work, citizens, desk: { page } }) => {
  const desk = await work();
  const person = citizens.case('plain-good');
  await desk.typeCode(citizens.openAccess(person).code, person.iin);
  await expect(desk.verdict('valid')).toBeVisible();
  await expect(desk.answer).toBeVisible();
  await page.keyboard.press('F10');
  const reasons = page.getByRole('dialog', { name: desk.words.verdict.face.why });
  await expect(reasons).toBeVisible();
  await page.keyboard.press('4');
  // The reason stands on its key too: only without the dialog is it the answer.
  await expect(reasons).toBeHidden();
  await expect(page.getByText(desk.words.verdict.face.reason['under-dictation'])).toBeVisible();
  await page.keyboard.press('F6');
  await expect(new JournalScreenObject(page, desk.words).newest('face-refused')).toContainText(
    desk.words.verdict.face.reason['under-dictation'],
  );
});

test('under the key map no key decides about what it hides, and the lock still locks', async ({ work, citizens, desk: { page } }) => {
  const desk = await work();
  const person = citizens.case('plain-good');
  const map = page.getByRole('dialog', { name: desk.words.help.title });
  await desk.typeCode(citizens.openAccess(person).code, person.iin);
  await expect(page.getByRole('button', { name: desk.words.verdict.face.same })).toBeEnabled();
  for (const key of ['F9', 'F10', 'F3']) {
    await page.keyboard.press('F1');
    await expect(map).toBeVisible();
    await page.keyboard.press(key);
    await page.keyboard.press('Escape');
    // A second dialog, or a word about the face, would have come with the key.
    await expect(page.getByRole('dialog')).toBeHidden();
  }
  const attested = desk.answer.getByText(desk.words.verdict.face.attested);
  await expect(page.getByRole('button', { name: desk.words.verdict.face.same })).toBeEnabled();
  await expect(attested).toBeHidden();
  await page.keyboard.press('F9');
  await expect(attested).toBeVisible();

  await page.keyboard.press('F1');
  await expect(map).toBeVisible();
  await page.keyboard.press('Control+l');
  await expect(new LockScreenObject(page, desk.words).title).toBeVisible();
  await expect(map).toBeHidden();
});
