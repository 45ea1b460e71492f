/** The operator's side of applications for keys by keyboard alone: a mismatch passed by two people, and a number of БМГ whose code only its owner types. */
import type { Page } from 'playwright-core';
import type { Stand } from '../../../electron/stand/index.ts';
import type { StandPerson } from '../../../electron/stand/population/index.ts';
import { portraitOf } from '../../../electron/stand/portraits.ts';
import { ru } from '../../../renderer/citizen/texts/ru.ts';
import { EMAIL, GOOD_PASSWORD } from '../../fakes/citizen-keys.ts';
import { jpegOfPng, PIN, portalCitizen, type PortalCitizen } from '../../fakes/portal-citizen.ts';
import { OPERATOR_NAMES } from '../drivers/operators.ts';
import { expectNoSeriousFinding } from '../drivers/serious-findings.ts';
import { expect, test } from '../fixtures.ts';
import { CitizenPage } from '../screens/citizen-page.ts';
import { SignInScreenObject } from '../screens/sign-in-screen.ts';
import { WORDS } from '../screens/words.ts';
import { openCitizenBrowser } from '../shells/citizen-browser.ts';

const { cases: words, app } = WORDS.ru;

/** Somebody ordinary whose application no other test has begun. */
const person = (stand: Stand, index: number): StandPerson =>
  stand.control.population.people.filter(({ trainingCase, phone, documents, iin, deathDate }) =>
    trainingCase === null && phone !== null && deathDate === null && documents.some(({ type, ownerIin }) => type === 'identity_card' && ownerIin === iin))[30 + index]!;
const reached = (citizen: PortalCitizen, stage: string): Promise<void> => expect.poll(() => citizen.stage(), { timeout: 90_000 }).toBe(stage);

/** The way there is shown once the desk knows that it takes part. */
async function openCases(page: Page): Promise<void> {
  await expect(page.getByRole('navigation').getByText(/^Заявки/)).toBeVisible();
  await page.keyboard.press('Control+i');
}

/** The key is the button's: both wait until the desk knows what its operator has in hand. */
async function takeNext(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: words.take })).toBeEnabled();
  await page.keyboard.press('F9');
}

/** A screen at 200 %: the work scrolls in its place, sections and header stay. */
async function magnified(page: Page, look: () => Promise<void>): Promise<void> {
  const size = page.viewportSize() ?? { width: 1366, height: 768 };
  await page.setViewportSize({ width: 683, height: 384 });
  expect(await page.evaluate(() => document.documentElement.scrollHeight - document.documentElement.clientHeight)).toBe(0);
  await look();
  await page.setViewportSize(size);
}

test('one mismatch is passed by two operators, each by keyboard, and its owner gets the keys; another is refused, and its owner told why', async ({ desk: { page, stand } }) => {
  test.slow();
  // Somebody else with the card of the applicant: the engine of the desk takes their drawings for strangers, as it does one pair in eight.
  const applicant = stand.control.population.byIin('750815399005')!;
  const stranger = jpegOfPng(portraitOf(stand.control.population.byIin('870415399005')!).bytes);
  const citizen = await portalCitizen(stand, applicant, reached, { selfie: stranger, stills: [stranger, stranger, stranger], front: jpegOfPng(portraitOf(applicant).bytes) });
  const other = await portalCitizen(stand, person(stand, 2), reached);
  const elapse = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms));
  await Promise.all([citizen.identify(elapse), other.identify(elapse)]);
  await citizen.card({ surname: `${applicant.surname}ЕВ` });
  await reached(citizen, 'moderation');

  await new SignInScreenObject(page, WORDS.ru).signInAs(OPERATOR_NAMES.agent);
  const queue = page.getByRole('table');
  await expect(queue.getByText(words.kind.moderation)).toBeVisible();
  await expect(queue.getByText(applicant.surname)).toHaveCount(0);
  await takeNext(page);
  // Nobody switched anything: the faces were compared, and both pairs with the stranger in them differ.
  await expect(page.getByText(words.faces.outcome.mismatch)).toHaveCount(2);
  const surname = page.getByRole('row', { name: words.fields.name.surname, exact: false }).first();
  await expect(surname).toContainText(words.fields.comparison.different);
  await expect(surname.locator('mark').first()).toHaveText('ЕВ');
  await expect(page.getByRole('img', { name: words.faces.selfie, exact: true })).toHaveAttribute('aria-busy', 'false');
  await expectNoSeriousFinding(page, 'cases');
  const approve = page.getByRole('button', { name: words.answer.approveSecond });
  await magnified(page, async () => {
    for (const answer of [approve, page.getByRole('button', { name: words.file.putBack })]) await expect(answer).toBeInViewport({ ratio: 1 });
  });
  await expect(approve).toBeEnabled();
  await page.keyboard.press('F9');
  await expect(page.getByText(words.stage['second-opinion'])).toBeVisible();
  await takeNext(page);
  await expect(page.getByText(words.noneForYou)).toBeVisible();
  await expectNoSeriousFinding(page, 'cases');

  await page.keyboard.press('Control+l');
  await page.evaluate(() => (globalThis as unknown as { host: { call(name: string, input: null): Promise<unknown> } }).host.call('operator.signOut', null));
  await new SignInScreenObject(page, WORDS.ru).signInAs(OPERATOR_NAMES.supervisor);
  await openCases(page);
  await expect(queue.getByText(words.kind['second-opinion'])).toBeVisible();
  await takeNext(page);
  await expect(page.getByRole('button', { name: words.answer.approve })).toBeEnabled();
  await page.keyboard.press('F9');
  await expect(page.getByText(words.stage.grant)).toBeVisible();
  await reached(citizen, 'grant');

  await other.card({ number: '000000001' });
  await reached(other, 'moderation');
  await takeNext(page);
  await expect(page.getByRole('button', { name: words.answer.refuse })).toBeEnabled();
  await page.keyboard.press('F10');
  // By its digit: the second of the reasons that are offered.
  await expect(page.getByRole('dialog').getByRole('button', { name: words.reason['data-differ'] })).toBeVisible();
  await page.keyboard.press('2');
  await expect(page.getByText(words.answer.done.replace('{{stage}}', words.stage.refused))).toBeVisible();
  await reached(other, 'refused');

  const browser = await openCitizenBrowser(stand.url);
  try {
    const refused = new CitizenPage(browser.page, stand, person(stand, 2));
    await refused.continueWith(other);
    await refused.at(ru.ended.refused);
    await expect(refused.page.getByText(ru.ended.reasons['data-differ'], { exact: false })).toBeVisible();
    const side = new CitizenPage(await browser.freshPage(), stand, applicant);
    await side.continueWith(citizen);
    expect(await side.takeKeys(PIN, EMAIL, GOOD_PASSWORD)).toMatch(/^GOST512_[0-9a-f]{40}\.p12$/);
    await side.at(ru.keys.issued.title);
    expect(await citizen.stage()).toBe('issued');
  } finally {
    await browser.close();
  }
});

test('a number is registered by the code its owner types', async ({ desk: { page, stand } }) => {
  const owner = person(stand, 1);
  await new SignInScreenObject(page, WORDS.ru).signInAs(OPERATOR_NAMES.tson);
  await openCases(page);
  await expect(page.getByRole('heading', { name: words.title })).toBeVisible();
  await magnified(page, async () => {});
  await page.keyboard.press('F3');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox').first()).toBeFocused();
  // As a person types: what comes faster is a scanner's.
  await page.keyboard.type(owner.iin, { delay: 90 });
  await page.keyboard.press('Tab');
  await page.keyboard.type('8 708 999 55 44', { delay: 90 });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  // From the last field of the form Enter sends it.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('…44')).toBeVisible();
  // Nothing on the operator's screen takes a code: the dialog has no field left.
  await expect(dialog.getByRole('textbox')).toHaveCount(0);
  await expectNoSeriousFinding(page, 'cases');
  const code = /\d{6}/.exec(stand.control.messagesTo('+77089995544')[0]!.text.ru)![0];
  const phone = await fetch(`${stand.url}/phone/ru/${owner.iin}/messages`).then((answer) => answer.text());
  await fetch(`${stand.url}${/action="([^"]*registrations[^"]*)"/.exec(phone)![1]}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: stand.url },
    body: new URLSearchParams({ code }),
    redirect: 'manual',
  });
  await expect(dialog.getByText(words.phones.changed.replace('{{ending}}', '44'))).toBeVisible();
  await dialog.getByRole('button', { name: app.close }).last().click();
  await expect(dialog).toHaveCount(0);
});
