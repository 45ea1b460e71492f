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
 * Linear symbols carry a weak checksum or none: a torn stripe can read as another number.
 * The same text twice in a row cannot be an accident of one frame.
 */
const LINEAR_READS = 2;

export interface ScanGate {
  /** @param at milliseconds on any steady clock */
  offer(codes: readonly DecodedCode[], at: number): GateDecision;
  /** The text last taken while it may still be in view, else null. */
  holding(at: number): string | null;
  forget(): void;
}

export function createScanGate(): ScanGate {
  let taken: { text: string; lastSeen: number } | null = null;
  let linear: { text: string; reads: number } | null = null;

  const holding = (at: number) => (taken !== null && at - taken.lastSeen < GONE_AFTER_MS ? taken.text : null);

  return {
    holding,
    forget() {
      taken = null;
      linear = null;
    },
    offer(codes, at) {
      const [code, other] = codes;
      if (code === undefined) return { kind: 'ignore' };
      if (other !== undefined) return { kind: 'several' };
      if (code.text === holding(at)) {
        taken = { text: code.text, lastSeen: at };
        return { kind: 'ignore' };
      }
      if (code.symbology === 'linear') {
        linear = { text: code.text, reads: linear?.text === code.text ? linear.reads + 1 : 1 };
        if (linear.reads < LINEAR_READS) return { kind: 'ignore' };
      }
      linear = null;
      taken = { text: code.text, lastSeen: at };
      return { kind: 'take', text: code.text };
    },
  };
}
