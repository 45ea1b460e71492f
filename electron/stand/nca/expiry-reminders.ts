/** Reminds holders of the end of their keys as the real centre does: letters a month, two weeks and a week before, one SMS ten days before. */
import type { KeyApplication } from '../../../shared/domain/issuance/portal-keys.ts';
import { tryReadCertificate } from '../../core/trust/x509/index.ts';
import type { Mailbox } from '../messages/mailbox.ts';
import type { SmsInbox } from '../messages/sms-inbox.ts';
import type { KeyRecords } from './key-records.ts';

const DAYS = { email: [30, 14, 7], sms: [10] } as const;
const DAY_MS = 24 * 60 * 60_000;

export interface KeysToEnd {
  applicationId: string;
  wish: KeyApplication;
  phone: string | null;
  certificates: readonly Uint8Array[];
}

interface Wish extends KeysToEnd {
  notAfter: Date;
  /** `email-30` and the like, each told once. */
  told: Set<string>;
}

export interface ExpiryReminders {
  remember(keys: KeysToEnd): void;
  /** Sends what is due now; asked often. */
  remind(): void;
}

interface ReminderOptions {
  mailbox: Mailbox;
  inbox: SmsInbox;
  records: KeyRecords;
  now(): Date;
}

export function createExpiryReminders({ mailbox, inbox, records, now }: ReminderOptions): ExpiryReminders {
  const wishes: Wish[] = [];
  const toldBefore = Map.groupBy(records.earlier('reminded'), ({ applicationId }) => applicationId);

  function send(by: 'email' | 'sms', { wish, phone }: Wish, days: number): void {
    const text = {
      kk: `ЭЦҚ кілттеріңіздің мерзімі ${days} күннен кейін аяқталады. Жаңасын egov.kz арқылы алыңыз; құпиясөзді ешкімге айтпаңыз.`,
      ru: `Срок ваших ключей ЭЦП истекает через ${days} дн. Получите новые на egov.kz; пароль никому не сообщайте.`,
    };
    if (by === 'email') mailbox.send(wish.email, { kk: 'ЭЦҚ кілттерінің мерзімі аяқталады', ru: 'Срок ключей ЭЦП истекает' }, text);
    else if (phone !== null) inbox.send(phone, text, null);
  }

  /** Only the nearest threshold that was passed: who was away for a month is not written to three times at once. */
  function remindOf(wish: Wish): void {
    const daysLeft = (wish.notAfter.getTime() - now().getTime()) / DAY_MS;
    if (daysLeft < 0) return;
    for (const by of wish.wish.remindBy) {
      const due = DAYS[by].filter((days) => daysLeft <= days && !wish.told.has(`${by}-${days}`));
      for (const days of due) {
        wish.told.add(`${by}-${days}`);
        records.add({ kept: 'reminded', applicationId: wish.applicationId, of: `${by}-${days}` });
      }
      if (due.length > 0) send(by, wish, Math.ceil(daysLeft));
    }
  }

  return {
    remember(keys) {
      if (keys.wish.remindBy.length === 0) return;
      const ends = keys.certificates.map((certificate) => tryReadCertificate(certificate)!.notAfter.getTime());
      const told = new Set(toldBefore.get(keys.applicationId)?.map(({ of }) => of));
      wishes.push({ ...keys, notAfter: new Date(Math.min(...ends)), told });
    },
    remind: () => wishes.forEach(remindOf),
  };
}
