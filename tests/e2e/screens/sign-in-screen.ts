/** The sign-in screen: who is at the desk, in which language. */
import type { Locator, Page } from 'playwright-core';
import { LANGUAGE_NAMES } from '../../../renderer/i18n/index.ts';
import type { Language } from '../../../shared/domain/localized.ts';
import type { Words } from './words.ts';

export class SignInScreenObject {
  readonly page: Page;
  readonly words: Words;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words;
  }

  get title(): Locator {
    return this.page.getByRole('heading', { name: this.words.signIn.training });
  }

  operator(name: string): Locator {
    return this.page.getByRole('button', { name });
  }

  async signInAs(name: string): Promise<void> {
    await this.operator(name).click();
  }

  async speak(language: Language): Promise<void> {
    await this.page.getByRole('radio', { name: LANGUAGE_NAMES[language] }).check({ force: true });
  }

  async signInWithKey(file: { name: string; buffer: Buffer }, password: string): Promise<void> {
    const { signIn } = this.words;
    await this.page.getByRole('button', { name: signIn.orKey }).click();
    const choosing = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: signIn.choose }).click();
    await (await choosing).setFiles({ ...file, mimeType: 'application/x-pkcs12' });
    await this.page.getByLabel(signIn.password).fill(password);
    await this.page.getByRole('button', { name: signIn.submit, exact: true }).click();
  }
}
