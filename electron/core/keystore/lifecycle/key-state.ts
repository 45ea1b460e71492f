/** What a stored key is worth today, and when its owner is to be reminded that it ends. */
import type { KeyState } from '../../../../shared/domain/keys/key-view.ts';
import type { Policy } from '../../../../shared/domain/policy.ts';

/** What the trust domain says of a certificate whose time is running. */
export type CertificateWorth = 'good' | 'revoked' | 'untrusted' | 'unknown';

const DAY_MS = 24 * 60 * 60 * 1000;

export const daysUntil = (end: Date, now: Date): number => Math.floor((end.getTime() - now.getTime()) / DAY_MS);

/** Largest first: a month, two weeks and one week before the end. */
export function reminderDays({ numbers }: Policy): number[] {
  return [numbers.keyReminderFirstDays, numbers.keyReminderSecondDays, numbers.keyReminderLastDays].toSorted((a, b) => b - a);
}

export interface Validity {
  notBefore: Date;
  notAfter: Date;
}

/** @param worthNow asked only of a certificate whose time is running */
export async function keyState({ notBefore, notAfter }: Validity, now: Date, policy: Policy, worthNow: () => Promise<CertificateWorth>): Promise<KeyState> {
  if (now >= notAfter) return { is: 'expired' };
  if (now < notBefore) return { is: 'not-yet-valid' };
  const daysLeft = daysUntil(notAfter, now);
  const worth = await worthNow();
  if (worth === 'unknown') return { is: 'unknown', daysLeft };
  if (worth !== 'good') return { is: worth };
  return { is: daysLeft < reminderDays(policy)[0]! ? 'expiring' : 'good', daysLeft };
}

/** The threshold in days that was crossed and not yet told of; null where there is nothing new to tell. */
export function reminderDue(notAfter: Date, now: Date, policy: Policy, remindedAt: number | null): number | null {
  const daysLeft = daysUntil(notAfter, now);
  if (daysLeft < 0) return null;
  const crossed = reminderDays(policy).findLast((days) => daysLeft < days) ?? null;
  return crossed !== null && (remindedAt === null || crossed < remindedAt) ? crossed : null;
}
