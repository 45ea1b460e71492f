/** Counts the tones a page begins to play, because no test can hear them; gone with the page. */
import type { Page } from 'playwright-core';

/** @returns how many there were since */
export async function countTones(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const begin = OscillatorNode.prototype.start;
    Object.assign(globalThis, { tones: 0 });
    OscillatorNode.prototype.start = function start(this: OscillatorNode, at?: number) {
      (globalThis as unknown as { tones: number }).tones += 1;
      begin.call(this, at);
    };
  });
  return () => page.evaluate(() => (globalThis as unknown as { tones: number }).tones);
}
