/** The citizen's page of the portal, as a person uses it; counts what that person had to do. */
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'playwright/test';
import type { Stand } from '../../../electron/stand/index.ts';
import type { StandPerson } from '../../../electron/stand/population/person.ts';
import { CARD_FIELDS, LivenessChallenge } from '../../../shared/domain/identification/identification.ts';
import { linesOf } from '../../../renderer/citizen/steps/card/card-form.ts';
import { ru } from '../../../renderer/citizen/texts/ru.ts';
import type { ActingPerson } from '../film/acting-person.ts';
import { cardOf, greyPicture } from '../../fakes/portal-citizen.ts';

export class CitizenPage {
  readonly page: Page;
  readonly #stand: Stand;
  readonly #person: StandPerson;
  /** Things the citizen decided and handed in; waiting and looking are none. */
  actions = 0;

  constructor(page: Page, stand: Stand, person: StandPerson) {
    this.page = page;
    this.#stand = stand;
    this.#person = person;
  }

  heading(text: string): Locator {
    return this.page.getByRole('heading', { level: 1, name: text });
  }
  /** @throws where the step does not come */
  async at(text: string): Promise<void> {
    await expect(this.heading(text)).toBeVisible();
  }
  /** What became of the comparison: its engine takes as long as the machine makes it. */
  async comparedTo(text: string): Promise<void> {
    await expect(this.heading(text)).toBeVisible({ timeout: 120_000 });
  }
  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }
  async press(name: string): Promise<void> {
    this.actions += 1;
    await this.button(name).click();
  }

  async begin(): Promise<void> {
    await this.page.getByLabel(ru.welcome.iin).fill(this.#person.iin);
    await this.press(ru.welcome.begin);
  }
  /** An application that was begun elsewhere, as this tab would have kept it over a reload. */
  async continueWith({ id, token }: { id: string; token: string }): Promise<void> {
    await this.page.evaluate((session) => sessionStorage.setItem('application', session), JSON.stringify({ id, token }));
    await this.page.reload();
  }
  /** From the PIN to the saved file, as the desk and the НУЦ let it go on. @param folder where the file is wanted @returns its name */
  async takeKeys(pin: string, email: string, password: string, folder?: string): Promise<string> {
    await this.page.getByLabel(ru.grant.pin).fill(pin);
    await this.press(ru.grant.allow);
    await this.at(ru.keys.agreement.title);
    await this.page.getByText(ru.keys.agreement.accept).click();
    await this.page.getByLabel(ru.keys.agreement.email).fill(email);
    await this.press(ru.keys.agreement.apply);
    await this.at(ru.keys.install.title);
    await this.page.getByLabel(ru.keys.install.password, { exact: true }).fill(password);
    await this.page.getByLabel(ru.keys.install.repeat).fill(password);
    const saved = this.page.waitForEvent('download');
    await this.press(ru.keys.install.save);
    const file = await saved;
    if (folder !== undefined) await file.saveAs(join(folder, file.suggestedFilename()));
    return file.suggestedFilename();
  }
  /** The newest one-time password on the own phone. */
  codeOnPhone(): string {
    return /\d{6}/.exec(this.#stand.control.messages(this.#person.iin)[0]!.text.ru)![0];
  }
  async typeCode(code?: string): Promise<void> {
    await this.page.getByText(/Код отправлен|Отправить код ещё раз|Ещё раз можно/).first().waitFor();
    this.actions += 1;
    const field = this.page.getByLabel(ru.phone.code);
    // The message may come a moment after the page has asked for it.
    if (code === undefined) await expect(async () => expect(this.codeOnPhone()).toMatch(/\d{6}/)).toPass();
    await field.fill(code ?? this.codeOnPhone());
  }
  /** Six digits that are not the ones on the phone. */
  wrongCode(): string {
    return this.codeOnPhone() === '000000' ? '000001' : '000000';
  }
  /**
   * Does what the page asks until the movements are over. A machine that stalls for a second loses the face, and the page says that
   * this does not count: then once more.
   * @returns how many things had to be done again for that
   */
  async moveAsAsked(person: ActingPerson): Promise<number> {
    const before = this.actions + 1;
    for (let lost = 0; ; lost += 1) {
      await this.press(ru.identification.useSelfie);
      const notCounted = this.page.getByText('Попытка не засчитана');
      const over = this.heading(ru.account.title).or(notCounted);
      while (!(await over.isVisible())) {
        const asked = await this.page.evaluate(() => document.querySelector('.citizen-instruction')?.textContent ?? '');
        person.act(LivenessChallenge.options.find((challenge) => ru.identification.challenges[challenge] === asked) ?? null);
        await this.page.waitForTimeout(50);
      }
      person.act(null);
      if (lost === 2 || !(await notCounted.isVisible())) return this.actions - before;
      await this.press(ru.identification.start);
    }
  }
  async choosePin(pin: string): Promise<void> {
    await this.page.getByLabel(ru.account.pin, { exact: true }).fill(pin);
    await this.page.getByLabel(ru.account.repeat).fill(pin);
    await this.press(ru.account.save);
  }
  async handInCard(front: string | { name: string; mimeType: string; buffer: Buffer }, back = front): Promise<void> {
    for (const [side, picture] of [
      [ru.card.front, front],
      [ru.card.back, back],
    ] as const) {
      await this.page.getByLabel(`${ru.card.byFile}: ${side}`).setInputFiles(picture);
      await expect(this.page.getByRole('img', { name: ru.card.pictureOf.replace('{{side}}', side) })).toBeVisible();
    }
    await this.press(ru.card.send);
  }
  /** Every line as the card of this person has it, whatever was read. */
  async confirmCard(): Promise<void> {
    const lines = linesOf(cardOf(this.#person));
    for (const field of CARD_FIELDS) await this.page.getByLabel(ru.confirmation.fields[field]).fill(lines[field]);
    await this.press(ru.confirmation.confirm);
  }
  /** A session of movements in which nothing was measured, as this page would hand it in. */
  async failIdentification(): Promise<void> {
    const own = await this.page.evaluate(() => JSON.parse(sessionStorage.getItem('application')!) as { id: string; token: string });
    const ask = (method: string, path: string, body: BodyInit): Promise<Response> =>
      fetch(`${this.#stand.url}/portal/v1/applications/${own.id}/${path}`, { method, headers: { 'x-application-token': own.token }, body });
    await ask('PUT', 'materials/selfie', new Uint8Array(greyPicture(60)));
    const begun = (await (await ask('POST', 'liveness', '{}')).json()) as { session: string; plan: string[] };
    const camera = { label: 'Camera', width: 640, height: 480, frameRate: 30, suspicions: [] };
    const record = { engine: 'test', rulesVersion: '2026.1', plan: begun.plan, camera, framesPerSecond: 0, frames: [], stills: [] };
    const verdict = (await (await ask('POST', `liveness/${begun.session}`, JSON.stringify(record))).json()) as { verdict: string };
    expect(verdict.verdict).toBe('failed');
  }
  /** Somebody else begins elsewhere. */
  async applyAs(iin: string): Promise<void> {
    await fetch(`${this.#stand.url}/portal/v1/applications`, { method: 'POST', body: JSON.stringify({ iin, language: 'ru' }) });
  }
}
