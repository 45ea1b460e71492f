/** Asks about one renewal; while the office is away it asks again by itself. */
import { useCallback, useEffect, useState } from 'react';
import type { RenewalCheck, RenewalReason } from '../../../shared/domain/renewal/renewal.ts';
import { useFaultText } from '../../host/use-fault-text.ts';
import { useHost } from '../../host/index.ts';

export interface RenewalQuestion {
  readonly iin: string;
  readonly reason: RenewalReason;
  readonly own: boolean;
}

type Judged = Extract<RenewalCheck, { state: 'judged' }>;
/** The rule says yes: what an application goes by. */
export type Allowed = Pick<Judged, 'centres'> & { readonly fees: NonNullable<Judged['fees']> };

export type CheckState =
  | { at: 'nothing' }
  | { at: 'asking' }
  /** `allowed` stays while the office is away: what is being written for the application must not be lost by a silence. */
  | { at: 'answered'; question: RenewalQuestion; check: RenewalCheck; allowed: Allowed | null }
  | { at: 'failed'; words: string };

const AGAIN_MS = 15_000;

export function useRenewalCheck() {
  const host = useHost();
  const faultText = useFaultText();
  const [state, setState] = useState<CheckState>({ at: 'nothing' });
  const ask = useCallback(
    async (question: RenewalQuestion) => {
      const answer = await host.renewal.check(question);
      if (!answer.ok) return setState({ at: 'failed', words: faultText(answer.failure) });
      const check = answer.value;
      setState((before) => ({ at: 'answered', question, check, allowed: check.state === 'away' && before.at === 'answered' ? before.allowed : allowedOf(check) }));
    },
    [host, faultText],
  );
  const waiting = state.at === 'answered' && state.check.state === 'away' ? state : null;
  useEffect(() => {
    if (waiting === null) return;
    const timer = setTimeout(() => void ask(waiting.question), AGAIN_MS);
    return () => clearTimeout(timer);
  }, [waiting, ask]);
  return {
    state,
    /** A question that was changed is `clear`ed first; the same one again keeps what stands. */
    check: (question: RenewalQuestion) => {
      setState((before) => (before.at === 'answered' ? before : { at: 'asking' }));
      void ask(question);
    },
    clear: useCallback(() => setState({ at: 'nothing' }), []),
  };
}

function allowedOf(check: RenewalCheck): Allowed | null {
  return check.state === 'judged' && check.answer.answer === 'allowed' && check.fees !== null ? { centres: check.centres, fees: check.fees } : null;
}
