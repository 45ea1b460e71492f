/** The desk: the ways in, the answer in its band, the face, the mark. */
import type { Locator, Page } from 'playwright-core';
import { REASON_TEXTS } from '../../../shared/domain/reason-texts/index.ts';
import type { Language } from '../../../shared/domain/localized.ts';
import type { ReasonCode } from '../../../shared/domain/reason-code.ts';
import type { CheckLayer, LayerOutcome, Verdict } from '../../../shared/domain/checking/verdict.ts';
import { pattern, WORDS, type Words } from './words.ts';

export class DeskScreenObject {
  readonly page: Page;
  readonly language: Language;
  readonly words: Words;

  constructor(page: Page, language: Language = 'ru') {
    this.page = page;
    this.language = language;
    this.words = WORDS[language];
  }

  get ready(): Locator {
    return this.page.getByRole('region', { name: this.words.desk.ready.title });
  }

  /** Once it is whole: its band comes a frame or two before the rest. */
  get answer(): Locator {
    return this.page.getByRole('region', { name: this.words.verdict.region, exact: true }).and(this.page.locator('[aria-busy="false"]'));
  }

  /** The band across the window with this verdict in words, or with what it says of a code that opened no document. */
  verdict(verdict: Verdict | 'not-a-document' | 'not-opened'): Locator {
    return this.page.getByRole('heading', { name: this.words.verdict.word[verdict], exact: true });
  }

  headline(code: ReasonCode): Locator {
    return this.page.getByText(this.words.verdict.code.replace('{{code}}', code), { exact: true });
  }

  notice(code: ReasonCode): Locator {
    return this.page
      .getByRole('region', { name: this.words.verdict.notices })
      .getByText(REASON_TEXTS[this.language][code].reason, { exact: true });
  }

  layer(layer: CheckLayer, outcome: LayerOutcome): Locator {
    return this.page
      .getByRole('listitem')
      .filter({ hasText: this.words.verdict.layers[layer] })
      .filter({ hasText: this.words.verdict.layers.outcome[outcome] });
  }

  get document(): Locator {
    return this.page.getByRole('article');
  }

  get documentTitle(): Locator {
    return this.document.getByRole('heading').first();
  }

  get photo(): Locator {
    return this.page.getByRole('img', { name: this.words.verdict.document.photo });
  }

  get mark(): Locator {
    return this.page.getByRole('region', { name: this.words.verdict.mark.title });
  }

  get scanner(): Locator {
    return this.page.getByRole('region', { name: this.words.scanner.title, exact: true });
  }

  cameraSays(state: keyof Words['scanner']['state']): Locator {
    return this.scanner.getByText(this.words.scanner.state[state], { exact: true });
  }

  get codeField(): Locator {
    return this.page.getByLabel(this.words.desk.code.label);
  }

  get iinField(): Locator {
    return this.page.getByLabel(this.words.desk.code.iin);
  }

  /** ИИН first, then the six digits: the sixth sends. */
  async typeCode(code: string, iin: string): Promise<void> {
    await this.iinField.fill(iin);
    await this.codeField.fill(code);
  }

  async turnCameraOn(): Promise<void> {
    await this.page.getByRole('button', { name: this.words.scanner.turnOn }).click();
  }

  async turnCameraOff(): Promise<void> {
    await this.page.getByRole('button', { name: this.words.scanner.turnOff }).click();
  }

  /** @param name the device's own name, or the training camera's */
  async chooseCamera(name: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name: this.words.scanner.choose }).click();
    await this.page.getByRole('option', { name }).click();
  }

  async attestFace(): Promise<void> {
    await this.page.getByRole('button', { name: this.words.verdict.face.same }).click();
  }

  async clear(): Promise<void> {
    await this.page.getByRole('button', { name: this.words.verdict.clear.now }).click();
  }

  async lock(): Promise<void> {
    await this.page.getByRole('button', { name: this.words.app.nav.lock }).click();
  }

  async openJournal(): Promise<void> {
    await this.page.getByRole('navigation').getByRole('button', { name: this.words.app.nav.journal }).click();
  }

  async openSettings(): Promise<void> {
    await this.page.getByRole('navigation').getByRole('button', { name: this.words.app.nav.settings }).click();
  }

  async backToDesk(): Promise<void> {
    await this.page.getByRole('navigation').getByRole('button', { name: this.words.app.nav.desk }).click();
  }

  /** How many marks wait for the service, as the header says it. */
  get marksWaiting(): Locator {
    return this.page.getByText(pattern(this.words.app.health.marksWaiting));
  }

  async askConsent(input: { iin: string; phone: string; document: string }): Promise<void> {
    const { consent } = this.words.desk;
    await this.page.getByRole('button', { name: consent.open }).first().click();
    const dialog = this.page.getByRole('dialog', { name: consent.title });
    await dialog.getByLabel(consent.iin).fill(input.iin);
    await dialog.getByLabel(consent.phone).fill(input.phone);
    await dialog.getByRole('button', { name: consent.document }).click();
    await this.page.getByRole('option', { name: input.document, exact: true }).click();
    await dialog.getByRole('button', { name: consent.send }).click();
  }
}
