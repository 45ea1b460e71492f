/** The one phone window of a shell: opened when asked for, found again while it is open, closed with the shell. */
import type { Page } from 'playwright-core';
import type { PhoneWindow } from './phone-window.ts';

export interface KeptPhone {
  /** Null while none is open. */
  page(): Page | null;
  /** Also waits for one that is just being opened. */
  open(): Promise<Page>;
  close(): Promise<void>;
}

export function keepPhone(openWindow: () => Promise<PhoneWindow>): KeptPhone {
  let shown: PhoneWindow | null = null;
  let opening: Promise<PhoneWindow> | null = null;
  const isOpen = (phone: PhoneWindow | null): phone is PhoneWindow => phone !== null && !phone.page.isClosed();

  const openAgain = async (): Promise<PhoneWindow> => {
    // Its browser may still hold the profile.
    await shown?.close();
    shown = await openWindow();
    return shown;
  };
  return {
    page: () => (isOpen(shown) ? shown.page : null),
    open: async () => {
      if (isOpen(shown)) return shown.page;
      opening ??= openAgain().finally(() => (opening = null));
      return (await opening).page;
    },
    close: async () => {
      // Who opened it hears of a failure.
      await opening?.catch(() => undefined);
      await shown?.close();
    },
  };
}
