/** Messages of 1414 by phone number; on the day of lost SMS they vanish on the way, as they do. */
import type { Pair } from '../../../shared/domain/localized.ts';
import type { IdSource } from '../id-source.ts';

export interface ShortMessage {
  id: string;
  phone: string;
  at: Date;
  /** 1414 writes in both languages at once. */
  text: Pair;
  /** The question this message asks, where it asks one. */
  questionId: string | null;
}

export interface SmsInbox {
  send(phone: string, text: Pair, questionId: string | null): void;
  /** Newest first. */
  of(phone: string): ShortMessage[];
}

const KEPT_PER_PHONE = 50;

export function createSmsInbox(ids: IdSource, now: () => Date, lost: () => boolean): SmsInbox {
  const byPhone = new Map<string, ShortMessage[]>();
  return {
    send(phone, text, questionId) {
      if (lost()) return;
      const messages = byPhone.get(phone) ?? [];
      byPhone.set(phone, [{ id: ids.uuid(), phone, at: now(), text, questionId }, ...messages].slice(0, KEPT_PER_PHONE));
    },
    of: (phone) => byPhone.get(phone) ?? [],
  };
}
