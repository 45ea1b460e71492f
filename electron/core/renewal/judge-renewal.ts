/** May this identity card be renewed online today? */
import { almatyDay } from '../../../shared/domain/almaty-day.ts';
import type { RenewalAnswer, RenewalRule } from '../../../shared/domain/renewal-rule.ts';

export interface RenewalQuestion {
  /** Last day of validity of the card, YYYY-MM-DD: it is still valid on this day. */
  expiresOn: string;
  reason: 'expiry' | 'loss' | 'damage' | 'change-of-data';
  /** The applicant asks for their own card. */
  own: boolean;
}

/**
 * Days are counted in the calendar of Asia/Almaty and both edges are inside: with expiry E and 30 / 10 days, E−30 and E+10 are
 * allowed, E−31 and E+11 are not. `rules` need no order; there must be at least one.
 */
export function judgeRenewal(rules: readonly RenewalRule[], question: RenewalQuestion, now: Date): RenewalAnswer {
  const today = almatyDay(now);
  const inOrder = rules.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  const rule = inOrder.findLast(({ effectiveFrom }) => effectiveFrom <= today);
  if (rule === undefined) {
    const [first] = inOrder;
    if (first === undefined) throw new RangeError('no rule of renewal at all');
    return { answer: 'not-begun', firstDay: first.effectiveFrom, ruleVersion: first.version };
  }
  const ruleVersion = rule.version;
  if (rule.effectiveUntil !== null && rule.effectiveUntil < today) return { answer: 'ended', lastDay: rule.effectiveUntil, ruleVersion };
  if (!question.own) return { answer: 'not-own', ruleVersion };
  if (question.reason !== 'expiry') return { answer: 'other-reason', ruleVersion };

  const firstDay = dayAfter(question.expiresOn, -rule.daysBeforeExpiry);
  const lastDay = dayAfter(question.expiresOn, rule.daysAfterExpiry);
  if (today < firstDay) return { answer: 'too-early', firstDay, ruleVersion };
  if (today > lastDay) return { answer: 'too-late', lastDay, ruleVersion };
  return { answer: 'allowed', lastDay, ruleVersion };
}

/** A calendar has no zone: noon UTC and whole days cannot slip over a date line. */
function dayAfter(day: string, days: number): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
