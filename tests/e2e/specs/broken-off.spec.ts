/** What cannot be done is told in words, and what nobody waits for any more is taken back. */
import type { AppPorts } from '../../../electron/core/app-ports.ts';
import { beginWork } from '../drivers/begin-work.ts';
import { Citizens } from '../drivers/citizen.ts';
import { expect, test } from '../fixtures.ts';
import { JournalScreenObject } from '../screens/journal-screen.ts';
import { pattern } from '../screens/words.ts';
import { openDesk, type RunningDesk, type ShellName } from '../shells/running-desk.ts';
import { resetDesk } from '../shells/reset-desk.ts';

/** A desk that goes on with ports of its own where a test wants them otherwise. */
async function withPorts(shell: ShellName, change: (ports: AppPorts) => Partial<AppPorts>, use: (desk: RunningDesk) => Promise<void>): Promise<void> {
  test.skip(shell === 'electron', 'the core of Electron runs in another process; core and page behind it are the same');
  const running = await openDesk(shell, { observePorts: (ports) => ({ ...ports, ...change(ports) }) });
  try {
    await resetDesk(running);
    await use(running);
  } finally {
    await running.close();
  }
}

/** The same port, some of its operations otherwise. */
const but = <Port extends object>(port: Port, otherwise: Partial<Port>): Port =>
  new Proxy(port, { get: (target, key) => (otherwise as Record<PropertyKey, unknown>)[key] ?? Reflect.get(target, key) });

test('a journal that cannot be verified, and one whose standing cannot be read, are told as such', async ({ shell }) => {
  let broken = false;
  const failing = (journalStore: AppPorts['journalStore']) =>
    but(journalStore, {
      verify: (claims) => (broken ? Promise.reject(new Error('disk I/O error')) : journalStore.verify(claims)),
      cosigned: () => (broken ? Promise.reject(new Error('disk I/O error')) : journalStore.cosigned()),
    });
  await withPorts(shell, ({ journalStore }) => ({ journalStore: failing(journalStore) }), async ({ page }) => {
    const desk = await beginWork(page, { operator: 'supervisor', purpose: 'identify-at-counter' });
    await desk.openJournal();
    const journal = new JournalScreenObject(page, desk.words);
    const fault = page.getByText(pattern(desk.words.app.fault.code.internal));
    await journal.verify();
    await expect(page.getByText(pattern(desk.words.journal.intact))).toBeVisible();
    broken = true;
    await journal.verify();
    await expect(fault).toBeVisible();
    await expect(page.getByText(pattern(desk.words.journal.intact))).toBeHidden();
    await journal.open('safekeeping');
    await expect(page.getByRole('alert').filter({ has: fault })).toBeVisible();
    await journal.open('entries');
    broken = false;
    await journal.open('safekeeping');
    await expect(page.getByText('tekser-stand/collector')).toBeVisible();
  });
});

test('a request of the desk that was left before it came up is taken off the citizen’s phone', async ({ shell }) => {
  const opened = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  const cancelled: string[] = [];
  const slow = (consents: AppPorts['consents']) =>
    but(consents, {
      async openDeskRequest(...wanted) {
        asked.resolve();
        await opened.promise;
        return consents.openDeskRequest(...wanted);
      },
      async cancelDeskRequest(requestId) {
        await consents.cancelDeskRequest(requestId);
        cancelled.push(requestId);
      },
    });
  await withPorts(shell, ({ consents }) => ({ consents: slow(consents) }), async ({ page }) => {
    const desk = await beginWork(page);
    const { request } = desk.words.desk;
    await page.getByRole('button', { name: request.open }).click();
    await page.getByRole('button', { name: request.show }).click();
    await asked.promise;
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    opened.resolve();
    await expect.poll(() => cancelled).toHaveLength(1);

    // Its twin: one that is waited for stays until it is closed.
    await page.getByRole('button', { name: request.open }).click();
    await page.getByRole('button', { name: request.show }).click();
    await expect(page.getByRole('img', { name: request.qr })).toBeVisible();
    expect(cancelled).toHaveLength(1);
    await page.keyboard.press('Escape');
    await expect.poll(() => cancelled).toHaveLength(2);
  });
});

test('a number that waits for its owner is called off when the operator goes to another screen', async ({ shell }) => {
  const cancelled: string[] = [];
  const watched = (issuance: NonNullable<AppPorts['issuance']>) => {
    const { mobileBase } = issuance;
    const cancel: typeof mobileBase.cancel = (registrationId) => {
      cancelled.push(registrationId);
      return mobileBase.cancel(registrationId);
    };
    return { ...issuance, mobileBase: but(mobileBase, { cancel }) };
  };
  await withPorts(shell, ({ issuance }) => ({ issuance: issuance && watched(issuance) }), async ({ page, stand }) => {
    const desk = await beginWork(page);
    const { phones } = desk.words.cases;
    await page.keyboard.press('Control+i');
    await page.keyboard.press('F3');
    const dialog = page.getByRole('dialog', { name: phones.title });
    await dialog.getByLabel(phones.iin).fill(new Citizens(stand).case('plain-good').iin);
    await dialog.getByLabel(phones.phone).fill('+7 708 999 55 44');
    await dialog.getByText(phones.present).click();
    await dialog.getByRole('button', { name: phones.send }).click();
    await expect(dialog.getByText('…44')).toBeVisible();
    expect(cancelled).toHaveLength(0);
    await page.keyboard.press('F6');
    await expect(dialog).toBeHidden();
    await expect.poll(() => cancelled).toHaveLength(1);
  });
});

test('a file that is still being judged when its screen is left is not judged on for nobody', async ({ shell }) => {
  const asked = Promise.withResolvers<AbortSignal | undefined>();
  const endless = (fileJudge: NonNullable<AppPorts['fileJudge']>) =>
    but(fileJudge, {
      judge: (_, signal) =>
        new Promise((resolve) => {
          signal?.addEventListener('abort', () => resolve('not-finished'));
          asked.resolve(signal);
        }),
    });
  await withPorts(shell, ({ fileJudge }) => ({ fileJudge: fileJudge && endless(fileJudge) }), async ({ page }) => {
    const desk = await beginWork(page);
    const { files } = desk.words;
    await page.keyboard.press('Control+o');
    const order = Buffer.from(`<order>${'<line amount="100">Қазақстан</line>'.repeat(200_000)}</order>`);
    await page.locator('input[type=file]').first().setInputFiles({ name: 'order.xml', mimeType: 'application/xml', buffer: order });
    const signal = await asked.promise;
    await expect(page.getByRole('button', { name: files.stop })).toBeVisible();
    expect(signal?.aborted).toBe(false);
    await desk.backToDesk();
    await expect.poll(() => signal?.aborted).toBe(true);
  });
});
