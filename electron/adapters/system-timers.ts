/** The timers of Node, none of which keeps a finished program running. */
import type { Timers } from '../ports/timers.ts';

export const systemTimers: Timers = {
  after(ms, run) {
    const timer = setTimeout(run, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
