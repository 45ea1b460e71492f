/** The six digits, and the ИИН before them where the connector needs it: whatever is complete sends itself. */
import { useEffect, useEffectEvent, useRef, useState, type FormEvent } from 'react';
import { isIin } from '../../../shared/domain/iin.ts';
import type { ScanInput } from '../../../shared/domain/scan-input.ts';
import { normaliseShortCode } from '../../../shared/domain/short-code.ts';
import { useKeys } from '../../app/use-keys.ts';
import { useAppInfo } from '../../host/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Field } from '../../ui/Field.tsx';
import { codeEntryStep, strayDigit } from './code-entry.ts';

export function CodeEntry({ onScan }: { readonly onScan: (input: ScanInput) => void }) {
  const { t } = useTexts();
  const { shortCodeNeedsIin: needsIin } = useAppInfo();
  const [iin, setIin] = useState('');
  const [code, setCode] = useState('');
  const iinField = useRef<HTMLInputElement>(null);
  const codeField = useRef<HTMLInputElement>(null);

  const send = (sentCode: string, sentIin: string) => {
    setCode('');
    setIin('');
    onScan({ kind: 'short-code', code: sentCode, iin: needsIin ? sentIin : null });
  };
  const change = (changedCode: string, changedIin: string, by: 'code' | 'iin') => {
    setCode(changedCode);
    setIin(changedIin);
    const step = codeEntryStep({ code: changedCode, iin: changedIin, needsIin, by });
    if (step === 'send') send(changedCode, changedIin);
    if (step === 'to-code') codeField.current?.focus();
    if (step === 'to-iin') iinField.current?.focus();
  };
  const firstField = () => (needsIin && !isIin(normaliseShortCode(iin)) ? iinField : codeField).current;

  useKeys({ F2: () => firstField()?.focus() });
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const digit = strayDigit(event);
    if (digit === null) return;
    event.preventDefault();
    const field = firstField();
    field?.focus();
    if (field === iinField.current) change(code, iin + digit, 'iin');
    else change(code + digit, iin, 'code');
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (code !== '') send(code, iin);
  };
  const wrongIin = /^\d{12}$/.test(normaliseShortCode(iin)) && !isIin(normaliseShortCode(iin));
  const strange = /[^\d]/.test(normaliseShortCode(code));

  return (
    <form className="code-entry" onSubmit={onSubmit}>
      {needsIin ? (
        <Field
          label={t('desk.code.iin')}
          look="digits"
          inputMode="numeric"
          autoComplete="off"
          autoFocus
          maxLength={24}
          error={wrongIin ? t('desk.code.iinWrong') : undefined}
          value={iin}
          onChange={(typed) => change(code, typed, 'iin')}
          inputRef={iinField}
        />
      ) : null}
      <Field
        label={t('desk.code.label')}
        look="code"
        inputMode="numeric"
        autoComplete="off"
        autoFocus={!needsIin}
        maxLength={24}
        error={strange ? t('desk.code.other') : undefined}
        value={code}
        onChange={(typed) => change(typed, iin, 'code')}
        inputRef={codeField}
      />
    </form>
  );
}
