/** The calls of the contract as the desk of calls answers them. */
import type { CoreHandlers } from '../../../../shared/ipc/contract.ts';

/** An organisation that takes no calls. */
export function noCallHandlers(): CoreHandlers['calls'] {
  const none = { duty: 'not-connected' } as const;
  const refused = { ok: false, code: 'no-such-call' } as const;
  return {
    desk: () => none,
    setDuty: () => none,
    measureLine: () => null,
    accept: () => refused,
    signal: () => null,
    say: () => null,
    answer: () => refused,
    keepStill: () => refused,
    keepRecording: () => false,
    alarm: () => null,
    abort: () => refused,
    pass: () => refused,
  };
}
