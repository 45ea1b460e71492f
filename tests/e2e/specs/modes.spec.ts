/** Online and offline as the operator sees them: on every screen, by itself, and back again. */
import { REASON_TEXTS } from '../../../shared/domain/reason-texts/index.ts';
import { scanWithHandheld } from '../drivers/scanner-keyboard.ts';
import { expect, test } from '../fixtures.ts';
import { JournalScreenObject } from '../screens/journal-screen.ts';

test('a desk whose service is silent says so on every screen, opens nothing, and goes on by itself when it is back', async ({ work, citizens, stand, desk: { page } }) => {
  const desk = await work();
  const { mode, journal: words } = { mode: desk.words.app.mode, journal: desk.words.journal };
  const offline = page.getByText(mode.offline.split(' {{')[0]!);
  await expect(page.getByText(mode.online)).toBeVisible();

  await stand.control.change({ outage: ['documents', 'collector'] });
  const person = citizens.case('plain-good');
  await scanWithHandheld(page, citizens.openAccess(person).qr);
  await expect(desk.verdict('cannot-determine')).toBeVisible();
  await expect(offline).toBeVisible();
  await expect(page.getByText(mode.offlineText)).toBeVisible();

  await desk.openJournal();
  await expect(offline).toBeVisible();
  const journal = new JournalScreenObject(page, desk.words);
  await expect(journal.newest('checked')).toContainText(REASON_TEXTS.ru['service-unreachable'].title);
  await expect(page.getByText(words.copies.waiting.split(':')[0]!)).toBeVisible();
  await page.keyboard.press('Control+l');
  await expect(offline).toBeVisible();

  await stand.control.change({ outage: [] });
  await expect(page.getByText(mode.online)).toBeVisible();
});
