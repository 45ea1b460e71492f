/** May this identity card be renewed online today? */
import { almatyDay, shiftDay } from '../../../shared/domain/almaty-day.ts';
import type { RenewalReason } from '../../../shared/domain/renewal/renewal.ts';
import type { RenewalAnswer, RenewalRule } from '../../../shared/domain/renewal/renewal-rule.ts';

export interface RenewalQuestion {
  /** Last day of validity of the card, YYYY-MM-DD: it is still valid on this day. */
  expiresOn: string;
  reason: RenewalReason;
  /** The applicant asks for their own card. */
  own: boolean;
}

/** The rule of the day, or the answer that there is none today. `rules` need no order; there must be at least one. */
function ruleOn(rules: readonly RenewalRule[], today: string): { rule: RenewalRule } | { answer: RenewalAnswer } {
  const inOrder = rules.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  const rule = inOrder.findLast(({ effectiveFrom }) => effectiveFrom <= today);
  if (rule === undefined) {
    const [first] = inOrder;
    if (first === undefined) throw new RangeError('no rule of renewal at all');
    return { answer: { answer: 'not-begun', firstDay: first.effectiveFrom, ruleVersion: first.version } };
  }
  const over = rule.effectiveUntil !== null && rule.effectiveUntil < today;
  return over ? { answer: { answer: 'ended', lastDay: rule.effectiveUntil!, ruleVersion: rule.version } } : { rule };
}

/** What the rule says before anybody's card is looked at, or the rule by which the card is judged. */
function beforeTheCard(rules: readonly RenewalRule[], { own, reason }: Omit<RenewalQuestion, 'expiresOn'>, today: string): { rule: RenewalRule } | { answer: RenewalAnswer } {
  const found = ruleOn(rules, today);
  if ('answer' in found) return found;
  const ruleVersion = found.rule.version;
  if (!own) return { answer: { answer: 'not-own', ruleVersion } };
  return reason === 'expiry' ? found : { answer: { answer: 'other-reason', ruleVersion } };
}

/** Of the rule of the day, or of the one that has ended or not begun. */
export function ruleVersionOn(rules: readonly RenewalRule[], now: Date): string {
  const found = ruleOn(rules, almatyDay(now));
  return 'rule' in found ? found.rule.version : found.answer.ruleVersion;
}

/** Null where it depends on the card. */
export function judgeRuleAlone(rules: readonly RenewalRule[], question: Omit<RenewalQuestion, 'expiresOn'>, now: Date): RenewalAnswer | null {
  const found = beforeTheCard(rules, question, almatyDay(now));
  return 'answer' in found ? found.answer : null;
}

/**
 * Days are counted in the calendar of Asia/Almaty and both edges are inside: with expiry E and 30 / 10 days, E−30 and E+10 are
 * allowed, E−31 and E+11 are not.
 */
export function judgeRenewal(rules: readonly RenewalRule[], question: RenewalQuestion, now: Date): RenewalAnswer {
  const today = almatyDay(now);
  const found = beforeTheCard(rules, question, today);
  if ('answer' in found) return found.answer;
  const { rule } = found;
  const ruleVersion = rule.version;
  const firstDay = shiftDay(question.expiresOn, -rule.daysBeforeExpiry);
  const lastDay = shiftDay(question.expiresOn, rule.daysAfterExpiry);
  if (today < firstDay) return { answer: 'too-early', firstDay, ruleVersion };
  if (today > lastDay) return { answer: 'too-late', lastDay, ruleVersion };
  return { answer: 'allowed', lastDay, ruleVersion };
}
