/** One-time passwords of 1414 for one application: six digits, five minutes, three tries, a minute between two messages. */
import { timingSafeEqual } from 'node:crypto';
import type { Pair } from '../../../shared/domain/localized.ts';
import type { IdSource } from '../id-source.ts';
import type { SmsInbox } from '../messages/sms-inbox.ts';

/** Length, life and tries of the real ones are not public: own choice. */
const DIGITS = 6;
const LIFETIME_MS = 5 * 60_000;
const TRIES = 3;
const PAUSE_MS = 60_000;

export type SendAnswer = { answer: 'sent'; expiresAt: Date } | { answer: 'too-soon'; retryAt: Date };
export type CodeAnswer = 'right' | 'wrong' | 'over';

export interface PhoneCodes {
  send(applicationId: string, phone: string): SendAnswer;
  /** A right one counts once; after the last wrong one, or in time, it is `over` and a new one must be sent. */
  enter(applicationId: string, code: string): CodeAnswer;
}

/** @param words what the message says around the code */
export function createPhoneCodes(inbox: SmsInbox, ids: IdSource, now: () => Date, words: (code: string) => Pair = textOf): PhoneCodes {
  const sent = new Map<string, { code: string; at: Date; triesLeft: number }>();
  return {
    send(applicationId, phone) {
      const earlier = sent.get(applicationId);
      const retryAt = new Date((earlier?.at.getTime() ?? -PAUSE_MS) + PAUSE_MS);
      if (now() < retryAt) return { answer: 'too-soon', retryAt };
      const code = ids.digits(DIGITS);
      sent.set(applicationId, { code, at: now(), triesLeft: TRIES });
      inbox.send(phone, words(code), null);
      return { answer: 'sent', expiresAt: new Date(now().getTime() + LIFETIME_MS) };
    },
    enter(applicationId, given) {
      const wanted = sent.get(applicationId);
      if (wanted === undefined || wanted.triesLeft === 0 || now().getTime() - wanted.at.getTime() >= LIFETIME_MS) return 'over';
      wanted.triesLeft -= 1;
      if (!sameCode(given, wanted.code)) return wanted.triesLeft === 0 ? 'over' : 'wrong';
      wanted.triesLeft = 0;
      return 'right';
    },
  };
}

const textOf = (code: string): Pair => ({
  kk: `ЭЦҚ алуға өтінім. Код ${code}. Оны ешкімге, операторға да айтпаңыз: тек өз бетіңізде теріңіз.`,
  ru: `Заявка на получение ЭЦП. Код ${code}. Никому его не называйте, даже оператору: введите только на своей странице.`,
});

function sameCode(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
