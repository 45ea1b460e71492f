/** The list of cases that wait for a person, kept up by events; `off` where this desk or this role takes no part. */
import { useEffect, useState } from 'react';
import type { CaseQueue } from '../../../shared/domain/issuance/case-desk.ts';
import { useHost } from '../../host/index.ts';

const OFF: CaseQueue = { state: 'off' };

/** Null until it was asked for. */
export function useCaseQueue(): CaseQueue | null {
  const host = useHost();
  const [queue, setQueue] = useState<CaseQueue | null>(null);
  useEffect(() => {
    let current = true;
    const stop = host.issuance.queueChanged((next) => current && setQueue(next));
    void host.issuance.queue(null).then((answer) => {
      // A role that may not is told nothing, and shown nothing.
      if (current) setQueue(answer.ok ? answer.value : OFF);
    });
    return () => {
      current = false;
      stop();
    };
  }, [host]);
  return queue;
}
