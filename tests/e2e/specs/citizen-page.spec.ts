/** The citizen's page for everybody: no serious finding of accessibility at any step, in light and dark; nothing runs over the edge of a phone or of a screen at 200 %. */
import type { Page } from 'playwright-core';
import { createIssuancePortal } from '../../../electron/gateways/issuance/index.ts';
import { CITIZEN_BUNDLE } from '../../../electron/launch/repository.ts';
import { startStand, type Stand } from '../../../electron/stand/index.ts';
import type { CaseStage } from '../../../shared/domain/issuance/issuance-case.ts';
import { kk } from '../../../renderer/citizen/texts/kk.ts';
import { ru } from '../../../renderer/citizen/texts/ru.ts';
import { CALL_TEXTS } from '../../../renderer/features/video-call/texts.ts';
import { expectNoSeriousFinding } from '../drivers/serious-findings.ts';
import { expect, test } from '../fixtures.ts';
import { CitizenInCall } from '../screens/call-screens.ts';
import { type CitizenBrowser, openCitizenBrowser } from '../shells/citizen-browser.ts';

type Texts = typeof kk | typeof ru;
const TEXTS = { kk, ru };
const SOON = new Date(Date.now() + 600_000).toISOString();
const STAGES: readonly CaseStage[] = [
  { stage: 'identification' },
  { stage: 'blocked', until: SOON },
  { stage: 'cooling-off', until: SOON },
  { stage: 'operator-identification' },
  { stage: 'account' },
  { stage: 'card' },
  { stage: 'confirmation' },
  { stage: 'comparison' },
  { stage: 'moderation', priority: 'normal', dueAt: SOON, reasons: [] },
  { stage: 'grant' },
  { stage: 'application' },
  { stage: 'issued', certificates: ['ab'.repeat(32)], revokedOld: 1 },
  { stage: 'registered', coolsUntil: SOON },
  { stage: 'refused', by: 'operator', reason: 'card-expired' },
];
const VIEWS = [
  { name: 'phone, light, kk', language: 'kk', view: { viewport: { width: 390, height: 844 }, colorScheme: 'light' } },
  { name: 'screen at 200 %, dark, ru', language: 'ru', view: { viewport: { width: 683, height: 384 }, colorScheme: 'dark' } },
] as const;

let stand: Stand;
test.beforeAll(async () => {
  // No desk: the test itself says where the application stands.
  stand = await startStand({ seed: 3, citizenBundle: CITIZEN_BUNDLE });
});
test.afterAll(() => stand.close());

for (const { name, language, view } of VIEWS) {
  test(`every step of the citizen, ${name}`, async () => {
    const browser = await openCitizenBrowser(stand.url, { language, view: { ...view, reducedMotion: 'reduce' } });
    const { page } = browser;
    try {
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectFitForAll(browser, 'welcome');
      const person = stand.control.population.people.find(({ phone, deathDate }) => phone !== null && deathDate === null)!;
      await page.getByRole('textbox').first().fill(person.iin);
      await page.keyboard.press('Enter');
      await expect(page.locator('input[autocomplete=one-time-code]')).toBeFocused();
      await expectFitForAll(browser, 'phone');
      const id = await page.evaluate(() => (JSON.parse(sessionStorage.getItem('application')!) as { id: string }).id);
      const portal = createIssuancePortal((await stand.connection()).issuance!);
      for (const [index, stage] of STAGES.entries()) {
        const before = await page.getByRole('heading', { level: 1 }).textContent();
        await portal.showStage(id, index + 2, stage);
        await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(before!);
        // What is new is where the reader and the keyboard are.
        await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
        // This machine has no camera: the check before a call says so, and what to do.
        if (stage.stage === 'operator-identification') await expect(page.getByRole('alert')).toContainText(CALL_TEXTS[language].check.problem['no-camera'].next);
        if (stage.stage === 'confirmation') await correctsName(page, TEXTS[language]);
        await expectFitForAll(browser, stage.stage);
      }
    } finally {
      await browser.close();
    }
  });
}

test('a number alone is asked for beside the keys: the call at once, no way of seven steps, no code to the number that may be lost', async () => {
  const browser = await openCitizenBrowser(stand.url, { language: 'kk' });
  const { page } = browser;
  try {
    const person = stand.control.population.people.find(({ phone, deathDate }) => phone !== null && deathDate === null)!;
    const sentBefore = stand.control.messages(person.iin).length;
    // No signing service on this machine: it is an offer, and nothing waits for it.
    await expect(page.getByText(kk.welcome.signerMissing)).toBeVisible();
    await page.getByRole('textbox').first().fill(person.iin);
    await page.getByRole('button', { name: kk.phoneOnly.begin }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(kk.operator.registration);
    await expect(page.getByRole('alert')).toContainText(CALL_TEXTS.kk.check.problem['no-camera'].next);
    await expect(page.locator('.citizen-progress')).toBeHidden();
    expect(stand.control.messages(person.iin)).toHaveLength(sentBefore);
  } finally {
    await browser.close();
  }
});

test('a step of the case that leaves its stage as it was, such as a noted risk, takes nobody out of the queue; one that leads on does', async () => {
  const browser = await openCitizenBrowser(stand.url, { film: { pattern: true } });
  const { page } = browser;
  try {
    const person = stand.control.population.people.filter(({ phone, deathDate }) => phone !== null && deathDate === null)[1]!;
    await page.getByLabel(ru.welcome.iin).fill(person.iin);
    await page.getByRole('button', { name: ru.phoneOnly.begin }).click();
    await new CitizenInCall(page).joinQueue();
    const id = await page.evaluate(() => (JSON.parse(sessionStorage.getItem('application')!) as { id: string }).id);
    const queue = page.locator('.call-queue');
    await queue.evaluate((drawn) => drawn.setAttribute('data-drawn', 'before'));
    const portal = createIssuancePortal((await stand.connection()).issuance!);
    const heard = page.waitForRequest(/\/stage\?after=2$/);
    await portal.showStage(id, 2, { stage: 'phone-registration' });
    // The page knows that step when it asks for the one after it, and has drawn it a frame later.
    await heard;
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    await expect(queue).toHaveAttribute('data-drawn', 'before');
    await portal.showStage(id, 3, { stage: 'registered', coolsUntil: null });
    await expect(page.getByRole('heading', { level: 1, name: ru.phoneOnly.done })).toBeVisible();
    await expect(queue).toBeHidden();
  } finally {
    await browser.close();
  }
});

/** On a keyboard without the letters of the name: they are put where the caret stands. */
async function correctsName(page: Page, { confirmation }: Texts): Promise<void> {
  const name = page.getByLabel(confirmation.fields.name, { exact: true });
  await name.fill('лішер');
  await name.press('Home');
  await page.getByRole('group', { name: confirmation.letters }).getByRole('button', { name: 'Ә' }).click();
  await name.press('End');
  await page.getByRole('group', { name: confirmation.letters }).getByRole('button', { name: 'Ң' }).click();
  await expect(name).toHaveValue('ӘЛІШЕРҢ');
  await expect(name).toBeFocused();
}

async function expectFitForAll({ page }: CitizenBrowser, where: string): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(over, `${where}: runs over the edge`).toBeLessThanOrEqual(0);
  await expectNoSeriousFinding(page, where);
}
