/** Holds back guessing of key passwords at this desk. */
import type { Policy } from '../../../shared/domain/policy.ts';
import type { Clock } from '../../ports/clock.ts';

export interface PasswordAttempts {
  /** When the next try is allowed, or null for now. */
  retryAt(): Date | null;
  noteWrong(): void;
  noteRight(): void;
}

export function createPasswordAttempts(clock: Clock, policy: () => Policy): PasswordAttempts {
  let wrong = 0;
  /** By the monotonic clock: setting the wall clock forward must not end the pause. */
  let heldUntil = Number.NEGATIVE_INFINITY;
  return {
    retryAt() {
      const left = heldUntil - clock.monotonicMs();
      return left > 0 ? new Date(clock.now().getTime() + left) : null;
    },
    noteWrong() {
      const { signInAttempts, signInPauseMs } = policy().numbers;
      wrong += 1;
      if (wrong < signInAttempts) return;
      wrong = 0;
      heldUntil = clock.monotonicMs() + signInPauseMs;
    },
    noteRight() {
      wrong = 0;
    },
  };
}
