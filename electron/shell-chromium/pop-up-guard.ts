/** Closes every page that is not the window's own, at the moment the browser creates it. */
import type { BrowserContext, Page } from 'playwright-core';

/**
 * Asks the browser itself: a pop-up whose first request was aborted never becomes a page of Playwright,
 * and would stay on the screen as an empty window.
 */
export async function closePopUps(context: BrowserContext, own: Page): Promise<void> {
  const tab = await context.newCDPSession(own);
  const { targetInfo } = await tab.send('Target.getTargetInfo');
  await tab.detach();
  const browser = await context.browser()!.newBrowserCDPSession();
  browser.on('Target.targetCreated', ({ targetInfo: { targetId, type } }) => {
    if (type !== 'page' || targetId === targetInfo.targetId) return;
    // It may have gone by itself.
    browser.send('Target.closeTarget', { targetId }).catch(() => undefined);
  });
  await browser.send('Target.setDiscoverTargets', { discover: true });
}
