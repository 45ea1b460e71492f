/** The case this operator works on: found again after a crash, taken, answered, put back. */
import { useEffect, useState } from 'react';
import type { CaseAnswer, CaseDecision, CaseView, CounterChecks, TakeAnswer } from '../../../shared/domain/issuance/case-desk.ts';
import type { Fault } from '../../../shared/ipc/wire.ts';
import type { Result } from '../../../shared/util/result.ts';
import { useHost } from '../../host/index.ts';

export type Held =
  | { readonly at: 'asking' }
  | { readonly at: 'none'; readonly said: { readonly about: 'take' | 'counter' } | { readonly decided: string } | { readonly pausedUntil: string } | null }
  | { readonly at: 'open'; readonly view: CaseView; readonly busy: boolean; readonly refused: Extract<CaseAnswer, { ok: false }>['code'] | null }
  | { readonly at: 'failed'; readonly fault: Fault };

export type PutBackCause = 'acquaintance' | 'shift-over' | 'other';

export interface HeldCase {
  readonly held: Held;
  takeNext(): void;
  openAtCounter(iin: string): void;
  reload(): void;
  decide(answer: CaseDecision): void;
  identify(checked: CounterChecks): void;
  putBack(cause: PutBackCause): void;
}

const NONE: Held = { at: 'none', said: null };
const open = (view: CaseView): Held => ({ at: 'open', view, busy: false, refused: null });

/** The component lives for one operator. */
export function useHeldCase(): HeldCase {
  const host = useHost();
  const [held, setHeld] = useState<Held>({ at: 'asking' });

  const showCurrent = async (): Promise<void> => {
    const answer = await host.issuance.current(null);
    if (!answer.ok) return setHeld({ at: 'failed', fault: answer.failure });
    setHeld(answer.value === null ? NONE : open(answer.value));
  };
  useEffect(() => {
    let current = true;
    void host.issuance.current(null).then((answer) => {
      if (!current) return;
      if (!answer.ok) setHeld({ at: 'failed', fault: answer.failure });
      else setHeld(answer.value === null ? NONE : open(answer.value));
    });
    return () => {
      current = false;
    };
  }, [host]);

  const take = async (asked: Promise<Result<TakeAnswer, Fault>>, about: 'take' | 'counter'): Promise<void> => {
    setHeld({ at: 'asking' });
    const answer = await asked;
    if (!answer.ok) return setHeld({ at: 'failed', fault: answer.failure });
    if (answer.value.state === 'taken') setHeld(open(answer.value.view));
    else setHeld({ at: 'none', said: answer.value.state === 'draws-paused' ? { pausedUntil: answer.value.until } : { about } });
  };

  const answerWith = async (send: (caseId: string) => Promise<Result<CaseAnswer, Fault>>): Promise<void> => {
    if (held.at !== 'open' || held.busy) return;
    setHeld({ ...held, busy: true, refused: null });
    const answer = await send(held.view.case.id);
    if (!answer.ok) return setHeld({ at: 'failed', fault: answer.failure });
    if (answer.value.ok) return setHeld({ at: 'none', said: { decided: answer.value.stage } });
    setHeld({ ...held, busy: false, refused: answer.value.code });
  };

  return {
    held,
    takeNext: () => void take(host.issuance.takeNext(null), 'take'),
    openAtCounter: (iin) => void take(host.issuance.openAtCounter({ iin }), 'counter'),
    reload: () => void showCurrent(),
    decide: (answer) => void answerWith((caseId) => host.issuance.decide({ caseId, answer })),
    identify: (checked) => void answerWith((caseId) => host.issuance.identifyAtCounter({ caseId, checked })),
    putBack: (cause) =>
      void answerWith(async (caseId) => host.issuance.putBack({ caseId, cause })).then(() => showCurrent()),
  };
}
