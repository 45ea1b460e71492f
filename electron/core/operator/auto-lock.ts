/** Locks a desk that nobody touches, and says beforehand when it will. */
import type { Policy } from '../../../shared/domain/policy.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Timers } from '../../ports/timers.ts';

export interface AutoLock {
  /** Begins, or begins again after a sign of life. */
  restart(): void;
  stop(): void;
  /** Instants by the desk's clock; only meaningful while it runs. */
  deadlines(): { lockAt: string; warnLockAt: string };
}

export function createAutoLock(clock: Clock, timers: Timers, policy: () => Policy, lock: () => void): AutoLock {
  let cancel = () => {};
  let lockAt = 0;
  let warnLockAt = 0;
  return {
    restart() {
      cancel();
      const { autoLockMs, autoLockWarningMs } = policy().numbers;
      lockAt = clock.now().getTime() + autoLockMs;
      warnLockAt = lockAt - autoLockWarningMs;
      cancel = timers.after(autoLockMs, lock);
    },
    stop: () => cancel(),
    deadlines: () => ({ lockAt: new Date(lockAt).toISOString(), warnLockAt: new Date(warnLockAt).toISOString() }),
  };
}
