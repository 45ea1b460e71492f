/** Decides which of the codes seen on a film is presented to be checked: one code, once, while it stays in view. */
import type { DecodedCode } from './decoder.ts';

export type GateDecision =
  | { kind: 'take'; text: string }
  /** More than one code in view; the operator is asked to show one. */
  | { kind: 'several' }
  | { kind: 'ignore' };

/** A phone lifted away and shown again is a new presentation; a shaking hand or a blurred second is not. */
const GONE_AFTER_MS = 3000;
/**
 * Linear symbols carry a weak checksum or none, and a torn QR may decode to chance letters once in a thousand: a text that
 * does not say what it is counts when it was read twice in a row, which cannot be an accident of one frame.
 */
const WANTED_READS = 2;

export interface ScanGate {
  /** @param at milliseconds on any steady clock */
  offer(codes: readonly DecodedCode[], at: number): GateDecision;
  /** The text last taken while it may still be in view, else null. */
  holding(at: number): string | null;
  /** Nobody looked until now: what was taken before may have been in view all the time. */
  resume(at: number): void;
  forget(): void;
}

/** @param isKnown whether a text is that of an access, or of another kind of code we know */
export function createScanGate(isKnown: (text: string) => boolean): ScanGate {
  let taken: { text: string; lastSeen: number } | null = null;
  let doubtful: { text: string; reads: number } | null = null;

  const holding = (at: number) => (taken !== null && at - taken.lastSeen < GONE_AFTER_MS ? taken.text : null);

  return {
    holding,
    resume(at) {
      if (taken !== null) taken = { ...taken, lastSeen: at };
    },
    forget() {
      taken = null;
      doubtful = null;
    },
    offer(codes, at) {
      const [code, other] = codes;
      if (code === undefined) return { kind: 'ignore' };
      if (other !== undefined) return { kind: 'several' };
      if (code.text === holding(at)) {
        taken = { text: code.text, lastSeen: at };
        return { kind: 'ignore' };
      }
      if (code.symbology === 'linear' || !isKnown(code.text)) {
        doubtful = { text: code.text, reads: doubtful?.text === code.text ? doubtful.reads + 1 : 1 };
        if (doubtful.reads < WANTED_READS) return { kind: 'ignore' };
      }
      doubtful = null;
      taken = { text: code.text, lastSeen: at };
      return { kind: 'take', text: code.text };
    },
  };
}
