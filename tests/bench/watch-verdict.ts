/** Runs in the page: keeps the instants a scan leaves there, from the decoded frame to the verdict on the screen. */

export interface PageInstants {
  /** Unix milliseconds. */
  received: number;
  decoded: number;
  painted: number;
}

export interface BenchPage {
  tekserBench: { paints: PageInstants[] };
}

/** Sent to the browser as text: it must not refer to anything outside itself. */
export function watchVerdicts(): void {
  const paints: PageInstants[] = [];
  (globalThis as unknown as BenchPage).tekserBench = { paints };
  const unix = (time: number) => performance.timeOrigin + time;
  let seen: Element | null = null;
  new MutationObserver(() => {
    const verdict = document.querySelector('#verdict-word');
    if (verdict === seen) return;
    seen = verdict;
    const decode = performance.getEntriesByName('scan.decode').at(-1);
    if (verdict === null || decode === undefined) return;
    // The frame after the next one is drawn only when the one with the verdict was.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        paints.push({ received: unix(decode.startTime), decoded: unix(decode.startTime + decode.duration), painted: unix(performance.now()) });
      }),
    );
  }).observe(document.documentElement, { childList: true, subtree: true });
}
