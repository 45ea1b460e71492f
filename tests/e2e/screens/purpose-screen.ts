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

  async choose(title: string): Promise<void> {
    await this.page
      .getByRole('listitem')
      .filter({ has: this.page.getByText(title, { exact: true }) })
      .getByRole('button')
      .click();
  }
}
