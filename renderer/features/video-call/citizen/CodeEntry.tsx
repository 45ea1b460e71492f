/** The code of 1414 for a new number: typed by its owner on the own page; it goes to the service and never over the call. */
import { useState } from 'react';
import type { Language } from '../../../../shared/domain/localized.ts';
import { Field } from '../../../ui/Field.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { CALL_TEXTS } from '../texts.ts';

interface CodeEntryProps {
  readonly applicationId: string;
  readonly token: string;
  readonly language: Language;
  readonly portal: string;
}

const DIGITS = 6;
const FAULTS = { wrong: 'codeWrong', over: 'codeOver', away: 'codeAway' } as const;

export function CodeEntry({ applicationId, token, language, portal }: CodeEntryProps) {
  const say = CALL_TEXTS[language].citizen;
  const [code, setCode] = useState('');
  const [answer, setAnswer] = useState<'right' | keyof typeof FAULTS | null>(null);

  async function enter(typed: string): Promise<void> {
    setCode(typed);
    if (typed.length < DIGITS) return;
    const told = await fetch(`${portal}/portal/v1/applications/${applicationId}/phone-registration/code`, {
      method: 'POST',
      headers: { 'x-application-token': token, 'content-type': 'application/json' },
      body: JSON.stringify({ code: typed }),
    })
      .then(async (response) => ((await response.json()) as { answer?: 'right' | 'wrong' | 'over' }).answer ?? 'away')
      .catch(() => 'away' as const);
    setAnswer(told);
    setCode('');
  }

  if (answer === 'right') return <Notice tone="good" role="status">{say.codeRight}</Notice>;
  return (
    <Field
      label={say.codeLabel}
      hint={say.codeHint}
      error={answer === null || code !== '' ? undefined : say[FAULTS[answer]]}
      look="code"
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={DIGITS}
      value={code}
      onChange={(typed) => void enter(typed.replaceAll(/\D/g, '').slice(0, DIGITS))}
    />
  );
}
