/** Holds back guessing of six-digit codes at this desk: a wait after some wrong ones, a block after more. */
import type { Clock } from '../../ports/clock.ts';
import type { Policy } from '../../../shared/domain/policy.ts';

export interface CodeAttempts {
  /** Whether a code may be sent to the service now. */
  mayTry(): boolean;
  /** `policy`: what the wrong code was tried under. */
  noteWrong(policy: Policy): void;
  noteRight(): void;
}

export function createCodeAttempts(clock: Pick<Clock, 'monotonicMs'>): CodeAttempts {
  let wrong = 0;
  /** By the monotonic clock: setting the wall clock forward must not end a block. */
  let heldUntil = Number.NEGATIVE_INFINITY;
  return {
    mayTry: () => clock.monotonicMs() >= heldUntil,
    noteWrong({ numbers }) {
      const { codeAttemptsBeforeDelay, codeAttemptDelayMs, codeAttemptsBeforeBlock, codeBlockMs } = numbers;
      wrong += 1;
      if (wrong >= codeAttemptsBeforeBlock) {
        heldUntil = clock.monotonicMs() + codeBlockMs;
        wrong = 0;
      } else if (wrong >= codeAttemptsBeforeDelay) {
        heldUntil = clock.monotonicMs() + codeAttemptDelayMs;
      }
    },
    noteRight() {
      wrong = 0;
    },
  };
}
