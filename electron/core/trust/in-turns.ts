/**
 * Long work in short turns of one thread, so that whoever else waits need not wait for all of it.
 *
 * A list of revoked certificates is indexed like this and not in another thread: 422,000 entries take a tenth of a second of a processor, once in
 * the life of the list, and its index would have to come back. Hashing its 22 MB by GOST takes eight times as long: that is done beside, where
 * somebody is there to do it, and else like this too.
 */

/** Less than a picture of a screen stands. */
const TURN_MS = 8;

/** When the turn began that is under way; null where nobody has worked in it. */
let began: number | null = null;

/** Resolves at once while this turn of the thread is young, else in another: called between pieces of some milliseconds at most. */
export async function betweenTurns(): Promise<void> {
  if (began === null) {
    began = performance.now();
    setTimeout(() => (began = null));
  } else if (performance.now() - began >= TURN_MS) await new Promise((resolve) => setTimeout(resolve));
}

/** @param work does a little of it, some milliseconds at most; false when nothing is left */
export async function inTurns(work: () => boolean): Promise<void> {
  while (work()) await betweenTurns();
}
