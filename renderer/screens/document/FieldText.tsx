/** The value of a field as people read it. */
import { inLanguage } from '../../../shared/domain/localized.ts';
import type { FieldValue } from '../../../shared/domain/checking/check-outcome.ts';
import { dayText } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/index.ts';

export function FieldText({ value }: { readonly value: FieldValue }) {
  const { t, language } = useTexts();
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'date':
      return dayText(value.day);
    case 'pair':
      return inLanguage(value.pair, language);
    case 'people':
      return (
        <ul className="people">
          {value.people.map((person) => (
            <li key={`${person.iin} ${person.name}`}>
              <span>{person.name}</span>
              <span className="soft small">
                {t('verdict.document.iin')} {person.iin}
                {person.role === null ? null : `, ${inLanguage(person.role, language)}`}
              </span>
            </li>
          ))}
        </ul>
      );
  }
}
