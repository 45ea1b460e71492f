/** The reverse way: the citizen's phone scans the desk's QR, sees who asks, and answers on the own phone. */
import { decode as decodePng } from 'fast-png';
import type { Locator } from 'playwright-core';
import { OPERATOR_NAMES } from '../drivers/operators.ts';
import { purposeGround } from '../drivers/purposes.ts';
import { wasmDecoder } from '../../unit/renderer-scanner/decoders.ts';
import { expect, test } from '../fixtures.ts';
import { JournalScreenObject } from '../screens/journal-screen.ts';
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

test('the citizen reads who asks and what for, compares the digits and agrees: the document is on the desk and the check in the journal', async ({ work, citizens, stand, desk: { page, openPhone } }) => {
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
  await expect(phone.asker.first()).toContainText(OPERATOR_NAMES.tson, { ignoreCase: true });
  await expect(phone.asker.filter({ hasText: purposeGround('state-service', 'ru') })).toHaveCount(1);
  await expect(page.getByText(await phone.deskCode(), { exact: true })).toBeVisible();
  await phone.showDocument();
  await expect(desk.verdict('valid')).toBeVisible();
  await expect(desk.photo).toBeVisible();
  await desk.openJournal();
  await expect(new JournalScreenObject(page, desk.words).newest('checked')).toContainText(desk.words.verdict.word.valid);
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
