/** Asks the service for whoever waits longest: the line answers once, and not for ever. */
import type { CallRefusal } from '../../../../shared/domain/call/call-view.ts';
import type { AcceptedCall, CallLine } from '../../../ports/calls/call-line.ts';
import type { Timers } from '../../../ports/timers.ts';

/** How long the service may take. */
const ANSWER_MS = 10_000;

type Answer = AcceptedCall | CallRefusal;

export interface NextCall {
  isAsked(): boolean;
  ask(): Promise<Answer>;
  /** False where nobody asked, or not any more: a call that comes then belongs back into the queue. */
  answer(answer: Answer): boolean;
}

export function createNextCall(line: Pick<CallLine, 'send'>, timers: Timers): NextCall {
  let settle: ((answer: Answer) => void) | null = null;
  return {
    isAsked: () => settle !== null,
    ask: () =>
      new Promise((resolve) => {
        const cancel = timers.after(ANSWER_MS, () => settle?.('service-away'));
        settle = (answer) => {
          settle = null;
          cancel();
          resolve(answer);
        };
        if (!line.send({ type: 'accept' })) settle('service-away');
      }),
    answer(answer) {
      if (settle === null) return false;
      settle(answer);
      return true;
    },
  };
}
