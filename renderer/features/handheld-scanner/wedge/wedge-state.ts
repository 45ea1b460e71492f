/** What is known of the keys so far: nobody types, somebody might be a scanner, somebody is, or the rest of a scan is to be thrown away. */

/** Scanners send a key every 1–25 ms, Bluetooth ones included; two keys of one person this close are a slip of fingers. */
export const FAST_MS = 35;
/** A recognised scan may stutter while the computer is busy. */
export const BURST_GAP_MS = 250;

/** `keys` counts what was pressed: a character may take several. */
interface Typed {
  text: string;
  keys: number;
  /** Digits of an Alt code that is being typed. */
  alt: string;
  last: number;
}

/** A scan that is open, as another listener has to know of it that takes over: the lock screen, or the desk after it. */
export interface OpenScan {
  /** Of its newest key. */
  last: number;
  /** Silence that ends it. */
  gapMs: number;
}

type State = { phase: 'idle' } | ({ phase: 'suspected'; held: boolean } & Typed) | ({ phase: 'scanning' } & Typed) | ({ phase: 'cut-off' } & OpenScan);
export type WedgeState<Phase extends State['phase'] = State['phase']> = Extract<State, { phase: Phase }>;

/** @param fastMs between two keys of a scanner that is not yet known to be one; @returns null while nothing is open */
export function openScan(state: WedgeState, fastMs: number): OpenScan | null {
  switch (state.phase) {
    case 'idle':
      return null;
    case 'suspected':
      return { last: state.last, gapMs: fastMs };
    case 'scanning':
      return { last: state.last, gapMs: BURST_GAP_MS };
    case 'cut-off':
      return { last: state.last, gapMs: state.gapMs };
  }
}
