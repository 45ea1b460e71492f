/** The locked desk. */
import type { Locator, Page } from 'playwright-core';
import type { Words } from './words.ts';

export class LockScreenObject {
  readonly page: Page;
  readonly words: Words;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words;
  }

  get title(): Locator {
    return this.page.getByRole('heading', { name: this.words.app.lock.title });
  }

  async unlock(): Promise<void> {
    await this.page.getByRole('button', { name: this.words.app.lock.stay }).click();
  }

  async signOut(): Promise<void> {
    await this.page.getByRole('button', { name: this.words.app.lock.signOut }).click();
  }
}
