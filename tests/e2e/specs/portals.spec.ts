/** A portal in another browser signs through the desk: the operator sees who asks and what is signed, and works with the keyboard alone. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import PDFDocument from 'pdfkit';
import { hasCertutil } from '../../../electron/adapters/ncalayer/browser-trust.ts';
import { readKeyFile } from '../../../electron/core/keystore/pkcs12/read-key-file.ts';
import { readCertificate } from '../../../electron/core/trust/x509/certificate.ts';
import { dateText } from '../../../renderer/i18n/format.ts';
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

const base64 = (document: string | Uint8Array): string => Buffer.from(document as string).toString('base64');

/** When the certificate of a key file ends, ISO 8601. */
async function endOf(path: string, password: string): Promise<string> {
  const opened = await readKeyFile(readFileSync(path), password);
  if (!opened.ok) throw new Error(opened.failure);
  return readCertificate(opened.value.certificates[0]!).notAfter.toISOString();
}

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

  const ask = (asked: string | Uint8Array | readonly (string | Uint8Array)[], more: object = {}): Promise<string | { cancelled: true }> =>
    site.page.evaluate(
      async ({ data, url, flags }) => {
        const client = new NCALayerClient(url, false);
        await client.connect();
        const params = { decode: true, encapsulate: true, digested: false, ...flags };
        return client.basicsSignCMS(null, data, params, { extKeyUsageOids: [] }).catch((error: { canceledByUser?: boolean }) => {
          if (error.canceledByUser === true) return { cancelled: true as const };
          throw error;
        });
      },
      { data: Array.isArray(asked) ? asked.map(base64) : base64(asked as string), url: serviceUrl, flags: more },
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
    await expect(dialog.dialog).toContainText(dialog.words.key.until.replace('{{date}}', dateText(await endOf(keyPath, password))));
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

  test('lists every document of a batch by number, and shows what is no text by its size and hash', async () => {
    const dialog = new SigningDialogObject(desk.page, 'ru');
    const binary = Buffer.alloc(3 * 1024, 0xfe);
    const documents = [DOCUMENT, binary, 'third'];
    const signing = ask(documents);
    await dialog.allowOnce();
    const { document: words, form } = dialog.words;
    await expect(dialog.dialog).toContainText(words.many.replace('{{count}}', '3'));
    const shown = dialog.dialog.getByRole('listitem');
    await expect(shown).toHaveCount(3);
    for (const [index, document] of documents.entries()) {
      const digest = createHash('sha256').update(document).digest('hex');
      await expect(shown.nth(index)).toContainText(words.number.replace('{{number}}', String(index + 1)).replace('{{count}}', '3'));
      await expect(shown.nth(index)).toContainText(digest.match(/.{8}/g)!.join(' '));
    }
    await expect(shown.nth(0)).toContainText(DOCUMENT);
    await expect(shown.nth(1)).toContainText(words.kilobytes.replace('{{size}}', '3.0'));
    await expect(shown.nth(1)).toContainText(words.binary);
    await expect(shown.nth(2)).toContainText('third');
    await expect(dialog.dialog).toContainText(form.notStamped);
    await expect(dialog.dialog).not.toContainText(form.timeStamped);
    await desk.page.keyboard.press('Escape');
    expect(await signing).toStrictEqual({ cancelled: true });

    const stamped = ask(DOCUMENT, { tsaProfile: {} });
    await dialog.allowOnce();
    await expect(dialog.dialog).toContainText(form.timeStamped);
    await expect(dialog.dialog).not.toContainText(form.notStamped);
    await desk.page.keyboard.press('Escape');
    expect(await stamped).toStrictEqual({ cancelled: true });
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
