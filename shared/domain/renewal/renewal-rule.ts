/** Rules of renewing an identity card online, each with the days it is in force: a rule that ended is not continued, and none is guessed. */
import { z } from 'zod';

const Day = z.iso.date();

export const RenewalRuleVersion = z.string().regex(/^[a-z0-9-]{1,40}$/);

export const RenewalRule = z
  .strictObject({
    version: RenewalRuleVersion,
    /** First day in force, in Asia/Almaty. */
    effectiveFrom: Day,
    /** Last day in force, in Asia/Almaty; null while no end is known. */
    effectiveUntil: Day.nullable(),
    /** Calendar days around the last day of validity on which an application is taken; both edges belong to it. */
    daysBeforeExpiry: z.int().nonnegative(),
    daysAfterExpiry: z.int().nonnegative(),
    source: z.string().min(10).max(300),
  })
  .refine(({ effectiveFrom, effectiveUntil }) => effectiveUntil === null || effectiveFrom <= effectiveUntil, 'ends before it begins');
export type RenewalRule = z.infer<typeof RenewalRule>;

export const RenewalRuleFile = z
  .strictObject({ rules: z.array(RenewalRule).min(1) })
  .refine(({ rules }) => new Set(rules.map(({ version }) => version)).size === rules.length, 'a version named twice');

/** Whether a card may be renewed online; days are YYYY-MM-DD in Asia/Almaty. */
export const RenewalAnswer = z.discriminatedUnion('answer', [
  z.strictObject({ answer: z.literal('allowed'), lastDay: Day, ruleVersion: z.string() }),
  z.strictObject({ answer: z.literal('too-early'), firstDay: Day, ruleVersion: z.string() }),
  z.strictObject({ answer: z.literal('too-late'), lastDay: Day, ruleVersion: z.string() }),
  z.strictObject({ answer: z.literal('other-reason'), ruleVersion: z.string() }),
  z.strictObject({ answer: z.literal('not-own'), ruleVersion: z.string() }),
  /** The last rule known to us ended on this day: whoever asks must look up what is in force now. */
  z.strictObject({ answer: z.literal('ended'), lastDay: Day, ruleVersion: z.string() }),
  z.strictObject({ answer: z.literal('not-begun'), firstDay: Day, ruleVersion: z.string() }),
]);
export type RenewalAnswer = z.infer<typeof RenewalAnswer>;
