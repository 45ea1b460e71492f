/** What a supervisor finds in the journal: figures of days, one citizen's history, and files for an auditor. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { scanWithHandheld } from '../drivers/scanner-keyboard.ts';
import { expect, test } from '../fixtures.ts';
import { JournalScreenObject } from '../screens/journal-screen.ts';

test('one citizen is found by the ИИН alone, and the search itself is an entry', async ({ work, citizens, desk: { page } }) => {
  const desk = await work({ operator: 'supervisor', purpose: 'identify-at-counter' });
  const person = citizens.case('plain-good');
  await scanWithHandheld(page, citizens.openAccess(person).qr);
  await expect(desk.verdict('valid')).toBeVisible();
  await desk.openJournal();
  const journal = new JournalScreenObject(page, desk.words);
  await journal.open('citizen');
  await journal.findCitizen('000000000001');
  await expect(page.getByText(desk.words.journal.citizen.wrong)).toBeVisible();
  await journal.findCitizen(person.iin);
  await expect(journal.newest('checked')).toBeVisible();
  await expect(page.locator('main')).not.toContainText(person.iin);
  await journal.open('entries');
  await expect(journal.newest('history-read')).toBeVisible();
});

test('days are counted and given out as signed files', async ({ work, desk: { page } }) => {
  const desk = await work({ operator: 'supervisor', purpose: 'identify-at-counter' });
  await desk.openJournal();
  const journal = new JournalScreenObject(page, desk.words);
  await journal.open('reports');
  await page.getByRole('button', { name: desk.words.journal.report.show }).click();
  await expect(journal.newest('signed-in')).toBeVisible();
  await page.getByRole('button', { name: desk.words.journal.export.write }).click();
  const said = await page.locator('.journal-export-state').filter({ hasText: /journal-/ }).innerText();
  const folder = /\S*journal-\S+$/.exec(said)![0];
  for (const file of ['entries.jsonl', 'entries.csv', 'summary.pdf', 'statement.note']) expect(existsSync(join(folder, file))).toBe(true);
  await journal.open('safekeeping');
  await expect(page.getByText('tekser-stand/collector')).toBeVisible();
});

test('an operator is offered none of it', async ({ work, desk: { page } }) => {
  const desk = await work();
  await desk.openJournal();
  await expect(new JournalScreenObject(page, desk.words).table).toBeVisible();
  await expect(page.getByText(desk.words.journal.section.citizen)).toBeHidden();
});
