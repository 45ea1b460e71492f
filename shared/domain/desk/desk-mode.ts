/** How a desk stands to its systems, in one word: shown on every screen, and what may be done follows from it. */
import { z } from 'zod';
import { Instant } from '../checking/check-outcome.ts';

/** What is not as it should be while the documents service still counts as there. */
export const ModeReason = z.enum([
  /** It did not answer the last question, but has not been silent long enough to be given up. */
  'service-silent',
  /** It answers, later than a desk may wait. */
  'service-slow',
  /** View marks wait because the cabinets do not answer. */
  'cabinets-away',
  /** Copies of the journal wait because the collector does not answer. */
  'collector-away',
]);
export type ModeReason = z.infer<typeof ModeReason>;

export const DeskMode = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('online') }),
  z.strictObject({ name: z.literal('degraded'), since: Instant, because: z.array(ModeReason).min(1) }),
  /** The documents service is given up until it answers: no new access, everything else goes on. */
  z.strictObject({ name: z.literal('offline'), since: Instant }),
]);
export type DeskMode = z.infer<typeof DeskMode>;

/** Whether more waits here undelivered than the policy lets a desk pile up. */
export const FreezeState = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('clear') }),
  /** Half of a limit is reached. */
  z.strictObject({ state: z.literal('near'), entries: z.int().nonnegative(), oldest: Instant.nullable(), freezesAt: Instant.nullable(), freezesWith: z.int().positive() }),
  /** Nothing new is checked until what waits is delivered, or a supervisor lets the desk go on. */
  z.strictObject({ state: z.literal('frozen'), by: z.enum(['age', 'entries']), entries: z.int().nonnegative(), oldest: Instant.nullable() }),
]);
export type FreezeState = z.infer<typeof FreezeState>;

/** Copies of the journal's entries on their way to the collector. */
export const CopyState = z.strictObject({
  waiting: z.int().nonnegative(),
  /** When the oldest of them was written. */
  oldest: Instant.nullable(),
  /** Entries of which the collector has said that it keeps them. */
  through: z.int().nonnegative(),
  /** Null while nothing was copied. */
  receipt: z.strictObject({ id: z.string(), at: Instant }).nullable(),
  /** Since when the collector has not answered; null while it does. */
  collectorAwaySince: Instant.nullable(),
  /** The collector does not take what this journal holds: it knows another one under this name. */
  refused: z.enum(['contradicted', 'unknown-key']).nullable(),
});
export type CopyState = z.infer<typeof CopyState>;
