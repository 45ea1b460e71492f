/** The citizen's phone: documents, «Открыть доступ», SMS, views. */
import type { Locator, Page } from 'playwright-core';

/** The words of the phone in Russian, as its page writes them. */
const WORDS = {
  openAccess: 'Открыть доступ',
  closeAccess: 'Закрыть доступ',
  code: 'Код из SMS',
  agree: 'Согласен',
  refuse: 'Отказать',
  extend: 'Продлить до 30 минут',
  scanRequest: 'Сканировать QR у окна',
  requestText: 'Текст QR-кода',
  scan: 'Сканировать',
  show: 'Согласен показать',
} as const;

export class PhoneScreenObject {
  readonly page: Page;
  readonly #base: string;

  /** @param standUrl where the stand listens */
  constructor(page: Page, standUrl: string) {
    this.page = page;
    this.#base = `${standUrl}/phone/ru`;
  }

  async pickUp(iin: string): Promise<void> {
    await this.page.goto(`${this.#base}/${iin}`);
  }

  async openFirstDocument(): Promise<void> {
    await this.page.getByRole('button', { name: WORDS.openAccess }).first().click();
  }

  async closeAccess(): Promise<void> {
    await this.page.getByRole('button', { name: WORDS.closeAccess }).click();
  }

  /** @param qr what its camera read off the desk's screen */
  async scanDeskRequest(qr: string): Promise<void> {
    await this.page.getByText(WORDS.scanRequest).click();
    await this.page.getByLabel(WORDS.requestText).fill(qr);
    await this.page.getByRole('button', { name: WORDS.scan, exact: true }).click();
  }

  /** Who asks, and what for. */
  get asker(): Locator {
    return this.page.getByRole('definition');
  }

  async deskCode(): Promise<string> {
    return this.page.locator('[data-desk-code]').innerText();
  }

  async showDocument(): Promise<void> {
    await this.page.getByRole('button', { name: WORDS.show }).click();
  }

  async shortCode(): Promise<string> {
    return (await this.page.locator('[data-short-code]').innerText()).replaceAll(/\D/g, '');
  }

  async readMessages(iin: string): Promise<void> {
    await this.page.goto(`${this.#base}/${iin}/messages`);
  }

  async agree(password: string): Promise<void> {
    await this.page.getByLabel(WORDS.code).first().fill(password);
    await this.page.getByRole('button', { name: WORDS.agree }).first().click();
  }

  async refuse(): Promise<void> {
    await this.page.getByRole('button', { name: WORDS.refuse }).first().click();
  }

  async readViews(iin: string): Promise<void> {
    await this.page.goto(`${this.#base}/${iin}/views`);
  }

  get views(): Locator {
    return this.page.getByRole('main').getByRole('listitem');
  }
}
