/** What is not an open access to a document: five different answers, and every foreign code by its name. */
import type { ReasonCode } from '../../../shared/domain/reason-code.ts';
import { scanWithHandheld } from '../drivers/scanner-keyboard.ts';
import { expect, test } from '../fixtures.ts';

const MINUTE = 60_000;

test('an access whose five minutes are over', async ({ work, citizens, stand, desk: { page } }) => {
  const desk = await work();
  // Opened six minutes ago by the clock of the service, which shows the right time again when it is presented.
  await stand.control.change({ clockSkewMs: -6 * MINUTE });
  const access = citizens.openAccess(citizens.case('plain-good'));
  await stand.control.change({ clockSkewMs: 0 });
  await scanWithHandheld(page, access.qr);
  await expect(desk.headline('access-expired')).toBeVisible();
  await expect(desk.photo).toBeHidden();
});

test('an access the citizen closed', async ({ work, citizens, desk: { page } }) => {
  const desk = await work();
  const access = citizens.openAccess(citizens.case('plain-good'));
  citizens.close(access);
  await scanWithHandheld(page, access.qr);
  await expect(desk.headline('access-expired')).toBeVisible();
});

test('an access for one look, the second time', async ({ work, citizens, stand, desk: { page } }) => {
  const desk = await work();
  await stand.control.change({ singleUse: 'always' });
  const access = citizens.openAccess(citizens.case('plain-good'));
  await scanWithHandheld(page, access.qr);
  await expect(desk.verdict('valid')).toBeVisible();
  await scanWithHandheld(page, access.qr);
  await expect(desk.headline('access-used')).toBeVisible();
  await expect(desk.photo).toBeHidden();
});

test('a code nobody opened, and a token the service never gave out', async ({ work, citizens, desk: { page } }) => {
  const desk = await work();
  const person = citizens.case('plain-good');
  const access = citizens.openAccess(person);
  const wrong = access.code === '000000' ? '000001' : '000000';
  await desk.typeCode(wrong, person.iin);
  await expect(desk.headline('access-unknown')).toBeVisible();
  await desk.clear();
  await scanWithHandheld(page, access.qr.replace(/.{12}$/, 'AAAAAAAAAAAA'));
  await expect(desk.headline('access-unknown')).toBeVisible();
});

const FOREIGN: readonly [ReasonCode, string][] = [
  ['qr-signing', 'mobileSign:https://example.kz/egov/api/1'],
  ['qr-login', 'https://idp.egov.kz/qr?session=1'],
  ['qr-payment', '00020101021226440014kz.example.pay0122'],
  ['qr-url', 'https://example.kz/menu'],
  ['qr-wifi', 'WIFI:T:WPA;S:cafe;P:12345678;;'],
  ['qr-contact', 'BEGIN:VCARD VERSION:3.0 FN:Test END:VCARD'],
  ['not-our-qr', 'just some words'],
];

test('foreign codes are named, one after the other from whatever is on screen', async ({ work, desk: { page } }) => {
  const desk = await work();
  for (const [code, text] of FOREIGN) {
    await scanWithHandheld(page, text);
    await expect(desk.headline(code)).toBeVisible();
    await expect(desk.verdict('not-a-document')).toBeVisible();
    await expect(page.getByText(text)).toBeHidden();
  }
});
