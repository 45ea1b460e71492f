/** Six digits of a message of 1414, handed in as soon as they are complete, and the way to another message. */
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { minutesAndSeconds } from '../../../ui/minutes-and-seconds.ts';
import { useNow } from '../../../ui/use-now.ts';
import { useTexts } from '../../texts/index.ts';

const DIGITS = 6;

interface CodeFieldProps {
  /** What the service said of the last one; null before. */
  readonly refused: 'wrong' | 'over' | null;
  /** Instant from which another message may be asked for. */
  readonly againAt: number;
  /** Resolves when the service has answered. */
  readonly onCode: (code: string) => Promise<void>;
  readonly onResend: () => void;
}

export function CodeField({ refused, againAt, onCode, onResend }: CodeFieldProps) {
  const { t } = useTexts();
  const [code, setCode] = useState('');
  const now = useNow(1000);
  const type = (typed: string): void => {
    const digits = typed.replaceAll(/\D/g, '').slice(0, DIGITS);
    setCode(digits);
    // Empty for the next one, where this one was refused.
    if (digits.length === DIGITS) void onCode(digits).then(() => setCode(''));
  };
  const left = againAt - now;
  return (
    <>
      <Field
        label={t('phone.code')}
        hint={t('phone.codeHint')}
        error={refused === null || code !== '' ? undefined : t(`phone.${refused}`)}
        look="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={DIGITS}
        value={code}
        onChange={type}
        // The field is all there is to do on this step.
        autoFocus
      />
      <Button isDisabled={left > 0} onPress={onResend}>
        {left > 0 ? t('phone.resendIn', { time: minutesAndSeconds(left) }) : t('phone.resend')}
      </Button>
    </>
  );
}
