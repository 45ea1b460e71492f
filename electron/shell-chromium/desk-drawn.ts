/** Knows when the desk has drawn itself: what competes with that for the machine waits for it. */
import type { Page } from 'playwright-core';

/** On a very busy machine the desk may never be idle; a page that failed may never draw. */
const LONGEST_MS = 3_000;

/** Runs in the page. Loaded is not drawn: only then the page asks the core what there is to show (Paint Timing, “first-contentful-paint”). */
const DRAWN = `new Promise((resolve) => {
  setTimeout(resolve, ${LONGEST_MS});
  new PerformanceObserver((list) => {
    if (list.getEntriesByName('first-contentful-paint').length > 0) requestIdleCallback(() => resolve());
  }).observe({ type: 'paint', buffered: true });
})`;

/** Resolves when the first picture is on the screen and the page has nothing more to do, at the latest after some seconds. */
export const deskDrawn = (desk: Page): Promise<void> => desk.evaluate<void>(DRAWN);
