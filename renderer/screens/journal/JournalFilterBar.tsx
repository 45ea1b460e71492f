/** Filters of the journal: days, event, answer, operator, mark. */
import type { JournalEntry } from '../../../shared/domain/journal/journal-entry.ts';
import { VERDICTS } from '../../../shared/domain/checking/verdict.ts';
import { useAppInfo } from '../../host/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { DayField } from './DayField.tsx';
import { ANY, EVENT_KINDS, NO_FILTERS, type JournalFilters } from './journal-filters.ts';

interface JournalFilterBarProps {
  readonly filters: JournalFilters;
  readonly onChange: (change: Partial<JournalFilters>) => void;
  /** A supervisor sees everyone's entries and may pick one operator's. */
  readonly withOperator: boolean;
  readonly entries: readonly JournalEntry[];
}

const MARKS = ['waiting', 'delivered', 'refused'] as const;

export function JournalFilterBar({ filters, onChange, withOperator, entries }: JournalFilterBarProps) {
  const { t } = useTexts();
  const { trainingOperators } = useAppInfo();
  const any = { id: ANY, text: t('journal.any') } as const;
  const operatorIds = new Set([
    ...trainingOperators.map(({ id }) => id),
    ...entries.flatMap(({ operatorId }) => operatorId ?? []),
    ...(filters.operatorId === ANY ? [] : [filters.operatorId]),
  ]);
  return (
    <search className="journal-filters" aria-label={t('journal.filters')}>
      <DayField label={t('journal.from')} value={filters.from} onChange={(from) => onChange({ from })} />
      <DayField label={t('journal.to')} value={filters.to} onChange={(to) => onChange({ to })} />
      <Select
        label={t('journal.kind')}
        choices={[any, ...EVENT_KINDS.map((kind) => ({ id: kind, text: t(`journal.event.${kind}`) }))]}
        value={filters.kind}
        onChange={(kind) => onChange({ kind })}
      />
      <Select
        label={t('journal.verdict')}
        choices={[any, ...VERDICTS.map((verdict) => ({ id: verdict, text: t(`verdict.word.${verdict}`) }))]}
        value={filters.verdict}
        onChange={(verdict) => onChange({ verdict })}
      />
      {withOperator ? (
        <Select
          label={t('journal.operator')}
          choices={[any, ...Array.from(operatorIds, (id) => ({ id, text: id }))]}
          value={filters.operatorId}
          onChange={(operatorId) => onChange({ operatorId })}
        />
      ) : null}
      <Select
        label={t('journal.mark')}
        choices={[any, ...MARKS.map((mark) => ({ id: mark, text: t(`journal.marks.${mark}`) }))]}
        value={filters.mark}
        onChange={(mark) => onChange({ mark })}
      />
      <Button look="quiet" onPress={() => onChange(NO_FILTERS)}>
        {t('journal.reset')}
      </Button>
    </search>
  );
}
