/** The lines of the card as fields: what was doubtful is marked, what is wrong is said beside it. */
import { type FormEvent, useRef, useState } from 'react';
import { CARD_FIELDS, type CardField } from '../../../../shared/domain/identification/identification.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { useTexts } from '../../texts/index.ts';
import { type CardLines, type CardValues, DAYS, lineFault, linesOf, NAMES, tidied, valuesOf } from './card-form.ts';
import { KazakhLetters } from './KazakhLetters.tsx';
import type { CardFound } from './use-card-reader.ts';

interface CardLinesFormProps {
  readonly found: CardFound;
  /** The service refused the ИИН: it is not the applicant's. */
  readonly otherIin: boolean;
  readonly onConfirm: (values: CardValues) => void;
}

export function CardLinesForm({ found, otherIin, onConfirm }: CardLinesFormProps) {
  const { t } = useTexts();
  const [lines, setLines] = useState<CardLines>(() => linesOf(found.read));
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const lastName = useRef<{ field: CardField; input: HTMLInputElement } | null>(null);
  const write = (field: CardField, typed: string): void => setLines((before) => ({ ...before, [field]: tidied(field, typed) }));

  function put(letter: string): void {
    const target = lastName.current;
    if (target === null) return;
    const { field, input } = target;
    const [from, to] = [input.selectionStart ?? input.value.length, input.selectionEnd ?? input.value.length];
    write(field, input.value.slice(0, from) + letter + input.value.slice(to));
    input.focus();
    // After React has written the line, which moves the caret to its end.
    requestAnimationFrame(() => input.setSelectionRange(from + 1, from + 1));
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (CARD_FIELDS.every((field) => lineFault(field, lines[field]) === null)) return onConfirm(valuesOf(lines));
    requestAnimationFrame(() => form.current?.querySelector<HTMLInputElement>('[aria-invalid=true]')?.focus());
  }
  const hintOf = (field: CardField): string | undefined => {
    if (found.trust[field] === 'unread') return field === 'patronymic' ? undefined : t('confirmation.unread');
    return found.trust[field] === 'check' ? t('confirmation.doubtful') : undefined;
  };
  const errorOf = (field: CardField): string | undefined => {
    if (field === 'iin' && otherIin) return t('confirmation.otherIin');
    const fault = tried ? lineFault(field, lines[field]) : null;
    return fault === null ? undefined : t(`confirmation.${fault}`);
  };

  return (
    <form ref={form} className="citizen-fields" noValidate onSubmit={submit}>
      {CARD_FIELDS.map((field) => {
        const isName = NAMES.has(field);
        return (
          <div key={field} className={found.trust[field] === 'sure' ? 'citizen-line' : 'citizen-line citizen-doubt'}>
            <Field
              label={t(`confirmation.fields.${field}`)}
              hint={hintOf(field)}
              error={errorOf(field)}
              look={isName ? 'text' : 'digits'}
              inputMode={isName ? 'text' : 'numeric'}
              autoComplete="off"
              spellCheck="false"
              maxLength={100}
              {...(DAYS.has(field) && { placeholder: t('confirmation.dayHint') })}
              value={lines[field]}
              onChange={(typed) => write(field, typed)}
              {...(isName && { lang: 'kk', onFocus: (event) => (lastName.current = { field, input: event.target as HTMLInputElement }) })}
            />
            {field === 'patronymic' ? <KazakhLetters onLetter={put} /> : null}
          </div>
        );
      })}
      <Button type="submit" look="primary" size="large">
        {t('confirmation.confirm')}
      </Button>
    </form>
  );
}
