/** How closely a film is watched: every frame while something moves before the camera or a code is in view, a few a second while nothing does. */
import type { GreyPicture } from './decoder.ts';

/** Points compared a frame: a hundredth of a millisecond, and a phone held up covers hundreds of them. */
const COLUMNS = 32;
const ROWS = 18;
/** Grey levels; the noise of a cheap sensor in a dim room moves a single point by less. */
const CHANGED_BY = 14;
/** A lamp's flicker or a lone hot pixel is no movement. */
const CHANGED_POINTS = 5;
const AWAKE_MS = 2000;
/** A code that lies on the counter, or hangs on the wall behind the queue, keeps nobody awake for longer than this. */
const STARE_MS = 10_000;
/** A queue that has gone; people in it never stand this still. */
const IDLE_AFTER_MS = 15_000;
/** Of thirty frames a second three are still looked at: what comes in without moving is found within a third of a second. */
const IDLE_STRIDE = 10;

export interface Attention {
  /**
   * What this frame is worth: every effort, a look without repairs where nothing has moved for a while, or nothing.
   * @param at milliseconds on any steady clock
   */
  wants(picture: GreyPicture, at: number): 'effort' | 'glance' | 'nothing';
  /** A code was read or seen: stay awake. */
  stir(at: number): void;
  /** Nothing has moved for so long that fewer frames would do. */
  idle(at: number): boolean;
}

export function createAttention(): Attention {
  let before: Uint8ClampedArray | null = null;
  let movedAt = 0;
  let awakeUntil = 0;
  let skipped = 0;
  return {
    wants(picture, at) {
      const now = samples(picture);
      if (before === null || moved(before, now)) {
        movedAt = at;
        awakeUntil = at + AWAKE_MS;
      }
      before = now;
      if (at <= awakeUntil) return 'effort';
      skipped = (skipped + 1) % IDLE_STRIDE;
      return skipped === 0 ? 'glance' : 'nothing';
    },
    stir(at) {
      awakeUntil = Math.max(awakeUntil, Math.min(at + AWAKE_MS, movedAt + STARE_MS));
    },
    idle: (at) => at > awakeUntil + IDLE_AFTER_MS,
  };
}

function samples({ width, height, luma }: GreyPicture): Uint8ClampedArray {
  const taken = new Uint8ClampedArray(COLUMNS * ROWS);
  for (let row = 0; row < ROWS; row += 1) {
    const line = Math.floor(((row + 0.5) * height) / ROWS) * width;
    for (let column = 0; column < COLUMNS; column += 1) {
      taken[row * COLUMNS + column] = luma[line + Math.floor(((column + 0.5) * width) / COLUMNS)]!;
    }
  }
  return taken;
}

function moved(before: Uint8ClampedArray, now: Uint8ClampedArray): boolean {
  let changed = 0;
  for (let index = 0; index < now.length; index += 1) {
    if (Math.abs(now[index]! - before[index]!) > CHANGED_BY) changed += 1;
  }
  return changed >= CHANGED_POINTS;
}
