/** Words of the printed page, Kazakh and Russian on one sheet as the state prints them. */
import type { Verdict } from '../../../shared/domain/checking/verdict.ts';
import { kk as kkEvents } from '../../../shared/domain/journal/event-names/kk.ts';
import { ru as ruEvents } from '../../../shared/domain/journal/event-names/ru.ts';
import type { JournalReport } from '../../../shared/domain/journal/journal-report.ts';
import type { Pair } from '../../../shared/domain/localized.ts';

export const SUMMARY_TEXT = {
  title: 'Тексерулер журналы / Журнал проверок',
  entries: 'Жазбалар / Записи',
  root: 'Ағаш түбірі / Корень дерева',
  made: 'Жасалған уақыты / Составлено',
  signature: 'Жауапты тұлғаның қолы / Подпись ответственного: ______________________',
  columns: {
    period: { kk: 'Күн', ru: 'День' },
    operator: { kk: 'Қызметкер', ru: 'Сотрудник' },
    event: { kk: 'Оқиға және жауап', ru: 'Событие и ответ' },
    count: { kk: 'Саны', ru: 'Число' },
  },
} as const;

const VERDICT_WORDS: Readonly<Record<Verdict, Pair>> = {
  valid: { kk: 'жарамды', ru: 'действителен' },
  'valid-with-attention': { kk: 'жарамды, ескертуі бар', ru: 'действителен с замечанием' },
  'not-valid': { kk: 'жарамсыз', ru: 'недействителен' },
  'cannot-determine': { kk: 'тексеру мүмкін болмады', ru: 'проверить не удалось' },
};

/** What was counted, as the desk calls it; a kind of entry this program does not know keeps its code. */
export function eventText({ kind, verdict }: Pick<JournalReport['rows'][number], 'kind' | 'verdict'>): Pair {
  const name = { kk: nameIn(kkEvents, kind), ru: nameIn(ruEvents, kind) };
  if (verdict === null) return name;
  const answer = VERDICT_WORDS[verdict];
  return { kk: `${name.kk}: ${answer.kk}`, ru: `${name.ru}: ${answer.ru}` };
}

const nameIn = (names: Readonly<Record<string, string>>, kind: string): string => names[kind] ?? kind;
