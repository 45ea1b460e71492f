/** The reverse way: the citizen's phone scans the desk's QR, sees who asks, and answers on the own phone. */
import { decode as decodePng } from 'fast-png';
import type { Locator } from 'playwright-core';
import { wasmDecoder } from '../../unit/renderer-scanner/decoders.ts';
import { expect, test } from '../fixtures.ts';
import { PhoneScreenObject } from '../screens/phone-screen.ts';

/** Reads a QR off the screen as a phone would: from its pixels, until it holds still. */
async function scanScreen(shown: Locator): Promise<string> {
  let text: string | undefined;
  await expect(async () => {
    const { width, height, channels, data } = decodePng(await shown.screenshot({ type: 'png' }));
    const luma = Uint8ClampedArray.from({ length: width * height }, (_, index) => Number(data[index * channels]));
    text = wasmDecoder.read({ width, height, luma }, 'denoised', null).codes[0]?.text;
    expect(text).toBeDefined();
  }).toPass({ timeout: 30_000 });
  return text!;
}

test('the citizen compares the digits, agrees, and the document is on the desk', async ({ work, citizens, stand, desk: { page, openPhone } }) => {
  const desk = await work();
  const { request } = desk.words.desk;
  const person = citizens.case('plain-good');
  await page.keyboard.press('Control+KeyE');
  await page.getByRole('button', { name: request.show }).click();
  const qr = await scanScreen(page.getByRole('img', { name: request.qr }));

  const phone = new PhoneScreenObject(await openPhone(), stand.url);
  await phone.pickUp(person.iin);
  await phone.scanDeskRequest(qr);
  await expect(page.getByText(request.scanned)).toBeVisible();
  await expect(page.getByText(await phone.deskCode(), { exact: true })).toBeVisible();
  await phone.showDocument();
  await expect(desk.verdict('valid')).toBeVisible();
  await expect(desk.photo).toBeVisible();
});

test('refused on the phone: said on the desk, and nothing is shown', async ({ work, citizens, stand, desk: { page, openPhone } }) => {
  const desk = await work();
  const { request } = desk.words.desk;
  await page.getByRole('button', { name: request.open }).click();
  await page.getByRole('button', { name: request.show }).click();
  const qr = await scanScreen(page.getByRole('img', { name: request.qr }));
  const phone = new PhoneScreenObject(await openPhone(), stand.url);
  await phone.pickUp(citizens.case('student').iin);
  await phone.scanDeskRequest(qr);
  await phone.refuse();
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible();
  await expect(desk.photo).toBeHidden();
});
