/** The desk of calls as the core tells it, kept up to date by its event. */
import { useEffect, useReducer, useState } from 'react';
import type { CallAnswer, CallDeskView, CallRefusal } from '../../../shared/domain/call/call-view.ts';
import type { Fault } from '../../../shared/ipc/wire.ts';
import type { Result } from '../../../shared/util/result.ts';
import { useHost } from '../../host/index.ts';
import { newerView } from './newer-view.ts';

export interface CallDeskState {
  /** Null until the core has answered. */
  desk: CallDeskView | null;
  /** Why the last thing asked for was refused; null once something else was asked. */
  refusal: CallRefusal | 'fault' | null;
  setDuty(on: boolean): Promise<void>;
  /** Whether it was done; what the core refused is in `refusal`. */
  ask(answer: Promise<Result<CallAnswer, Fault>>): Promise<boolean>;
}

export function useCallDesk(): CallDeskState {
  const host = useHost();
  const [desk, take] = useReducer(newerView, null);
  const [refusal, setRefusal] = useState<CallDeskState['refusal']>(null);

  useEffect(() => {
    let current = true;
    const stop = host.calls.deskChanged(take);
    void host.calls.desk(null).then((view) => void (current && view.ok && take(view.value)));
    return () => {
      current = false;
      stop();
    };
  }, [host]);

  return {
    desk,
    refusal,
    async setDuty(on) {
      setRefusal(null);
      const view = await host.calls.setDuty({ on });
      if (view.ok) take(view.value);
      else setRefusal('fault');
    },
    async ask(answer) {
      setRefusal(null);
      const told = await answer;
      if (!told.ok) setRefusal('fault');
      else if (told.value.ok) take(told.value.desk);
      else setRefusal(told.value.code);
      return told.ok && told.value.ok;
    },
  };
}
