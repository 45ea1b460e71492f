/** One attempt to sign in or unlock, from the press to the answer. */
import { useState } from 'react';
import type { SignInAnswer } from '../../../shared/domain/desk/operator-session.ts';
import type { Fault } from '../../../shared/ipc/wire.ts';
import type { Result } from '../../../shared/util/result.ts';
import { acceptSignIn, usePage } from '../../host/index.ts';

export type Attempt =
  | { readonly state: 'none' }
  | { readonly state: 'busy' }
  | { readonly state: 'refused'; readonly answer: Extract<SignInAnswer, { ok: false }> }
  | { readonly state: 'failed'; readonly fault: Fault };

export function useSignIn<Input>(send: (input: Input) => Promise<Result<SignInAnswer, Fault>>) {
  const page = usePage();
  const [attempt, setAttempt] = useState<Attempt>({ state: 'none' });
  /** Answers whether it succeeded. */
  const submit = async (input: Input): Promise<boolean> => {
    setAttempt({ state: 'busy' });
    const sent = await send(input);
    if (!sent.ok) {
      setAttempt({ state: 'failed', fault: sent.failure });
      return false;
    }
    const answer = acceptSignIn(page, sent.value);
    setAttempt(answer.ok ? { state: 'none' } : { state: 'refused', answer });
    return answer.ok;
  };
  return { attempt, submit };
}
