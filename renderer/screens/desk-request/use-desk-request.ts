/** One request on the desk's screen, from opening to the answer of the citizen's phone. */
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ReasonCode } from '../../../shared/domain/reason-code.ts';
import type { DeskRequestAnswer } from '../../../shared/ipc/contract.ts';
import type { Fault } from '../../../shared/ipc/wire.ts';
import type { Result } from '../../../shared/util/result.ts';
import { useHost } from '../../host/index.ts';

export type OpenRequest = Extract<DeskRequestAnswer, { state: 'open' }>;

export type DeskRequestState =
  | { readonly at: 'choosing' }
  | { readonly at: 'opening' }
  | { readonly at: 'open'; readonly request: OpenRequest }
  | { readonly at: 'refused'; readonly code: ReasonCode }
  | { readonly at: 'failed'; readonly fault: Fault };

/** The citizen stands there and looks up from the phone: sooner than with a message. */
const POLL_EVERY_MS = 1000;

/** @param onGiven gets what is checked like a scanned access */
export function useDeskRequest(onGiven: (payload: string) => void) {
  const host = useHost();
  const [state, setState] = useState<DeskRequestState>({ at: 'choosing' });
  const open = useRef<string | null>(null);
  const requestId = state.at === 'open' ? state.request.requestId : null;

  const settle = (answer: Result<DeskRequestAnswer, Fault>) => {
    if (!answer.ok) return setState({ at: 'failed', fault: answer.failure });
    const { value } = answer;
    open.current = value.state === 'open' ? value.requestId : null;
    if (value.state === 'given') return onGiven(value.payload);
    setState(value.state === 'open' ? { at: 'open', request: value } : { at: 'refused', code: value.code });
  };
  const take = useEffectEvent(settle);

  useEffect(() => {
    if (requestId === null) return undefined;
    let current = true;
    let timer: ReturnType<typeof setTimeout>;
    const poll = async () => {
      const answer = await host.checking.pollDeskRequest({ requestId });
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
    if (open.current !== null) void host.checking.cancelDeskRequest({ requestId: open.current });
    open.current = null;
  };
  // A desk that is locked or left takes its request off every phone.
  const cancelLatest = useEffectEvent(cancel);
  useEffect(() => () => cancelLatest(), []);

  return {
    state,
    async show(documentType: string | null) {
      cancel();
      setState({ at: 'opening' });
      settle(await host.checking.openDeskRequest({ documentType }));
    },
  };
}
