/** One request for consent, from the form to the citizen's answer. */
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ConsentAnswer } from '../../../shared/ipc/contract.ts';
import type { ReasonCode } from '../../../shared/domain/reason-code.ts';
import type { Fault } from '../../../shared/ipc/wire.ts';
import type { Result } from '../../../shared/util/result.ts';
import { useHost } from '../../host/index.ts';

type Waiting = Extract<ConsentAnswer, { state: 'waiting' }>;

export type ConsentState =
  | { readonly at: 'form' }
  | { readonly at: 'sending' }
  | { readonly at: 'waiting'; readonly answer: Waiting }
  | { readonly at: 'refused'; readonly code: ReasonCode }
  | { readonly at: 'failed'; readonly fault: Fault };

export interface ConsentWanted {
  readonly iin: string;
  readonly phone: string;
  readonly documentType: string;
}

const POLL_EVERY_MS = 1500;

export function useConsent(onGiven: (requestId: string) => void) {
  const host = useHost();
  const [state, setState] = useState<ConsentState>({ at: 'form' });
  const open = useRef<string | null>(null);
  const requestId = state.at === 'waiting' ? state.answer.requestId : null;

  const settle = (answer: Result<ConsentAnswer, Fault>) => {
    if (!answer.ok) return setState({ at: 'failed', fault: answer.failure });
    const { value } = answer;
    open.current = value.state === 'waiting' ? value.requestId : null;
    if (value.state === 'given') return onGiven(value.requestId);
    setState(value.state === 'waiting' ? { at: 'waiting', answer: value } : { at: 'refused', code: value.code });
  };
  const take = useEffectEvent(settle);

  useEffect(() => {
    if (requestId === null) return undefined;
    let current = true;
    let timer: ReturnType<typeof setTimeout>;
    const poll = async () => {
      const answer = await host.checking.pollConsent({ requestId });
      if (!current) return;
      take(answer);
      timer = setTimeout(() => void poll(), POLL_EVERY_MS);
    };
    timer = setTimeout(() => void poll(), POLL_EVERY_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [host, requestId]);

  const cancel = () => {
    if (open.current !== null) void host.checking.cancelConsent({ requestId: open.current });
    open.current = null;
  };
  // A desk that is locked or left takes its question back.
  const cancelLatest = useEffectEvent(cancel);
  useEffect(() => () => cancelLatest(), []);

  return {
    state,
    cancel,
    async send(wanted: ConsentWanted) {
      setState({ at: 'sending' });
      settle(await host.checking.requestConsent(wanted));
    },
  };
}
