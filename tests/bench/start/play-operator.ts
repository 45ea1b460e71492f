/** Plays the operator of a start: looks until the first screen is drawn, clicks until the desk can scan. */
import type { Page } from 'playwright-core';
import type { WindowHost, WireValue } from '../../../shared/ipc/wire.ts';

/** Shown by the desk alone: the camera's place. */
const DESK = '.scan-panel';

/**
 * A person needs this long from a screen to the click on it. Not counted, as is what the script takes to play that person: the clock
 * stands from the moment a screen is drawn until the call its click makes. What the desk makes ready meanwhile is ready.
 */
const HAND_MS = 1000;
const hand = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, HAND_MS));

/** Unix milliseconds. */
export const firstScreenDrawn = (page: Page): Promise<number> => page.evaluate(firstPaint);

/** Milliseconds the desk keeps its operator waiting between their clicks; who chose a purpose yesterday is not asked for it today. */
export async function clickUntilReady(page: Page): Promise<number> {
  await hand();
  const signingIn = await page.evaluate(callAndSee, ['operator.signInTraining', { operatorId: 'training-tson' }, `[data-screen="purpose"] h1, ${DESK}`] as const);
  if ((await page.locator(DESK).count()) > 0) return signingIn;
  await hand();
  return signingIn + (await page.evaluate(callAndSee, ['operator.choosePurpose', { purposeId: 'state-service' }, DESK] as const));
}

/** Runs in the page, which knows when it drew better than whoever asks it: unix milliseconds of the first text or picture (Paint Timing). */
function firstPaint(): Promise<number> {
  return new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      for (const { startTime } of list.getEntriesByName('first-contentful-paint')) resolve(performance.timeOrigin + startTime);
    });
    observer.observe({ type: 'paint', buffered: true });
  });
}

/** Runs in the page: the milliseconds from a call to the drawing of what it brings. */
async function callAndSee([name, input, selector]: readonly [string, WireValue, string]): Promise<number> {
  const clicked = performance.now();
  await (globalThis as unknown as { host: WindowHost }).host.call(name, input);
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  do await frame();
  while (document.querySelector(selector) === null);
  await frame();
  return performance.now() - clicked;
}
