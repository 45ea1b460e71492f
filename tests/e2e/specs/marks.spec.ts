/** Every view leaves a mark in both cabinets: at once, or when the service is back; a waiting one is counted on screen. */
import { scanWithHandheld } from '../drivers/scanner-keyboard.ts';
import { expect, test } from '../fixtures.ts';
import { JournalScreenObject } from '../screens/journal-screen.ts';
import { PhoneScreenObject } from '../screens/phone-screen.ts';
import { purposeTitle } from '../drivers/purposes.ts';

test('the citizen sees who looked, for what purpose, and the journal has the receipt', async ({ work, citizens, stand, desk: { page, openPhone } }) => {
  const desk = await work();
  const person = citizens.case('plain-good');
  await scanWithHandheld(page, citizens.openAccess(person).qr);
  await expect(desk.verdict('valid')).toBeVisible();
  await expect(desk.mark).toHaveClass(/mark-delivered/);

  const phone = new PhoneScreenObject(await openPhone(), stand.url);
  await phone.readViews(person.iin);
  await expect(phone.views.first()).toContainText(purposeTitle('state-service', 'ru'));

  await desk.openJournal();
  const journal = new JournalScreenObject(page, desk.words);
  await expect(journal.newest('checked')).toContainText(desk.words.journal.marks.delivered);
  await expect(journal.table).not.toContainText(person.iin);
  await expect(journal.table).not.toContainText(person.surname);
});

test('while the cabinets are away the mark waits and is counted, then it is delivered once', async ({ work, citizens, stand, desk: { page } }) => {
  const desk = await work();
  const person = citizens.case('plain-good');
  const before = stand.control.viewsOf(person.iin).length;
  await stand.control.change({ outage: ['cabinets'] });
  await scanWithHandheld(page, citizens.openAccess(person).qr);
  await expect(desk.verdict('valid')).toBeVisible();
  await expect(desk.mark).toHaveClass(/mark-waiting/);
  await expect(desk.marksWaiting).toBeVisible();
  expect(stand.control.viewsOf(person.iin)).toHaveLength(before);

  await stand.control.change({ outage: [] });
  await desk.openJournal();
  const journal = new JournalScreenObject(page, desk.words);
  await expect(journal.newest('checked')).toContainText(desk.words.journal.marks.waiting);
  await journal.deliverNow();
  await expect(journal.newest('checked')).toContainText(desk.words.journal.marks.delivered);
  await expect(desk.marksWaiting).toBeHidden();
  expect(stand.control.viewsOf(person.iin)).toHaveLength(before + 1);
});

test('the supervisor proves the journal whole', async ({ work, desk: { page } }) => {
  const desk = await work({ operator: 'supervisor', purpose: 'identify-at-counter' });
  await desk.openJournal();
  await new JournalScreenObject(page, desk.words).verify();
  await expect(page.getByText(/Журнал цел/)).toBeVisible();
});
