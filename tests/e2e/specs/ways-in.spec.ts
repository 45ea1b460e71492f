/** Every way a citizen's document can be presented ends in the same answer. */
import { encode as encodePng } from 'fast-png';
import { expect, test } from '../fixtures.ts';
import { pdfOf } from '../film/pdf-of-codes.ts';
import { filmScene } from '../film/grey-scene.ts';
import { showCodeOnScreen } from '../drivers/code-on-screen.ts';
import { KAZAKH_LAYOUT, RUSSIAN_LAYOUT, scanWithHandheld, US_LAYOUT } from '../drivers/scanner-keyboard.ts';

const pictureOf = (texts: readonly string[]) => {
  const { width, height, luma } = filmScene(texts);
  return { name: 'phone.png', mimeType: 'image/png', buffer: Buffer.from(encodePng({ width, height, data: luma, channels: 1 })) };
};

test('the six digits, ИИН first, are checked at the sixth', async ({ work, citizens }) => {
  const desk = await work();
  const person = citizens.case('plain-good');
  const access = citizens.openAccess(person);
  await desk.typeCode(access.code, person.iin);
  await expect(desk.verdict('valid')).toBeVisible();
  await expect(desk.photo).toBeVisible();
});

test('digits pasted with spaces count, and a digit typed anywhere reaches its field', async ({ work, citizens, desk: { page } }) => {
  const desk = await work();
  const person = citizens.case('plain-good');
  const { code } = citizens.openAccess(person);
  await desk.page.getByRole('heading', { level: 1 }).evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.type(person.iin, { delay: 60 });
  await expect(desk.iinField).toHaveValue(person.iin);
  await expect(desk.codeField).toBeFocused();
  await desk.codeField.fill(`${code.slice(0, 3)} ${code.slice(3)}`);
  await expect(desk.verdict('valid')).toBeVisible();
});

for (const [name, layout] of [['US', US_LAYOUT], ['Russian', RUSSIAN_LAYOUT], ['Kazakh', KAZAKH_LAYOUT]] as const) {
  test(`a handheld scanner under the ${name} layout, with the focus in a field`, async ({ work, citizens, desk: { page } }) => {
    const desk = await work();
    const access = citizens.openAccess(citizens.case('plain-good'));
    await desk.iinField.fill('99');
    await scanWithHandheld(page, access.qr, layout);
    await expect(desk.verdict('valid')).toBeVisible();
    await expect(desk.iinField).toHaveValue('99');
    await expect(desk.codeField).toHaveValue('');
  });
}

test('a picture that is chosen, one without a code, one with two, and one that is none', async ({ work, citizens }) => {
  const desk = await work();
  const access = citizens.openAccess(citizens.case('plain-good'));
  const { picture } = desk.words;
  const choose = desk.page.locator('input[type=file]');
  await choose.setInputFiles(pictureOf([]));
  await expect(desk.page.getByText(picture.refused['without-code'])).toBeVisible();
  await choose.setInputFiles(pictureOf([access.qr, 'https://example.kz']));
  await expect(desk.page.getByText(picture.refused.several)).toBeVisible();
  await choose.setInputFiles({ ...pictureOf([access.qr]), buffer: Buffer.from('not a picture') });
  await expect(desk.page.getByText(picture.refused.unreadable)).toBeVisible();
  await choose.setInputFiles(pictureOf([access.qr]));
  await expect(desk.verdict('valid')).toBeVisible();
});

test('a PDF: the code of a page is read, two different ones are told, a damaged file is refused', async ({ work, citizens }) => {
  const desk = await work();
  const { picture } = desk.words;
  const choose = desk.page.locator('input[type=file]');
  const file = (buffer: Buffer) => ({ name: 'letter.pdf', mimeType: 'application/pdf', buffer });
  const access = citizens.openAccess(citizens.case('plain-good'));
  await choose.setInputFiles(file(pdfOf([access.qr, 'https://example.kz'])));
  await expect(desk.page.getByText(picture.refused.several)).toBeVisible();
  await choose.setInputFiles(file(Buffer.from('%PDF-1.7\nnothing follows')));
  await expect(desk.page.getByText(picture.refused.unreadable)).toBeVisible();
  await choose.setInputFiles(file(pdfOf([null, access.qr])));
  await expect(desk.verdict('valid')).toBeVisible();
});

test('a picture dropped on the window, and one pasted', async ({ work, citizens, desk: { page } }) => {
  const desk = await work();
  for (const way of ['drop', 'paste'] as const) {
    const bytes = [...pictureOf([citizens.openAccess(citizens.case('plain-good')).qr]).buffer];
    await page.evaluate(([kind, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(content)], 'phone.png', { type: 'image/png' }));
      const events =
        kind === 'paste'
          ? [new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: transfer })]
          : ['dragover', 'drop'].map((type) => new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }));
      for (const event of events) document.body.dispatchEvent(event);
    }, [way, bytes] as const);
    await expect(desk.verdict('valid')).toBeVisible();
    await desk.clear();
    await expect(desk.ready).toBeVisible();
  }
});

test('a code on the screen: the part that shows it is chosen by keys, and read', async ({ work, citizens, shell, desk: { page } }) => {
  test.skip(shell === 'electron', 'Electron asks in a window of the system, which no test can answer');
  const desk = await work();
  const { screen, refused } = desk.words.picture;
  await showCodeOnScreen(page, pictureOf([citizens.openAccess(citizens.case('plain-good')).qr]).buffer);
  const take = page.getByRole('button', { name: screen.take });
  await take.click();
  const frame = page.getByRole('application', { name: screen.region });
  await frame.focus();
  // The left edge of the screen, where the ways in are and no code is.
  for (let step = 0; step < 40; step += 1) await page.keyboard.press('Shift+ArrowLeft');
  await page.getByRole('button', { name: screen.read }).click();
  await expect(page.getByText(refused['without-code'])).toBeVisible();

  await take.click();
  await expect(frame).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(desk.verdict('valid')).toBeVisible();
  await page.reload();
});

test('the next scan by hand is taken from any screen and from under any dialog, without a click', async ({ work, citizens, desk: { page } }) => {
  const desk = await work();
  for (const key of ['F6', 'F7', 'F1', 'F3']) {
    await page.keyboard.press(key);
    await scanWithHandheld(page, citizens.openAccess(citizens.case('plain-good')).qr);
    await expect(desk.verdict('valid')).toBeVisible();
    await expect(page.getByRole('dialog')).toBeHidden();
    await page.keyboard.press('Escape');
    await expect(desk.ready).toBeVisible();
  }
});

test('a scan while the purpose is being chosen chooses none and checks nothing', async ({ work, citizens, desk: { page } }) => {
  const desk = await work();
  await page.keyboard.press('F4');
  await scanWithHandheld(page, citizens.openAccess(citizens.case('plain-good')).qr);
  await expect(page.getByRole('alert').filter({ hasText: desk.words.purpose.first })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(desk.ready).toBeVisible();
});
