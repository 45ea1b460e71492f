/** Applications for a new identity card as the office of the stand keeps them: days pass, the card is made, its owner is told, and says how it was. */
import type { RenewalStatus } from '../../../shared/domain/renewal.ts';
import type { Pair } from '../../../shared/domain/localized.ts';
import type { IdSource } from '../id-source.ts';
import type { Mailbox } from '../messages/mailbox.ts';
import type { SmsInbox } from '../messages/sms-inbox.ts';

const DAY_MS = 24 * 60 * 60_000;
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

export interface RenewalBook {
  /** Null where this person has one that is not finished. */
  open(application: Omit<RenewalApplication, 'number' | 'at'>): RenewalApplication | null;
  standing(number: string): { status: RenewalStatus; changedAt: Date; feedbackGiven: boolean } | null;
  /** Once, and only of a card that was handed over. */
  giveFeedback(number: string, score: number): boolean;
  /** Tells owners what changed since it was asked last; asked often. */
  tell(): void;
}

type Kept = RenewalApplication & { told: Set<RenewalStatus>; score: number | null };

const TEXTS: Readonly<Record<Exclude<RenewalStatus, 'refused'>, (application: RenewalApplication) => Pair>> = {
  'received': ({ number }) => ({ kk: `Жеке куәлікті ауыстыруға өтінім қабылданды: ${number}.`, ru: `Заявление на обмен удостоверения принято: ${number}.` }),
  'in-production': ({ number }) => ({ kk: `${number}: сурет пен қол үлгісі тексерілді, жеке куәлік дайындалып жатыр.`, ru: `${number}: фото и подпись проверены, удостоверение изготавливается.` }),
  'ready': ({ number, handover }) =>
    handover === 'pick-up'
      ? { kk: `${number}: жеке куәлік дайын. Таңдалған ХҚКО-дан осы нөмірмен және ескі куәлікпен алыңыз.`, ru: `${number}: удостоверение готово. Заберите его в выбранном ЦОН по этому номеру, возьмите прежнее.` }
      : { kk: `${number}: жеке куәлік дайын, курьер хабарласады. Ескі куәлікті курьерге тапсырыңыз.`, ru: `${number}: удостоверение готово, с вами свяжется курьер. Прежнее сдайте курьеру.` },
  'handed-over': ({ number }) => ({ kk: `${number}: жеке куәлік берілді. Қызметті бағалаңыз.`, ru: `${number}: удостоверение выдано. Оцените услугу.` }),
};

export function createRenewalBook({ ids, now, inbox, mailbox }: { ids: IdSource; now(): Date; inbox: SmsInbox; mailbox: Mailbox }): RenewalBook {
  const kept = new Map<string, Kept>();

  const phaseOf = ({ at }: Kept): (typeof BEGINS)[number] => BEGINS.findLast(({ afterDays }) => now().getTime() - at.getTime() >= afterDays * DAY_MS) ?? BEGINS[0]!;

  function tellOne(application: Kept): void {
    const { status } = phaseOf(application);
    if (status === 'refused' || application.told.has(status)) return;
    application.told.add(status);
    const text = TEXTS[status](application);
    inbox.send(application.phone, text, null);
    mailbox.send(application.email, { kk: 'Жеке куәлікті ауыстыру', ru: 'Обмен удостоверения' }, text);
  }

  return {
    open(order) {
      if ([...kept.values()].some((other) => other.iin === order.iin && phaseOf(other).status !== 'handed-over')) return null;
      const application: Kept = { ...order, number: `R-${now().getUTCFullYear()}-${ids.digits(6)}`, at: now(), told: new Set(), score: null };
      kept.set(application.number, application);
      tellOne(application);
      return application;
    },
    standing(number) {
      const application = kept.get(number);
      if (application === undefined) return null;
      const { status, afterDays } = phaseOf(application);
      return { status, changedAt: new Date(application.at.getTime() + afterDays * DAY_MS), feedbackGiven: application.score !== null };
    },
    giveFeedback(number, score) {
      const application = kept.get(number);
      if (application === undefined || application.score !== null || phaseOf(application).status !== 'handed-over') return false;
      application.score = score;
      return true;
    },
    tell: () => kept.forEach(tellOne),
  };
}
