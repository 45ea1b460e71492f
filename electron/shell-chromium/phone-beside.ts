/** The citizen's phone beside the desk's window, still on the screen. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type KeptPhone, keepPhone } from './kept-phone.ts';
import type { WindowOptions } from './launch-window.ts';
import { openPhoneWindow } from './phone-window.ts';

const PHONE = { width: 420, height: 860 };

export interface PhoneBesideOptions {
  browser: Pick<WindowOptions, 'executablePath' | 'headless'>;
  /** Of the workstation; the phone's browser keeps its profile there. */
  dataDirectory: string;
  address: string;
  desk(): Page;
  /** From the left edge, in CSS pixels, where the desk ends. */
  deskWidth: number;
}

export const phoneBeside = ({ browser, dataDirectory, address, desk, deskWidth }: PhoneBesideOptions): KeptPhone =>
  keepPhone(async () => {
    const screenWidth = await desk().evaluate<number>('screen.availWidth');
    const left = Math.max(0, Math.min(deskWidth, screenWidth - PHONE.width));
    return openPhoneWindow({ ...browser, profile: join(dataDirectory, 'phone-browser'), place: { ...PHONE, left, top: 0 }, extraArgs: [] }, address);
  });
