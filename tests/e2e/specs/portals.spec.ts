/** A portal in another browser signs through the desk: the operator sees who asks and what is signed, and works with the keyboard alone. */
import PDFDocument from 'pdfkit';
import { hasCertutil } from '../../../electron/adapters/ncalayer/browser-trust.ts';
import { expect, test } from '../fixtures.ts';
import { LockScreenObject } from '../screens/lock-screen.ts';
import { SigningDialogObject } from '../screens/signing-dialog.ts';
import { WORDS } from '../screens/words.ts';
import { openPortalDesk, type PortalDesk } from '../shells/portal-desk.ts';
import type { PortalSite } from '../shells/portal-site.ts';
import type { RunningDesk } from '../shells/running-desk.ts';
import { trustOfStand } from '../shells/trust-of-stand.ts';

const DOCUMENT = 'Өтініш: № 1 құжатты тіркеуді сұраймын.';

/** Of the library, in the page of the portal. */
declare const NCALayerClient: new (url: string, kmd: boolean) => {
  connect(): Promise<string>;
  basicsSignCMS(stores: null, data: string | string[], params: object, signer: object): Promise<string>;
};

/** Of a password nobody can see: letters of another layout, then Caps Lock, then neither. */
async function warnsOfTheKeyboard({ dialog, words: { key } }: SigningDialogObject): Promise<void> {
  const field = dialog.getByLabel(key.password);
  await field.dispatchEvent('keydown', { key: 'ф' });
  await expect(dialog).toContainText(key.layout);
  await field.dispatchEvent('keydown', { key: 'A', modifierCapsLock: true });
  await expect(dialog).toContainText(key.capsLock);
  await expect(dialog).not.toContainText(key.layout);
  await field.dispatchEvent('keydown', { key: 'a' });
  await expect(dialog).not.toContainText(key.capsLock);
}

test.describe('the signing service', () => {
  let opened: PortalDesk | undefined;
  let desk: RunningDesk;
  let site: PortalSite;
  let keyPath: string;
  let password: string;
  let serviceUrl: string;

  // The desk speaks Kazakh; the library asks for Russian, and so its dialogs do.
  test.beforeEach(async ({ shell }, testInfo) => {
    testInfo.skip(shell !== 'chromium', 'the portal stands beside the Chromium shell');
    testInfo.skip(!(await hasCertutil()), 'certutil (libnss3-tools) is not installed');
    opened = await openPortalDesk();
    ({ desk, site, keyPath, password, serviceUrl } = opened);
  });

  test.afterEach(async () => {
    await opened?.close();
    opened = undefined;
  });

  const ask = (data: string | Uint8Array): Promise<string | { cancelled: true }> =>
    site.page.evaluate(
      async ({ text, url }) => {
        const client = new NCALayerClient(url, false);
        await client.connect();
        const params = { decode: true, encapsulate: true, digested: false };
        return client.basicsSignCMS(null, text, params, { extKeyUsageOids: [] }).catch((error: { canceledByUser?: boolean }) => {
          if (error.canceledByUser === true) return { cancelled: true as const };
          throw error;
        });
      },
      { text: Buffer.from(data as string).toString('base64'), url: serviceUrl },
    );

  test('signs for a page of another origin, and remembers the key file', async () => {
    const dialog = new SigningDialogObject(desk.page, 'ru');
    const signing = ask(DOCUMENT);
    await expect(dialog.titled(dialog.words.titles.caller)).toContainText(site.origin);
    // Keys that were meant for what the dialog came over allow nothing.
    for (const key of ['Enter', 'Space']) await desk.page.keyboard.press(key);
    await dialog.allowOnce();
    await expect(dialog.titled(dialog.words.titles.sign)).toContainText(DOCUMENT);
    await expect(dialog.dialog).toContainText(dialog.words.form.attached);
    await dialog.openKeyFile(keyPath, 'wrong');
    await expect(dialog.dialog).toContainText(dialog.words.refused['password-wrong']);
    await warnsOfTheKeyboard(dialog);
    await dialog.typePassword(password);
    await expect(dialog.dialog).toContainText(dialog.words.roles.employee);
    await dialog.agree('sign');
    const signature = await signing;
    await expect(dialog.dialog).toBeHidden();

    const der = new Uint8Array(Buffer.from((signature as string).replaceAll(/-----[A-Z ]+-----|\s/g, ''), 'base64'));
    const answer = await (await trustOfStand(desk)).verifySignature({ signature: der });
    expect(answer.state).toBe('good');
    expect(Buffer.from(answer.content!).toString()).toBe(DOCUMENT);

    const again = ask('second');
    await dialog.allowOnce();
    await expect(dialog.dialog).toContainText(keyPath);
    await desk.page.keyboard.press('Escape');
    expect(await again).toStrictEqual({ cancelled: true });
  });

  test('draws the pages of a PDF before it is signed', async () => {
    const dialog = new SigningDialogObject(desk.page, 'ru');
    const document = new PDFDocument({ size: 'A5' });
    document.fontSize(28).text('AGREEMENT 7').addPage().text('page two');
    document.end();
    const parts: Buffer[] = [];
    for await (const part of document) parts.push(part as Buffer);
    const signing = ask(Buffer.concat(parts));
    await dialog.allowOnce();
    const { page: pageText } = dialog.words.document;
    const canvas = dialog.dialog.locator('canvas');
    await expect(canvas).toBeVisible();
    // Dark ink on the canvas: the words are there, not only an empty page.
    const ink = () =>
      canvas.evaluate((element) => {
        const { width, height } = element as HTMLCanvasElement;
        const pixels = (element as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, width, height).data;
        return pixels.filter((value, i) => i % 4 === 0 && value < 64 && pixels[i + 3] === 255).length;
      });
    await expect.poll(ink).toBeGreaterThan(500);
    await dialog.dialog.getByRole('button', { name: dialog.words.document.after }).click();
    await expect(dialog.dialog).toContainText(pageText.replace('{{page}}', '2').replace('{{pages}}', '2'));
    await desk.page.keyboard.press('Escape');
    expect(await signing).toStrictEqual({ cancelled: true });
  });

  test('says nothing of a request until the desk is unlocked', async () => {
    const dialog = new SigningDialogObject(desk.page, 'ru');
    await desk.page.keyboard.press('Control+l');
    await expect(new LockScreenObject(desk.page, WORDS.kk).title).toBeVisible();
    const signing = ask(DOCUMENT);
    await site.page.waitForTimeout(300);
    expect(await desk.page.content()).not.toContain(DOCUMENT);
    await new LockScreenObject(desk.page, WORDS.kk).unlock();
    await expect(dialog.titled(dialog.words.titles.caller)).toBeVisible();
    await dialog.dialog.getByRole('button', { name: dialog.words.caller.deny }).click();
    expect(await signing).toStrictEqual({ cancelled: true });
  });
});
