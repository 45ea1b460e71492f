/** User Timing entries of a scan, so that the bench and a support engineer see where the milliseconds went. */
import type { FrameTiming } from './decode-protocol.ts';

const here = (unixMs: number) => Math.max(0, unixMs - performance.timeOrigin);

/** Leaves the measure `scan.decode` (frame in the worker to text) and the mark `scan.taken` (text in the page). */
export function noteScanTiming({ received, decoded }: FrameTiming): void {
  // A desk that runs all day would otherwise gather an entry for every scan.
  performance.clearMeasures('scan.decode');
  performance.clearMarks('scan.taken');
  performance.measure('scan.decode', { start: here(received), end: here(decoded) });
  performance.mark('scan.taken');
}
