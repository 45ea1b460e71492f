/** The citizen's phone: a page of the stand in a browser of its own, which shares nothing with the desk; the portal's page opens beside it. */
import type { Page } from 'playwright-core';
import { launchWindow, type WindowOptions } from './launch-window.ts';
import { keepPhoneOnStand } from './request-interception.ts';

export interface PhoneWindow {
  page: Page;
  close(): Promise<void>;
}

export async function openPhoneWindow(
  window: Omit<WindowOptions, 'address' | 'reachable'>,
  address: string,
): Promise<PhoneWindow> {
  const { page, close } = await launchWindow({ ...window, address, reachable: 'loopback', popUps: 'kept' }, (fresh) => keepPhoneOnStand(fresh, address));
  // A browser without its window would still hold the profile.
  page.once('close', () => void close());
  return { page, close };
}
