/** The act that sends a person on the paper route when the service has failed for longer than the rule allows; it names no person. */
import { writtenMinute } from '../../../shared/domain/almaty-day.ts';
import type { Paper } from '../../ports/paper-press.ts';

export interface Outage {
  since: Date;
  now: Date;
  organisation: string;
  branch: string;
  workstation: string;
  ruleVersion: string;
}

export const paperAct = ({ since, now, organisation, branch, workstation, ruleVersion }: Outage): Paper => ({
  title: { kk: 'Техникалық ақау туралы акт', ru: 'Акт о техническом сбое' },
  facts: [
    { label: { kk: 'Қызмет', ru: 'Услуга' }, value: { kk: 'Жеке куәлікті онлайн ауыстыру', ru: 'Онлайн-обмен удостоверения личности' } },
    { label: { kk: 'Сервис қолжетімсіз, басталған уақыты', ru: 'Сервис недоступен с' }, value: `${writtenMinute(since)} (UTC+5)` },
    { label: { kk: 'Акт жасалған уақыт', ru: 'Акт составлен' }, value: `${writtenMinute(now)} (UTC+5)` },
    { label: { kk: 'Үзіліс ұзақтығы, минут', ru: 'Длительность, минут' }, value: String(Math.floor((now.getTime() - since.getTime()) / 60_000)) },
    { label: { kk: 'Орны', ru: 'Место' }, value: `${organisation}, ${branch}, ${workstation}` },
    { label: { kk: 'Ереженің нұсқасы', ru: 'Версия правила' }, value: ruleVersion },
  ],
  paragraphs: [
    {
      kk: 'Ақау он минуттан асты, сондықтан өтініш қағаз түрінде қабылданады. Сервистің істемей қалғанына азамат жауапты емес.',
      ru: 'Сбой длится больше десяти минут, поэтому заявление принимается на бумаге. Гражданин за недоступность сервиса не отвечает.',
    },
  ],
  signatures: [
    { kk: 'Қызметкер', ru: 'Сотрудник' },
    { kk: 'Азамат', ru: 'Гражданин' },
  ],
  at: now,
});
