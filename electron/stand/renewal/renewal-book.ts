/** Applications for a new identity card as the office of the stand keeps them: days pass, the card is made, its owner is told, and says how it was. */
import type { RenewalStatus } from '../../../shared/domain/renewal/renewal.ts';
import type { Pair } from '../../../shared/domain/localized.ts';
import type { IdSource } from '../id-source.ts';
import type { KeptRecords } from '../issuance/kept-records.ts';
import type { Mailbox } from '../messages/mailbox.ts';
import type { SmsInbox } from '../messages/sms-inbox.ts';
import type { StandTimers } from '../stand-timers.ts';

const DAY_MS = 24 * 60 * 60_000;
const TELL_EVERY_MS = 1_000;
/** Days after the application on which each status begins; the real terms depend on the place. */
const BEGINS: readonly { status: RenewalStatus; afterDays: number }[] = [
  { status: 'received', afterDays: 0 },
  { status: 'in-production', afterDays: 1 },
  { status: 'ready', afterDays: 10 },
  { status: 'handed-over', afterDays: 15 },
];

export interface RenewalApplication {
  number: string;
  iin: string;
  phone: string;
  email: string;
  handover: 'pick-up' | 'delivery';
  at: Date;
}

/** How the service was, from one (bad) to five, and the owner's own words, which may be none. */
export interface ServiceFeedback {
  score: number;
  text: string;
}

/** What outlives the stand. */
export type RenewalRecord =
  | { kept: 'applied'; application: Omit<RenewalApplication, 'at'> & { at: string } }
  | { kept: 'told'; number: string; status: RenewalStatus }
  | ({ kept: 'feedback'; number: string } & ServiceFeedback);

export interface RenewalBook {
  /** Null where this person has one that is not finished. */
  open(application: Omit<RenewalApplication, 'number' | 'at'>): RenewalApplication | null;
  standing(number: string): { status: RenewalStatus; changedAt: Date; feedbackGiven: boolean } | null;
  /** Once, and only of a card that was handed over. */
  giveFeedback(number: string, feedback: ServiceFeedback): boolean;
  /** What the owner said; null while nothing was. */
  feedbackOn(number: string): ServiceFeedback | null;
}

type Kept = RenewalApplication & { told: Set<RenewalStatus>; feedback: ServiceFeedback | null };

export interface RenewalBookOptions {
  ids: IdSource;
  now(): Date;
  inbox: SmsInbox;
  mailbox: Mailbox;
  timers: StandTimers;
  records: KeptRecords<RenewalRecord>;
}

const TEXTS: Readonly<Record<Exclude<RenewalStatus, 'refused'>, (application: RenewalApplication) => Pair>> = {
  'received': ({ number }) => ({ kk: `Жеке куәлікті ауыстыруға өтініш қабылданды: ${number}.`, ru: `Заявление на обмен удостоверения принято: ${number}.` }),
  'in-production': ({ number }) => ({ kk: `${number}: сурет пен қол үлгісі тексерілді, жеке куәлік дайындалып жатыр.`, ru: `${number}: фото и подпись проверены, удостоверение изготавливается.` }),
  'ready': ({ number, handover }) =>
    handover === 'pick-up'
      ? { kk: `${number}: жеке куәлік дайын. Таңдалған ХҚКО-дан осы нөмірмен және ескі куәлікпен алыңыз.`, ru: `${number}: удостоверение готово. Заберите его в выбранном ЦОН по этому номеру, возьмите прежнее.` }
      : { kk: `${number}: жеке куәлік дайын, курьер хабарласады. Ескі куәлікті курьерге тапсырыңыз.`, ru: `${number}: удостоверение готово, с вами свяжется курьер. Прежнее сдайте курьеру.` },
  'handed-over': ({ number }) => ({ kk: `${number}: жеке куәлік берілді. Қызметті бағалаңыз.`, ru: `${number}: удостоверение выдано. Оцените услугу.` }),
};

export function createRenewalBook({ ids, now, inbox, mailbox, timers, records }: RenewalBookOptions): RenewalBook {
  const kept = new Map<string, Kept>();
  for (const { application } of records.earlier('applied')) kept.set(application.number, { ...application, at: new Date(application.at), told: new Set(), feedback: null });
  for (const { number, status } of records.earlier('told')) kept.get(number)?.told.add(status);
  for (const { number, score, text } of records.earlier('feedback')) kept.get(number)!.feedback = { score, text };

  const phaseOf = ({ at }: Kept): (typeof BEGINS)[number] => BEGINS.findLast(({ afterDays }) => now().getTime() - at.getTime() >= afterDays * DAY_MS) ?? BEGINS[0]!;

  function tellOne(application: Kept): void {
    const { status } = phaseOf(application);
    if (status === 'refused' || application.told.has(status)) return;
    application.told.add(status);
    records.add({ kept: 'told', number: application.number, status });
    const text = TEXTS[status](application);
    inbox.send(application.phone, text, null);
    mailbox.send(application.email, { kk: 'Жеке куәлікті ауыстыру', ru: 'Обмен удостоверения' }, text);
  }

  let isTelling = false;
  function keepTelling(): void {
    if (!isTelling) timers.every(TELL_EVERY_MS, () => kept.forEach(tellOne));
    isTelling = true;
  }
  if (kept.size > 0) keepTelling();

  return {
    open(order) {
      if ([...kept.values()].some((other) => other.iin === order.iin && phaseOf(other).status !== 'handed-over')) return null;
      const application: RenewalApplication = { ...order, number: `R-${now().getUTCFullYear()}-${ids.digits(6)}`, at: now() };
      records.add({ kept: 'applied', application: { ...application, at: application.at.toISOString() } });
      const opened: Kept = { ...application, told: new Set(), feedback: null };
      kept.set(opened.number, opened);
      tellOne(opened);
      keepTelling();
      return application;
    },
    standing(number) {
      const application = kept.get(number);
      if (application === undefined) return null;
      const { status, afterDays } = phaseOf(application);
      return { status, changedAt: new Date(application.at.getTime() + afterDays * DAY_MS), feedbackGiven: application.feedback !== null };
    },
    giveFeedback(number, feedback) {
      const application = kept.get(number);
      if (application === undefined || application.feedback !== null || phaseOf(application).status !== 'handed-over') return false;
      records.add({ kept: 'feedback', number, ...feedback });
      application.feedback = feedback;
      return true;
    },
    feedbackOn: (number) => kept.get(number)?.feedback ?? null,
  };
}
