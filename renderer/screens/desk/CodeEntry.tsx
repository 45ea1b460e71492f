/** The six digits, and the ИИН before them where the connector needs it: whatever is complete sends itself. */
import { useEffect, useEffectEvent, type FormEvent } from 'react';
import { isIin } from '../../../shared/domain/person/iin.ts';
import type { ScanInput } from '../../../shared/domain/scanning/scan-input.ts';
import { withoutSeparators } from '../../../shared/domain/scanning/typed-digits.ts';
import { useKeys } from '../../ui/use-keys.ts';
import { useAppInfo } from '../../host/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Field } from '../../ui/Field.tsx';
import { useCodeEntry } from './use-code-entry.ts';

interface CodeEntryProps {
  readonly onScan: (input: ScanInput) => void;
  /** Nothing is on screen: the cursor belongs here. */
  readonly waiting: boolean;
}

export function CodeEntry({ onScan, waiting }: CodeEntryProps) {
  const { t } = useTexts();
  const { shortCodeNeedsIin: needsIin } = useAppInfo();
  const { typed, iinField, codeField, change, focus, sendTyped } = useCodeEntry(needsIin, onScan);
  useKeys({ F2: focus });
  const takeFocus = useEffectEvent(() => {
    // Only what nobody holds: an open list or a button in use keeps it.
    if (document.activeElement === document.body) focus();
  });
  useEffect(() => {
    if (waiting) takeFocus();
  }, [waiting]);

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    sendTyped();
  };
  const iin = withoutSeparators(typed.iin);
  const wrongIin = /^\d{12}$/.test(iin) && !isIin(iin);
  const strange = /\D/.test(withoutSeparators(typed.code));

  return (
    <form className="code-entry" onSubmit={onSubmit}>
      {needsIin ? (
        <Field
          label={t('desk.code.iin')}
          look="digits"
          inputMode="numeric"
          autoComplete="off"
          maxLength={24}
          error={wrongIin ? t('desk.code.iinWrong') : undefined}
          value={typed.iin}
          onChange={(text) => change('iin', text)}
          inputRef={iinField}
        />
      ) : null}
      <Field
        label={t('desk.code.label')}
        look="code"
        inputMode="numeric"
        autoComplete="off"
        maxLength={24}
        error={strange ? t('desk.code.other') : undefined}
        value={typed.code}
        onChange={(text) => change('code', text)}
        inputRef={codeField}
      />
      {/* Enter sends what stands there, whole or not: the core says what is wrong with it. */}
      <button type="submit" className="visually-hidden" tabIndex={-1}>
        {t('desk.code.submit')}
      </button>
    </form>
  );
}
