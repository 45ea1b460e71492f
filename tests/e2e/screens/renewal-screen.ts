/** The screen of renewing identity cards. */
import type { Locator, Page } from 'playwright-core';
import type { Words } from './words.ts';

interface PictureFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export class RenewalScreenObject {
  readonly page: Page;
  readonly words: Words['renewal'];

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words.renewal;
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('Control+d');
    await this.page.getByRole('heading', { name: this.words.title }).waitFor();
  }
  /** With the keyboard alone: the field has the focus, Enter asks. */
  async check(iin: string): Promise<void> {
    await this.page.getByLabel(this.words.iin).fill(iin);
    await this.page.keyboard.press('Enter');
  }
  /** The same question, with whatever stands beside it. */
  async checkAgain(): Promise<void> {
    await this.page.getByRole('button', { name: this.words.check, exact: true }).click();
  }
  async chooseReason(reason: 'expiry' | 'loss'): Promise<void> {
    // A choice is named by what is chosen, then by its label.
    await this.page.getByRole('button', { name: new RegExp(`${this.words.reason.label}$`) }).click();
    await this.page.getByRole('option', { name: this.words.reason[reason], exact: true }).click();
  }
  /** Where the card of this application is. */
  async lookFor(number: string): Promise<void> {
    await this.page.getByLabel(this.words.standing.number).fill(number);
    await this.page.getByRole('button', { name: this.words.standing.look }).click();
  }
  text(words: string): Locator {
    return this.page.getByText(words, { exact: true });
  }
  async choose(kind: 'photo' | 'signature', file: PictureFile): Promise<void> {
    const choosing = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: this.words.form.choose, description: this.words.form[kind] }).click();
    await (await choosing).setFiles(file);
  }
}
