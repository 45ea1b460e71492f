/** Judges a password as it is typed, in the worker; the answer to an older text never overtakes that to a newer one. */
import { useEffect, useState } from 'react';
import type { PasswordFault } from '../../../shared/domain/keys/key-view.ts';
import type { AskKeyStore } from './key-store-client.ts';

interface Typed {
  readonly password: string;
  readonly ownerData: readonly string[];
  readonly minLength: number;
}

/** Null while nothing is typed, or before the first answer. */
export function usePasswordFaults(ask: AskKeyStore, { password, ownerData, minLength }: Typed): readonly PasswordFault[] | null {
  const [judged, setJudged] = useState<{ password: string; faults: readonly PasswordFault[] } | null>(null);
  const known = ownerData.join('\n');
  useEffect(() => {
    if (password === '') return;
    let stale = false;
    void ask({ ask: 'judge', password, ownerData: known.split('\n'), minLength }).then((answer) => {
      if (!stale && answer.answer === 'judged') setJudged({ password, faults: answer.faults });
    });
    return () => {
      stale = true;
    };
  }, [ask, password, known, minLength]);
  return password !== '' && judged?.password === password ? judged.faults : null;
}
