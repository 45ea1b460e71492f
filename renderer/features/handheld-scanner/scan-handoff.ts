/** Hands what the handheld scanner read to the screen that takes it, also to one that is only coming up. */
import type { ScanInput } from '../../../shared/domain/scanning/scan-input.ts';

export interface ScanHandoff {
  /** The screen on show gets it at once; where none listens yet, the next one that does. */
  readonly give: (input: ScanInput) => void;
  /** @returns stops listening */
  readonly take: (listener: (input: ScanInput) => void) => () => void;
}

export function createScanHandoff(): ScanHandoff {
  let taker: ((input: ScanInput) => void) | null = null;
  let waiting: ScanInput | null = null;
  return {
    give(input) {
      if (taker === null) waiting = input;
      else taker(input);
    },
    take(listener) {
      taker = listener;
      const late = waiting;
      waiting = null;
      if (late !== null) listener(late);
      return () => {
        if (taker === listener) taker = null;
      };
    },
  };
}
