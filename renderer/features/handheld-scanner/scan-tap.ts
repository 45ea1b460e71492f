/** While a scanner is learned or checked, what it sends goes to whoever looks at it and nowhere else. */
import type { KeyStroke } from './wedge/key-stroke.ts';

export interface ScanTap {
  stroke(stroke: KeyStroke): void;
  /** A whole scan of a scanner that is a device of its own. */
  text(text: string): void;
}

let tap: ScanTap | null = null;

export const scanTap = (): ScanTap | null => tap;

/** @returns ends it */
export function tapScans(taker: ScanTap): () => void {
  tap = taker;
  return () => {
    if (tap === taker) tap = null;
  };
}
