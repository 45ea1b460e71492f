/** Renewal of an identity card at the desk: ended today, and as it was in the days of the pilot. */
import jpeg from 'jpeg-js';
import { drawnPortrait } from '../../fakes/documents/drawn-portrait.ts';
import { beginWork } from '../drivers/begin-work.ts';
import { expectNoSeriousFinding } from '../drivers/serious-findings.ts';
import { expect, test } from '../fixtures.ts';
import { RenewalScreenObject } from '../screens/renewal-screen.ts';
import { WORDS } from '../screens/words.ts';
import { openDesk } from '../shells/running-desk.ts';

const picture = (name: string, width: number, height: number, value: (x: number, y: number) => number) => {
  const data = Buffer.alloc(width * height * 4, 255);
  for (let at = 0; at < width * height; at += 1) data.fill(value(at % width, Math.floor(at / width)), at * 4, at * 4 + 3);
  return { name, mimeType: 'image/jpeg', buffer: jpeg.encode({ width, height, data }, 90).data };
};
const checked = (x: number, y: number) => ((x >> 4) + (y >> 4)) % 2 === 0 ? 180 : 90;
const stroke = (x: number, y: number) => (y > 45 && y < 52 && x > 60 && x < 260 ? 20 : 235);

test('today the rule has ended, and nothing is guessed', async ({ work, citizens, desk: { page } }) => {
  await work({ language: 'kk' });
  const screen = new RenewalScreenObject(page, WORDS.kk);
  await screen.open();
  await screen.check(citizens.case('card-renewal').iin);
  await expect(screen.text(screen.words.answer.ended.title)).toBeVisible();
  await expect(page.getByText(screen.words.answer.ended.text.replace('{{day}}', '01.03.2026'))).toBeVisible();
  await expect(page.getByRole('button', { name: screen.words.form.send })).toHaveCount(0);
});

test('in the days of the pilot a card is applied for; the office away opens the paper route', async ({ shell }) => {
  test.skip(shell === 'electron', 'the time of the desk can be moved only where the core runs in this process');
  let at = Date.parse('2026-02-10T07:00:00Z');
  const began = performance.now();
  const desk = await openDesk(shell, { camera: 'none', clock: { now: () => new Date(at + performance.now() - began), monotonicMs: () => performance.now() } });
  try {
    const { page, stand } = desk;
    // Of the same machine: else the page believes that nobody has worked here for months.
    await page.clock.setSystemTime(at);
    await beginWork(page);
    const screen = new RenewalScreenObject(page, WORDS.ru);
    const person = stand.control.population.people.find(({ trainingCase }) => trainingCase?.code === 'card-renewal')!;
    await screen.open();
    await screen.chooseReason('loss');
    await screen.check(person.iin);
    await expect(screen.text(screen.words.answer['other-reason'].title)).toBeVisible();
    await expect(page.getByRole('button', { name: screen.words.form.send })).toHaveCount(0);
    await screen.chooseReason('expiry');
    await screen.checkAgain();
    await expect(screen.text(screen.words.answer.allowed.title)).toBeVisible();

    await screen.choose('photo', picture('lying.jpg', 640, 480, checked));
    await expect(screen.text(screen.words.form.advice['too-small'])).toBeVisible();
    await screen.choose('photo', picture('wall.jpg', 480, 640, checked));
    await expect(screen.text(screen.words.form.face['no-face'])).toBeVisible();
    await screen.choose('photo', { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(drawnPortrait(person)) });
    await expect(screen.text(screen.words.form.good)).toBeVisible();
    await screen.choose('signature', picture('empty.jpg', 320, 100, () => 235));
    await expect(screen.text(screen.words.form.advice['no-ink'])).toBeVisible();
    await screen.choose('signature', picture('signature.jpg', 320, 100, stroke));
    await expect(screen.text(screen.words.form.goodSignature)).toBeVisible();
    await page.getByLabel(screen.words.form.email).fill('renew@example.kz');
    await expect(screen.text(screen.words.form.missing.replace('{{what}}', screen.words.form.phone))).toBeVisible();
    await page.getByLabel(screen.words.form.phone).fill(person.phone!.replace('+7', '8 '));

    const sum = (fee: number) => screen.text(screen.words.form.fee.replace('{{sum}}', String(fee)));
    await expect(sum(786)).toBeVisible();
    await screen.text(screen.words.form.delivery).click();
    await expect(sum(786 + 2500)).toBeVisible();
    await page.getByLabel(screen.words.form.address).fill('Астана, улица Учебная, 1');

    await expectNoSeriousFinding(page, 'renewal');
    // The screen scrolls, never the window under the strip and the header.
    expect(await page.evaluate(() => document.documentElement.scrollHeight - document.documentElement.clientHeight)).toBe(0);

    await stand.control.change({ outage: ['renewal'] });
    const send = page.getByRole('button', { name: screen.words.form.send });
    await send.click();
    await expect(screen.text(screen.words.away.title)).toBeVisible();
    at += 10 * 60_000;
    await screen.checkAgain();
    await page.getByRole('button', { name: screen.words.away.act }).click();
    await expect(page.getByText(/Акт сохранён: .*act-2026-02-10\.pdf/)).toBeVisible();
    await stand.control.reset();
    await screen.checkAgain();
    await expect(screen.text(screen.words.answer.allowed.title)).toBeVisible();
    // Nothing of the application was lost by the silence.
    await send.click();
    const accepted = page.getByText(/R-2026-\d{6}/);
    const number = /R-2026-\d{6}/.exec(await accepted.innerText())![0];

    await screen.lookFor(number);
    await expect(screen.text(screen.words.standing.status.received)).toBeVisible();
    await expect(screen.text(screen.words.standing.feedback)).toBeHidden();
    at += 15 * 24 * 60 * 60_000;
    await screen.lookFor(number);
    await expect(screen.text(screen.words.standing.status['handed-over'])).toBeVisible();
    await screen.text('4').click();
    await page.getByLabel(screen.words.standing.words).fill('Жылдам болды');
    await page.getByRole('button', { name: screen.words.standing.send }).click();
    await expect(screen.text(screen.words.standing.thanks)).toBeVisible();
    expect(stand.control.feedbackOn(number)).toEqual({ score: 4, text: 'Жылдам болды' });
  } finally {
    await desk.close();
  }
});
