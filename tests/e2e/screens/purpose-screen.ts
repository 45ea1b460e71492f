/** The purpose chooser. */
import type { Locator, Page } from 'playwright-core';
import type { Words } from './words.ts';

export class PurposeScreenObject {
  readonly page: Page;
  readonly words: Words;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words;
  }

  get title(): Locator {
    return this.page.getByRole('heading', { name: this.words.purpose.title });
  }

  /** From any screen: an operator who comes back finds the last purpose chosen. */
  async choose(title: string): Promise<void> {
    await this.page.getByRole('banner').waitFor();
    await this.page.keyboard.press('F4');
    await this.page
      .getByRole('listitem')
      .filter({ has: this.page.getByText(title, { exact: true }) })
      .getByRole('button')
      .click();
  }
}
