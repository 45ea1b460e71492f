/** The patience of the page: timers longer than a test should wait are held, and run out when the test says so. */
import type { Page } from 'playwright-core';

/** Shorter ones run as ever. */
const LONG_MS = 10_000;

/** For timers that begin after it; gone with the page. @returns lets those that still run run out at once */
export async function holdLongTimers(page: Page): Promise<() => Promise<void>> {
  await page.evaluate((long) => {
    const [begin, clear] = [setTimeout, clearTimeout];
    const held = new Map<number, () => void>();
    globalThis.setTimeout = ((run: () => void, ms = 0) => {
      const id = begin(run, ms) as unknown as number;
      if (ms >= long) held.set(id, run);
      return id;
    }) as unknown as typeof setTimeout;
    globalThis.clearTimeout = ((id?: number) => {
      if (id !== undefined) held.delete(id);
      clear(id);
    }) as unknown as typeof clearTimeout;
    addEventListener('long-timers-over', () => {
      for (const [id, run] of held) {
        clear(id);
        run();
      }
      held.clear();
    });
  }, LONG_MS);
  return () => page.evaluate(() => void dispatchEvent(new Event('long-timers-over')));
}
