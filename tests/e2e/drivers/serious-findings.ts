/** What an automated accessibility check finds serious on a page: nothing. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, type Page as TestPage } from 'playwright/test';

export async function expectNoSeriousFinding(page: Page, where: string): Promise<void> {
  // The builder types its page by the test runner's copy of the same class; legacy mode opens no second page, which the shell would close.
  const { violations } = await new AxeBuilder({ page: page as TestPage }).setLegacyMode(true).analyze();
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }));
  expect(serious, where).toEqual([]);
}
