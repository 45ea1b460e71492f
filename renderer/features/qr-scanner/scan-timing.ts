/** User Timing entries of a scan, so that the bench and a support engineer see where the milliseconds went. */
import type { FrameTiming } from './decode-protocol.ts';

const here = (unixMs: number) => Math.max(0, unixMs - performance.timeOrigin);

/** Leaves `scan.capture` (camera to worker, where the browser tells), `scan.decode` and the mark `scan.taken`. */
export function noteScanTiming({ captured, received, decoded }: FrameTiming): void {
  for (const name of ['scan.capture', 'scan.decode']) performance.clearMeasures(name);
  performance.clearMarks('scan.taken');
  if (captured !== null) performance.measure('scan.capture', { start: here(captured), end: here(received) });
  performance.measure('scan.decode', { start: here(received), end: here(decoded) });
  performance.mark('scan.taken');
}
