/** The dialog that asks for a signature. */
import type { Locator, Page } from 'playwright-core';
import type { Language } from '../../../shared/domain/localized.ts';
import { WORDS, type Words } from './words.ts';

export class SigningDialogObject {
  readonly page: Page;
  readonly words: Words['signing'];

  constructor(page: Page, language: Language) {
    this.page = page;
    this.words = WORDS[language].signing;
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  titled(title: string): Locator {
    return this.page.getByRole('dialog', { name: title });
  }

  async allowOnce(): Promise<void> {
    await this.dialog.getByRole('button', { name: this.words.caller.once }).press('Enter');
  }

  /** With the keyboard alone, as the dialog is meant to be used. */
  async openKeyFile(path: string, password: string): Promise<void> {
    const typed = this.dialog.getByLabel(this.words.folder.path);
    await typed.fill(path);
    await typed.press('Enter');
    await this.typePassword(password);
  }

  async typePassword(password: string): Promise<void> {
    const field = this.dialog.getByLabel(this.words.key.password);
    await field.fill(password);
    await field.press('Enter');
  }

  async agree(task: 'sign' | 'sign-in' | 'show-certificate'): Promise<void> {
    await this.dialog.getByRole('button', { name: this.words.agree[task], exact: true }).press('Enter');
  }
}
