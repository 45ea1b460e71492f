/** A window that sleeps and wakes: minimised and without the focus, or its page frozen as a computer that was suspended leaves it. */
import type { Page } from 'playwright-core';

export type Sleep = 'minimised' | 'frozen';

/** @param waking begins while the window still sleeps, and is waited for once it is awake */
export async function wakeDuring(page: Page, sleep: Sleep, waking: () => Promise<void>): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { windowId } = await session.send('Browser.getWindowForTarget');
  const become = async (asleep: boolean): Promise<void> => {
    if (sleep === 'frozen') return void (await session.send('Page.setWebLifecycleState', { state: asleep ? 'frozen' : 'active' }));
    // Playwright has every page believe that it is in front.
    if (asleep) await session.send('Emulation.setFocusEmulationEnabled', { enabled: false });
    await session.send('Browser.setWindowBounds', { windowId, bounds: { windowState: asleep ? 'minimized' : 'normal' } });
    if (!asleep) await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  };
  await become(true);
  const woken = waking();
  await become(false);
  await woken;
  await session.detach();
}
