/** Long work in short turns of one thread, so that whoever else waits need not wait for all of it. */

/** Less than a picture of a screen stands. */
const TURN_MS = 8;

/** @param work does a little of it, some milliseconds at most; false when nothing is left */
export async function inTurns(work: () => boolean): Promise<void> {
  let from = performance.now();
  while (work()) {
    if (performance.now() - from < TURN_MS) continue;
    await new Promise((resolve) => setTimeout(resolve));
    from = performance.now();
  }
}
