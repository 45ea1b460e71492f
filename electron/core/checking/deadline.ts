/** One time limit over all the steps of a check. */
import type { Timers } from '../../ports/timers.ts';

export interface Deadline {
  /** The work's answer, or `late` once the time is up; the work itself is left to end unheard. */
  within<Answer>(work: Promise<Answer>, late: Answer): Promise<Answer>;
  cancel(): void;
}

export function startDeadline(timers: Timers, ms: number): Deadline {
  const { promise: over, resolve } = Promise.withResolvers<void>();
  return {
    within: (work, late) => Promise.race([work, over.then(() => late)]),
    cancel: timers.after(ms, resolve),
  };
}
