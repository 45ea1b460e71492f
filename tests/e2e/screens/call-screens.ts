/** Both ends of a video call, as its two people use them. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'playwright/test';
import { ru as shared } from '../../../renderer/features/video-call/messages.ru.ts';
import { kk } from '../../../renderer/features/video-call/messages.kk.ts';
import { calls } from '../../../renderer/i18n/ru/calls.ts';

/** Names of the devices whose picture and sound this side sends. */
const devicesOf = (page: Page): Promise<string[]> =>
  page.locator('video.call-small').evaluate((video: HTMLVideoElement) => (video.srcObject as MediaStream).getTracks().map(({ label }) => label).toSorted());

const connected = (page: Page): Locator => page.locator('.call-stage[data-link="connected"]');

/** Frames arrive, not only a connection. */
async function seesOther(page: Page): Promise<void> {
  await expect(connected(page)).toBeVisible();
  const shown = (): Promise<number> => page.locator('video.call-large').evaluate((video: HTMLVideoElement) => video.getVideoPlaybackQuality().totalVideoFrames);
  const before = await shown();
  await expect.poll(shown).toBeGreaterThan(before);
}

export class CitizenInCall {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }
  async joinQueue(): Promise<void> {
    await this.page.getByRole('button', { name: shared.citizen.join }).click();
    await expect(this.page.getByText(shared.citizen.next)).toBeVisible();
  }
  seesOperator(): Promise<void> {
    return seesOther(this.page);
  }
  get code(): Locator {
    return this.page.locator('.call-code');
  }
  async reads(phrase: keyof typeof kk.phrase): Promise<void> {
    await expect(this.page.getByRole('listitem').filter({ hasText: kk.phrase[phrase] })).toBeVisible();
  }
  async typeSms(code: string): Promise<void> {
    await this.page.getByLabel(shared.citizen.codeLabel).fill(code);
  }
}

export class OperatorInCall {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }
  async open(): Promise<void> {
    await this.page.getByRole('button', { name: calls.nav.label }).waitFor();
    await this.page.keyboard.press('Control+g');
  }
  /** By keyboard alone: to the calls, on duty, and to whoever waits. */
  async takeNext(): Promise<void> {
    await this.readyToTake();
    await this.page.keyboard.press('F9');
  }
  async readyToTake(): Promise<void> {
    await this.open();
    await expect(this.page.getByRole('heading', { name: calls.duty.title })).toBeVisible();
    const start = this.page.getByRole('button', { name: calls.duty.start });
    const accept = this.page.getByRole('button', { name: calls.duty.accept });
    await expect(start.or(accept)).toBeVisible();
    if (await start.isVisible()) await this.page.keyboard.press('F9');
    await expect(accept).toBeEnabled();
  }
  /** In the check before a call, or in the dialog within it. */
  async choose(kind: 'camera' | 'microphone' | 'speaker', name: RegExp): Promise<void> {
    // A choice is named by what is chosen, then by its label.
    await this.page.getByRole('button', { name: new RegExp(`${shared.devices[kind]}$`) }).click();
    await this.page.getByRole('option', { name }).click();
  }
  async chooseInCall(kind: 'camera' | 'microphone' | 'speaker', name: RegExp): Promise<void> {
    await this.page.getByRole('button', { name: shared.devices.open }).click();
    await this.choose(kind, name);
    await this.page.keyboard.press('Escape');
    await expect(this.page.getByRole('dialog')).toBeHidden();
  }
  /** As a pulled plug is told to the page; what is plugged into the machine stays as it is. */
  async losesCamera(): Promise<void> {
    await this.page.locator('video.call-small').evaluate((video: HTMLVideoElement) => (video.srcObject as MediaStream).getVideoTracks()[0]!.dispatchEvent(new Event('ended')));
    await expect(this.page.getByText(shared.devices.replaced.camera)).toBeVisible();
  }
  async sendsFrom(...devices: readonly RegExp[]): Promise<void> {
    await expect.poll(() => devicesOf(this.page)).toStrictEqual(devices.map((name) => expect.stringMatching(name)));
  }
  say(phrase: keyof typeof shared.phrase): Promise<void> {
    return this.page.getByRole('button', { name: shared.phrase[phrase], exact: true }).click();
  }
  seesCitizen(): Promise<void> {
    return seesOther(this.page);
  }
  async isRecorded(): Promise<void> {
    await expect(this.page.getByText(calls.call.recording, { exact: true })).toBeVisible();
  }
  get code(): Locator {
    return this.page.locator('.call-facts .call-code');
  }
  get pass(): Locator {
    return this.page.getByRole('button', { name: calls.decide.pass });
  }
  get stepText(): Locator {
    return this.page.locator('.step-text');
  }
  /** Answers steps as one who sees what must be seen, until the script asks for the number or is passed. */
  async goThrough(): Promise<'number' | 'passed'> {
    for (;;) {
      if (await this.page.getByText(calls.script.allPassed).isVisible()) return 'passed';
      if (await this.page.getByLabel(calls.script.phone).isVisible()) return 'number';
      const text = await this.stepText.innerText({ timeout: 2000 }).catch(() => null);
      if (text === null) continue;
      if (await this.page.getByRole('button', { name: calls.script.take }).isVisible()) {
        await this.page.keyboard.press('F2');
        await this.stillOutdoesVideo();
      }
      await this.answer(text);
    }
  }
  /** A still is as the camera takes it, not as the line carries its film. */
  private async stillOutdoesVideo(): Promise<void> {
    const still = this.page.getByRole('img', { name: calls.script.stillAlt });
    const taken = await still.evaluate(async (image: HTMLImageElement) => image.decode().then(() => image.naturalHeight));
    const filmed = await this.page.locator('video.call-large').evaluate((video: HTMLVideoElement) => video.videoHeight);
    expect(taken).toBeGreaterThan(filmed);
  }
  /** Pressed again where the screen still drew the step before: an answer counts for the step it is given to. */
  private async answer(text: string): Promise<void> {
    await expect(async () => {
      await this.page.keyboard.press('1');
      await expect.poll(async () => ((await this.stepText.count()) === 0 ? '' : this.stepText.innerText()), { timeout: 3000 }).not.toBe(text);
    }).toPass({ timeout: 60_000 });
  }
  async sendCodeTo(phone: string): Promise<void> {
    await this.page.getByLabel(calls.script.phone).fill(phone);
    await this.page.keyboard.press('Enter');
    await expect(this.page.getByText(calls.script.codeOnItsWay.replace('{{ending}}', phone.slice(-2)))).toBeVisible();
  }
  async confirm(): Promise<void> {
    await this.page.keyboard.press('F9');
    await expect(this.page.getByText(`${calls.ended.title}: ${calls.outcome.passed}`)).toBeVisible();
  }
}
