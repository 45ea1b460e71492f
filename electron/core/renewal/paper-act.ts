/** The act that sends a person on the paper route when the service has failed for longer than the rule allows; it names no person. */
import type { Paper } from '../../ports/paper-press.ts';

export interface Outage {
  since: Date;
  now: Date;
  organisation: string;
  branch: string;
  workstation: string;
  ruleVersion: string;
}

/** UTC+5, one zone for the whole country. */
const clockOf = (instant: Date): string => new Date(instant.getTime() + 5 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

export const paperAct = ({ since, now, organisation, branch, workstation, ruleVersion }: Outage): Paper => ({
  title: { kk: 'Техникалық ақау туралы акт', ru: 'Акт о техническом сбое' },
  facts: [
    { label: { kk: 'Қызмет', ru: 'Услуга' }, value: { kk: 'Жеке куәлікті онлайн ауыстыру', ru: 'Онлайн-обмен удостоверения личности' } },
    { label: { kk: 'Қызмет қолжетімсіз болған уақыт', ru: 'Сервис недоступен с' }, value: `${clockOf(since)} (UTC+5)` },
    { label: { kk: 'Акт жасалған уақыт', ru: 'Акт составлен' }, value: `${clockOf(now)} (UTC+5)` },
    { label: { kk: 'Үзіліс ұзақтығы, минут', ru: 'Длительность, минут' }, value: String(Math.floor((now.getTime() - since.getTime()) / 60_000)) },
    { label: { kk: 'Орны', ru: 'Место' }, value: `${organisation}, ${branch}, ${workstation}` },
    { label: { kk: 'Ереженің нұсқасы', ru: 'Версия правила' }, value: ruleVersion },
  ],
  paragraphs: [
    {
      kk: 'Ақау он минуттан асты, сондықтан өтініш қағаз түрінде қабылданады. Азамат қызметтің істемей қалғанына жауапты емес.',
      ru: 'Сбой длится больше десяти минут, поэтому заявление принимается на бумаге. Гражданин за недоступность сервиса не отвечает.',
    },
  ],
  signatures: [
    { kk: 'Қызметкер', ru: 'Сотрудник' },
    { kk: 'Азамат', ru: 'Гражданин' },
  ],
  at: now,
});
