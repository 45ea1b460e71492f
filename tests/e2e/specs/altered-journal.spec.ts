/** A journal somebody changed: the desk stops, and only a supervisor who signs in leads out of the stop. */
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { beginWork } from '../drivers/begin-work.ts';
import { OPERATOR_NAMES } from '../drivers/operators.ts';
import { expect, test } from '../fixtures.ts';
import { JournalScreenObject } from '../screens/journal-screen.ts';
import { SignInScreenObject } from '../screens/sign-in-screen.ts';
import { WORDS } from '../screens/words.ts';
import { resetDesk } from '../shells/reset-desk.ts';
import { openDesk } from '../shells/running-desk.ts';

test('an altered journal stops the desk; a supervisor signs in, decides, and work goes on', async ({ shell }) => {
  // What was set aside stays on the notices of a desk until it is started anew: not on the one all tests share.
  const running = await openDesk(shell, { camera: 'none' });
  try {
    await resetDesk(running);
    const { page, dataDirectory } = running;
    const desk = await beginWork(page, { operator: 'supervisor', purpose: 'identify-at-counter' });
    await desk.openJournal();
    const database = new SqliteDatabase(join(dataDirectory, 'journal.sqlite'));
    database.exec(`DROP TRIGGER entries_are_final; UPDATE entries SET kind = 'unlocked' WHERE sequence = 1`);
    database.close();
    const journal = new JournalScreenObject(page, desk.words);
    await journal.verify();
    await expect(page.getByText(desk.words.journal.stop.title)).toBeVisible();

    // Whoever comes next finds the desk stopped; only a supervisor gets past it.
    await page.evaluate(() => (window as unknown as { host: { call(name: string, input: null): Promise<unknown> } }).host.call('operator.signOut', null));
    await page.getByRole('button', { name: WORDS.ru.app.stop.callSupervisor }).click();
    await new SignInScreenObject(page, WORDS.ru).signInAs(OPERATOR_NAMES.tson);
    await expect(page.getByRole('alert').first()).toBeVisible();
    await new SignInScreenObject(page, WORDS.ru).signInAs(OPERATOR_NAMES.supervisor);
    await expect(page.getByText(desk.words.journal.stop.title)).toBeVisible();
    await page.getByRole('button', { name: desk.words.journal.stop.setAside }).click();
    await page.getByRole('button', { name: desk.words.journal.stop.agree }).click();
    await expect(page.getByText(desk.words.journal.stop.title)).toBeHidden();
    await desk.openJournal();
    await expect(journal.newest('journal-set-aside')).toBeVisible();
  } finally {
    await running.close();
  }
});
