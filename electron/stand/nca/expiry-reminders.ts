/** Reminds holders of the end of their keys as the real centre does: letters a month, two weeks and a week before, one SMS ten days before. */
import type { KeyApplication } from '../../../shared/domain/portal-keys.ts';
import { tryReadCertificate } from '../../core/trust/x509/index.ts';
import type { Mailbox } from '../messages/mailbox.ts';
import type { SmsInbox } from '../messages/sms-inbox.ts';

const DAYS = { email: [30, 14, 7], sms: [10] } as const;
const DAY_MS = 24 * 60 * 60_000;

interface Wish {
  notAfter: Date;
  wish: KeyApplication;
  phone: string | null;
  /** `email-30` and the like, each told once. */
  told: Set<string>;
}

export interface ExpiryReminders {
  remember(wish: KeyApplication, phone: string | null, certificates: readonly Uint8Array[]): void;
  /** Sends what is due now; asked often. */
  remind(): void;
}

export function createExpiryReminders({ mailbox, inbox, now }: { mailbox: Mailbox; inbox: SmsInbox; now(): Date }): ExpiryReminders {
  const wishes: Wish[] = [];

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
      for (const days of due) wish.told.add(`${by}-${days}`);
      if (due.length > 0) send(by, wish, Math.ceil(daysLeft));
    }
  }

  return {
    remember(wish, phone, certificates) {
      const ends = certificates.map((certificate) => tryReadCertificate(certificate)!.notAfter.getTime());
      if (wish.remindBy.length > 0) wishes.push({ notAfter: new Date(Math.min(...ends)), wish, phone, told: new Set() });
    },
    remind: () => wishes.forEach(remindOf),
  };
}
