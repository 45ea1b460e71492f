/** Handheld scanners that are set up in other ways: under every layout and lamp, and learned in the settings. */
import { SHEET_LEARN_TEXT } from '../../../shared/domain/scanning/scan-sheet.ts';
import { plugInHidScanner } from '../drivers/device-scanner.ts';
import { holdLongTimers } from '../drivers/long-timers.ts';
import { KAZAKH_LAYOUT, RUSSIAN_LAYOUT, scanWithHandheld, US_LAYOUT } from '../drivers/scanner-keyboard.ts';
import { GERMAN_PLACES, INTERNATIONAL_PLACES } from '../drivers/scanner-places.ts';
import { wakeDuring } from '../drivers/window-sleep.ts';
import { filmScene } from '../film/grey-scene.ts';
import { expect, test } from '../fixtures.ts';

const LAYOUTS = [US_LAYOUT, RUSSIAN_LAYOUT, KAZAKH_LAYOUT];

test('the same bytes under every layout, with Caps Lock and whatever the number pad means', async ({ work, citizens, desk: { page } }) => {
  const desk = await work();
  for (const layout of LAYOUTS) {
    for (const capsLock of [false, true]) {
      for (const pad of ['on', 'off'] as const) {
        // A single other byte would be an unknown access.
        await scanWithHandheld(page, citizens.openAccess(citizens.case('plain-good')).qr, layout, { capsLock, pad });
        await expect(desk.verdict('valid')).toBeVisible();
        await desk.clear();
        await expect(desk.ready).toBeVisible();
      }
    }
  }
  await expect(desk.iinField).toHaveValue('');
  await expect(desk.codeField).toHaveValue('');
});

test('the first characters of a scan that comes while the window wakes are not lost', async ({ work, citizens, desk: { page } }) => {
  const desk = await work();
  for (const sleep of ['minimised', 'frozen'] as const) {
    // A single character less would be an unknown access.
    await wakeDuring(page, sleep, () => scanWithHandheld(page, citizens.openAccess(citizens.case('plain-good')).qr));
    await expect(desk.verdict('valid')).toBeVisible();
    await desk.clear();
    await expect(desk.ready).toBeVisible();
  }
  await expect(desk.iinField).toHaveValue('');
  await expect(desk.codeField).toHaveValue('');
});

test('a scanner with a prefix, set to a German keyboard, is learned from the code on the screen, read from there too, and forgotten when asked', async ({ work, citizens, desk: { page } }) => {
  const desk = await work();
  const { learning } = desk.words.handheld;
  const access = citizens.openAccess(citizens.case('plain-good'));
  await page.keyboard.press('F7');
  await page.getByRole('button', { name: learning.learn }).click();
  await expect(page.getByRole('img', { name: learning.code })).toBeVisible();
  await scanWithHandheld(page, 'https://not.the.sheet/');
  await expect(page.getByText(learning.fails['other-text'])).toBeVisible();
  await scanWithHandheld(page, `*+${SHEET_LEARN_TEXT}`, KAZAKH_LAYOUT, { places: GERMAN_PLACES });
  await expect(page.getByText(learning.done)).toBeVisible();
  await scanWithHandheld(page, `*+${access.qr}`, US_LAYOUT, { places: GERMAN_PLACES });
  await expect(desk.verdict('valid')).toBeVisible();

  await page.keyboard.press('F7');
  await page.getByRole('button', { name: learning.learn }).click();
  await scanWithHandheld(page, SHEET_LEARN_TEXT);
  await page.getByRole('button', { name: learning.forget }).click();
  await expect(page.getByText(learning.usual)).toBeVisible();
  await expect(page.getByText(learning.done)).toBeHidden();
});

test('a scanner set to a keyboard with dead keys is learned, and its dead keys reach no control', async ({ work, citizens, desk: { page } }) => {
  const desk = await work();
  const { learning } = desk.words.handheld;
  await page.keyboard.press('F7');
  await page.getByRole('button', { name: learning.learn }).click();
  await expect(page.getByRole('img', { name: learning.code })).toBeVisible();
  await scanWithHandheld(page, `~${SHEET_LEARN_TEXT}`, RUSSIAN_LAYOUT, { places: INTERNATIONAL_PLACES });
  await expect(page.getByText(learning.done)).toBeVisible();
  await scanWithHandheld(page, `~${citizens.openAccess(citizens.case('plain-good')).qr}`, KAZAKH_LAYOUT, { places: INTERNATIONAL_PLACES });
  await expect(desk.verdict('valid')).toBeVisible();
  await expect(desk.iinField).toHaveValue('');
  await expect(desk.codeField).toHaveValue('');
});

test('a scanner in HID POS mode types nothing and is read on any screen', async ({ work, citizens, desk: { page } }) => {
  const scanner = await plugInHidScanner(page, 'Scanner of the test');
  const desk = await work();
  await page.keyboard.press('F7');
  await expect(page.getByText('Scanner of the test')).toBeVisible();
  await scanner.scan(`${citizens.openAccess(citizens.case('plain-good')).qr}\r`);
  await expect(desk.verdict('valid')).toBeVisible();
  await scanner.unplug();
});

test('the check of the scanner says what is at fault', async ({ work, desk: { page } }) => {
  const { check } = (await work()).words.handheld;
  await page.keyboard.press('F7');
  await page.getByRole('button', { name: check.open }).click();
  await expect(page.getByText(check.findings.waiting)).toBeVisible();
  await expect(page.getByText(check.films.off)).toBeVisible();
  await scanWithHandheld(page, 'https://not.the.sheet/');
  await expect(page.getByText(check.findings['other-code'])).toBeVisible();
  await scanWithHandheld(page, `*+${SHEET_LEARN_TEXT}`);
  await expect(page.getByText(check.findings.unlearned)).toBeVisible();
  await scanWithHandheld(page, SHEET_LEARN_TEXT, RUSSIAN_LAYOUT);
  await expect(page.getByText(check.findings.good)).toBeVisible();
});

test('the check of the scanner finds fault with a reader that sends nothing and a camera that reads nothing, until they do', async ({ work, citizens, desk: { film, page } }) => {
  const desk = await work();
  const { check } = desk.words.handheld;
  await desk.chooseCamera(/camera\.y4m/);
  await expect(desk.cameraSays('filming')).toBeVisible();
  await page.keyboard.press('F7');
  const waitLong = await holdLongTimers(page);
  await page.getByRole('button', { name: check.open }).click();
  await expect(page.getByText(check.findings.waiting)).toBeVisible();
  await expect(page.getByText(check.films.waiting)).toBeVisible();
  await waitLong();
  await expect(page.getByText(check.findings.silent)).toBeVisible();
  await expect(page.getByText(check.films.unread)).toBeVisible();
  await scanWithHandheld(page, SHEET_LEARN_TEXT);
  await expect(page.getByText(check.findings.good)).toBeVisible();
  film.show(filmScene([citizens.openAccess(citizens.case('plain-good')).qr]));
  await expect(page.getByText(check.films.good)).toBeVisible();
});

test('the linear code of an old card gives the ИИН for a consent, and nothing else', async ({ work, citizens, desk: { page } }) => {
  const desk = await work();
  const { iin } = citizens.case('plain-good');
  await scanWithHandheld(page, iin);
  await expect(page.getByText(desk.words.desk.paper.title, { exact: true })).toBeVisible();
  await page.keyboard.press('F3');
  await expect(page.getByRole('dialog').getByLabel(desk.words.desk.consent.iin)).toHaveValue(iin);
  await page.keyboard.press('Escape');
  await desk.clear();
  await page.keyboard.press('F3');
  await expect(page.getByRole('dialog').getByLabel(desk.words.desk.consent.iin)).toHaveValue('');
});
