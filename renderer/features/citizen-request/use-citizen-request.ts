/** One request that a citizen answers on the phone: sent, waited for, answered there or taken back here. */
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ReasonCode } from '../../../shared/domain/reason-code.ts';
import type { Fault } from '../../../shared/ipc/wire.ts';
import type { Result } from '../../../shared/util/result.ts';

interface Waiting {
  readonly state: 'waiting';
  readonly requestId: string;
}

interface Given {
  readonly state: 'given';
}

interface Refused {
  readonly state: 'refused';
  readonly code: ReasonCode;
}

export type RequestState<W extends Waiting> =
  | { readonly at: 'form' }
  | { readonly at: 'sending' }
  | { readonly at: 'waiting'; readonly answer: W }
  | { readonly at: 'refused'; readonly code: ReasonCode }
  | { readonly at: 'failed'; readonly fault: Fault };

interface CitizenRequest<W extends Waiting, G extends Given> {
  readonly everyMs: number;
  readonly poll: (request: { requestId: string }) => Promise<Result<W | G | Refused, Fault>>;
  readonly cancel: (request: { requestId: string }) => Promise<unknown>;
  readonly onGiven: (given: G) => void;
}

export function useCitizenRequest<W extends Waiting, G extends Given>({ everyMs, poll, cancel, onGiven }: CitizenRequest<W, G>) {
  const [state, setState] = useState<RequestState<W>>({ at: 'form' });
  const waiting = useRef<string | null>(null);
  const present = useRef(false);
  const requestId = state.at === 'waiting' ? state.answer.requestId : null;

  const settle = (answer: Result<W | G | Refused, Fault>): void => {
    if (!answer.ok) return setState({ at: 'failed', fault: answer.failure });
    const { value } = answer;
    waiting.current = value.state === 'waiting' ? value.requestId : null;
    if (value.state === 'given') return onGiven(value);
    setState(value.state === 'waiting' ? { at: 'waiting', answer: value } : { at: 'refused', code: value.code });
  };
  const ask = useEffectEvent(poll);
  const take = useEffectEvent(settle);

  useEffect(() => {
    if (requestId === null) return undefined;
    let current = true;
    let timer: ReturnType<typeof setTimeout>;
    const next = () => (timer = setTimeout(() => void look(), everyMs));
    const look = async () => {
      const answer = await ask({ requestId });
      if (!current) return;
      take(answer);
      next();
    };
    next();
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [requestId, everyMs]);

  const takeBack = (): void => {
    if (waiting.current !== null) void cancel({ requestId: waiting.current });
    waiting.current = null;
  };
  // A desk that is locked or left takes its request off the citizen's phone.
  const takeBackLatest = useEffectEvent(takeBack);
  useEffect(() => {
    present.current = true;
    return () => {
      present.current = false;
      takeBackLatest();
    };
  }, []);

  return {
    state,
    async send(request: () => Promise<Result<W | G | Refused, Fault>>): Promise<void> {
      takeBack();
      setState({ at: 'sending' });
      const answer = await request();
      if (present.current) return settle(answer);
      // Left while it was on its way: nobody is here any more to whom the citizen could answer.
      if (answer.ok && answer.value.state === 'waiting') void cancel({ requestId: answer.value.requestId });
    },
  };
}
