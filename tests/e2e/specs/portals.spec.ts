/** A portal in another browser signs through the desk: the operator sees who asks and what is signed, and works with the keyboard alone. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import { expect, test } from 'playwright/test';
import { hasCertutil } from '../../../electron/adapters/ncalayer/browser-trust.ts';
import { createTrust } from '../../../electron/core/trust/index.ts';
import { PORTALS_OFF } from '../../../shared/domain/portal-policy.ts';
import { success } from '../../../shared/util/result.ts';
import { OPERATOR_NAMES } from '../drivers/operators.ts';
import { purposeTitle } from '../drivers/purposes.ts';
import { DeskScreenObject } from '../screens/desk-screen.ts';
import { LockScreenObject } from '../screens/lock-screen.ts';
import { PurposeScreenObject } from '../screens/purpose-screen.ts';
import { SignInScreenObject } from '../screens/sign-in-screen.ts';
import { SigningDialogObject } from '../screens/signing-dialog.ts';
import { WORDS } from '../screens/words.ts';
import { openPortalSite, type PortalSite } from '../shells/portal-site.ts';
import { openDesk, type RunningDesk } from '../shells/running-desk.ts';

const PORT = 23_579;
const DOCUMENT = 'Өтініш: № 1 құжатты тіркеуді сұраймын.';

/** Of the library, in the page of the portal. */
declare const NCALayerClient: new (url: string, kmd: boolean) => {
  connect(): Promise<string>;
  basicsSignCMS(stores: null, data: string | string[], params: object, signer: object): Promise<string>;
};

test.describe('the signing service', () => {
  let folder: string;
  let desk: RunningDesk;
  let site: PortalSite;
  let keyPath: string;
  let password: string;

  // The desk speaks Kazakh; the library asks for Russian, and so its dialogs do.
  test.beforeEach(async ({ browserName: _ }, testInfo) => {
    testInfo.skip(testInfo.project.name !== 'chromium', 'the portal stands beside the Chromium shell');
    testInfo.skip(!(await hasCertutil()), 'certutil (libnss3-tools) is not installed');
    folder = mkdtempSync(join(tmpdir(), 'tekser-portals-'));
    writeFileSync(join(folder, 'portals.json'), JSON.stringify({ ...PORTALS_OFF, enabled: true }));
    process.env['TEKSER_POLICY'] = folder;
    process.env['NCALAYERPORT'] = String(PORT);
    desk = await openDesk('chromium');
    const { training } = await desk.stand.connection();
    const operator = training!.operators.find(({ profile }) => profile === 'tson')!;
    ({ password } = operator);
    keyPath = join(folder, 'operator.p12');
    writeFileSync(keyPath, Buffer.from(operator.keyFile, 'base64'));
    site = await openPortalSite(desk.dataDirectory);
    await new SignInScreenObject(desk.page, WORDS.kk).signInAs(OPERATOR_NAMES.tson);
    await new PurposeScreenObject(desk.page, WORDS.kk).choose(purposeTitle('state-service', 'kk'));
    await new DeskScreenObject(desk.page, 'kk').ready.waitFor();
  });

  test.afterEach(async () => {
    await site?.close();
    await desk?.close();
    delete process.env['TEKSER_POLICY'];
    delete process.env['NCALAYERPORT'];
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  });

  const ask = (data: string | Uint8Array): Promise<string | { cancelled: true }> =>
    site.page.evaluate(
      async ({ text, port }) => {
        const client = new NCALayerClient(`wss://127.0.0.1:${port}`, false);
        await client.connect();
        const params = { decode: true, encapsulate: true, digested: false };
        return client.basicsSignCMS(null, text, params, { extKeyUsageOids: [] }).catch((error: { canceledByUser?: boolean }) => {
          if (error.canceledByUser === true) return { cancelled: true as const };
          throw error;
        });
      },
      { text: Buffer.from(data as string).toString('base64'), port: PORT },
    );

  test('signs for a page of another origin, and remembers the key file', async () => {
    const dialog = new SigningDialogObject(desk.page, 'ru');
    const signing = ask(DOCUMENT);
    await expect(dialog.titled(dialog.words.titles.caller)).toContainText(site.origin);
    await dialog.allowOnce();
    await expect(dialog.titled(dialog.words.titles.sign)).toContainText(DOCUMENT);
    await expect(dialog.dialog).toContainText(dialog.words.form.attached);
    await dialog.openKeyFile(keyPath, 'wrong');
    await expect(dialog.dialog).toContainText(dialog.words.refused['password-wrong']);
    await dialog.typePassword(password);
    await expect(dialog.dialog).toContainText(dialog.words.roles.employee);
    await dialog.agree('sign');
    const signature = await signing;
    await expect(dialog.dialog).toBeHidden();

    const { trust } = await desk.stand.connection();
    const der = new Uint8Array(Buffer.from((signature as string).replaceAll(/-----[A-Z ]+-----|\s/g, ''), 'base64'));
    const fetched = async (url: string, init?: RequestInit) => success(new Uint8Array(await (await fetch(url, init)).arrayBuffer()));
    const answer = await createTrust({
      anchors: trust.anchors.map((each) => Buffer.from(each, 'base64')),
      intermediates: trust.intermediates.map((each) => Buffer.from(each, 'base64')),
      evidence: {
        ocsp: (url, body) => fetched(url, { method: 'POST', body: new Uint8Array(body), headers: { 'content-type': 'application/ocsp-request' } }),
        crl: (url) => fetched(url),
      },
      clock: { now: () => new Date(), monotonicMs: () => 0 },
    }).verifySignature({ signature: der });
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
