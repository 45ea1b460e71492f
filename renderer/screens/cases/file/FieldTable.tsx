/** The card against the register, field by field; letters that differ are marked, spellings that only look different are said to be the same. */
import { CircleCheck, CircleX, Languages, TriangleAlert } from 'lucide-react';
import type { ComparedField } from '../../../../shared/domain/issuance/case-desk.ts';
import { dayText } from '../../../i18n/format.ts';
import { useTexts } from '../../../i18n/index.ts';
import { letterDifferences } from './letter-differences.ts';

const GLYPHS = { equal: CircleCheck, 'equal-folded': Languages, different: CircleX, damaged: TriangleAlert, unread: TriangleAlert, 'not-registered': TriangleAlert } as const;
const DAYS = new Set<ComparedField['field']>(['birthDate', 'expiresOn']);

export function FieldTable({ fields }: { readonly fields: readonly ComparedField[] }) {
  const { t } = useTexts();
  return (
    <section className="compared" aria-label={t('cases.fields.title')}>
      <table className="compared-table">
        <thead>
          <tr>
            <th scope="col">{t('cases.fields.field')}</th>
            <th scope="col">{t('cases.fields.onCard')}</th>
            <th scope="col">{t('cases.fields.registered')}</th>
            <th scope="col">{t('cases.fields.verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((row) => (
            <FieldLine key={row.field} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function FieldLine({ row }: { readonly row: ComparedField }) {
  const { t } = useTexts();
  const { field, comparison, corrected } = row;
  const [onCard, registered] = [textOf(field, row.onCard), textOf(field, row.registered)];
  const Glyph = GLYPHS[comparison];
  const marked = comparison === 'different' || comparison === 'equal-folded';
  return (
    <tr className={`compared-row compared-${comparison}`}>
      <th scope="row">{t(`cases.fields.name.${field}`)}</th>
      <td className="compared-value">
        <Marked text={onCard} other={marked ? registered : null} />
        {corrected ? <span className="soft small compared-note">{t('cases.fields.corrected')}</span> : null}
      </td>
      <td className="compared-value">
        <Marked text={registered} other={marked ? onCard : null} />
      </td>
      <td>
        <span className="compared-verdict small">
          <Glyph size={16} aria-hidden />
          {t(`cases.fields.comparison.${comparison}`)}
        </span>
      </td>
    </tr>
  );
}

function Marked({ text, other }: { readonly text: string | null; readonly other: string | null }) {
  if (text === null) return <span className="soft">—</span>;
  if (other === null) return <span className="compared-text">{text}</span>;
  return (
    <span className="compared-text">
      {letterDifferences(text, other).map(({ letters, differs, at }) => (differs ? <mark key={at}>{letters}</mark> : <span key={at}>{letters}</span>))}
    </span>
  );
}

const textOf = (field: ComparedField['field'], value: string | null): string | null => (value !== null && DAYS.has(field) ? dayText(value) : value);
