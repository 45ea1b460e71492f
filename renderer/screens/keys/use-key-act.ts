/** One act on a key at a time: busy while it runs, then done, or refused in words. */
import { useState } from 'react';
import type { KeyRefusal } from '../../../shared/domain/keys/key-view.ts';
import type { Fault } from '../../../shared/ipc/wire.ts';
import type { Result } from '../../../shared/util/result.ts';
import { useFaultText } from '../../host/use-fault-text.ts';
import { useRefusalText } from './use-refusal-text.ts';

type Answer = { readonly ok: true } | { readonly ok: false; readonly refusal: KeyRefusal };

export interface KeyAct {
  readonly busy: boolean;
  /** Null until something was refused. */
  readonly refused: string | null;
  run<Given extends Answer>(call: Promise<Result<Given, Fault>>, onDone: (done: Extract<Given, { ok: true }>) => void): Promise<void>;
}

export function useKeyAct(): KeyAct {
  const faultText = useFaultText();
  const refusalText = useRefusalText();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  return {
    busy,
    refused,
    async run<Given extends Answer>(call: Promise<Result<Given, Fault>>, onDone: (done: Extract<Given, { ok: true }>) => void) {
      setBusy(true);
      setRefused(null);
      const answer = await call;
      setBusy(false);
      if (!answer.ok) return setRefused(faultText(answer.failure));
      const given: Answer = answer.value;
      if (given.ok) onDone(answer.value as Extract<Given, { ok: true }>);
      else setRefused(refusalText(given.refusal));
    },
  };
}
