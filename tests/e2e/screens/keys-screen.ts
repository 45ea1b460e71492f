/** The keys screen. */
import type { Locator, Page } from 'playwright-core';
import { pattern, type Words } from './words.ts';

export interface PickedFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export class KeysScreenObject {
  readonly page: Page;
  readonly words: Words['keys'];

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words.keys;
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await this.title.waitFor();
  }

  get title(): Locator {
    return this.page.getByRole('heading', { name: this.words.title, level: 1 });
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  get refusal(): Locator {
    return this.dialog.getByRole('alert');
  }

  get done(): Locator {
    return this.page.getByRole('status');
  }

  row(text: string): Locator {
    return this.page.getByRole('row').filter({ hasText: text });
  }

  /** By keyboard alone: the menu of the row, then its entry. */
  async act(row: Locator, action: keyof Words['keys']['action']): Promise<void> {
    await row.getByRole('button', { name: pattern(this.words.actionsOf) }).press('Enter');
    await this.page.getByRole('menuitem', { name: this.words.action[action] }).press('Enter');
  }

  async enter(fields: Partial<Record<'filePassword' | 'oldPassword' | 'newPassword' | 'repeat' | 'surname' | 'name' | 'iin' | 'pinCode', string>>): Promise<void> {
    for (const [name, value] of Object.entries(fields)) await this.dialog.getByLabel(this.words[name as 'surname'], { exact: true }).fill(value);
  }

  async choosePlace(choice: RegExp): Promise<void> {
    await this.dialog.getByRole('button', { name: pattern(this.words.place) }).click();
    await this.page.getByRole('option', { name: choice }).click();
  }

  async pick(file: PickedFile): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.dialog.getByRole('button', { name: this.words.chooseFile }).click();
    await (await chooser).setFiles(file);
  }

  async submit(name: string): Promise<void> {
    await this.dialog.getByRole('button', { name, exact: true }).click();
  }
}
