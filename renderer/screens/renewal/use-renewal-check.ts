/** Asks about one renewal; while the office is away it asks again by itself. */
import { useCallback, useEffect, useState } from 'react';
import type { RenewalCheck, RenewalReason } from '../../../shared/domain/renewal.ts';
import { useFaultText } from '../../app/use-fault-text.ts';
import { useHost } from '../../host/index.ts';

export interface RenewalQuestion {
  readonly iin: string;
  readonly reason: RenewalReason;
  readonly own: boolean;
}

export type CheckState = { at: 'nothing' } | { at: 'asking' } | { at: 'answered'; question: RenewalQuestion; check: RenewalCheck } | { at: 'failed'; words: string };

const AGAIN_MS = 15_000;

export function useRenewalCheck() {
  const host = useHost();
  const faultText = useFaultText();
  const [state, setState] = useState<CheckState>({ at: 'nothing' });
  const ask = useCallback(
    async (question: RenewalQuestion) => {
      const answer = await host.renewal.check(question);
      setState(answer.ok ? { at: 'answered', question, check: answer.value } : { at: 'failed', words: faultText(answer.failure) });
    },
    [host, faultText],
  );
  const waiting = state.at === 'answered' && state.check.state === 'away' ? state.question : null;
  useEffect(() => {
    if (waiting === null) return;
    const timer = setTimeout(() => void ask(waiting), AGAIN_MS);
    return () => clearTimeout(timer);
  }, [waiting, ask]);
  return {
    state,
    check: (question: RenewalQuestion) => {
      setState({ at: 'asking' });
      void ask(question);
    },
    clear: useCallback(() => setState({ at: 'nothing' }), []),
  };
}
