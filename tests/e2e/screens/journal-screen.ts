/** The journal screen. */
import type { Locator, Page } from 'playwright-core';
import type { Words } from './words.ts';

export class JournalScreenObject {
  readonly page: Page;
  readonly words: Words;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words;
  }

  get table(): Locator {
    return this.page.getByRole('table');
  }

  /** The newest entry of this kind. */
  newest(kind: keyof Words['journal']['event']): Locator {
    return this.table
      .getByRole('row')
      .filter({ has: this.page.getByRole('cell', { name: this.words.journal.event[kind], exact: true }) })
      .first();
  }

  async open(section: 'entries' | 'reports' | 'citizen' | 'safekeeping'): Promise<void> {
    await this.page.getByText(this.words.journal.section[section], { exact: true }).click();
  }

  async findCitizen(iin: string): Promise<void> {
    await this.page.getByLabel(this.words.journal.citizen.iin).fill(iin);
    await this.page.getByRole('button', { name: this.words.journal.citizen.find, exact: true }).click();
  }

  async deliverNow(): Promise<void> {
    await this.page.getByRole('button', { name: this.words.journal.deliver }).click();
  }

  async verify(): Promise<void> {
    await this.page.getByRole('button', { name: this.words.journal.verify }).click();
  }
}
