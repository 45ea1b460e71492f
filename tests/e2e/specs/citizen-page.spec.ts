/** The citizen's page for everybody: no serious finding of accessibility at any step, in light and dark; nothing runs over the edge of a phone or of a screen at 200 %. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page as TestPage } from 'playwright/test';
import { createIssuancePortal } from '../../../electron/gateways/issuance/index.ts';
import { CITIZEN_BUNDLE } from '../../../electron/launch/repository.ts';
import { startStand, type Stand } from '../../../electron/stand/index.ts';
import type { CaseStage } from '../../../shared/domain/issuance-case.ts';
import { expect, test } from '../fixtures.ts';
import { type CitizenBrowser, openCitizenBrowser } from '../shells/citizen-browser.ts';

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
        await expectFitForAll(browser, stage.stage);
      }
    } finally {
      await browser.close();
    }
  });
}

async function expectFitForAll({ page }: CitizenBrowser, where: string): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(over, `${where}: runs over the edge`).toBeLessThanOrEqual(0);
  // The builder types its page by the test runner's copy of the same class.
  const { violations } = await new AxeBuilder({ page: page as TestPage }).setLegacyMode(true).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }));
  expect(serious, where).toEqual([]);
}
