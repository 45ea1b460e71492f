/** What is said on the subjects besides entries and checkpoints, which go as they are. */
import { z } from 'zod';

export const LogMessage = z.strictObject({
  /** Of the checkpoints (c2sp.org/signed-note). */
  verifierKey: z.string().max(500),
  /** Entries let go before they could be copied, and the roots of the tree over them. */
  start: z.strictObject({ size: z.int().nonnegative(), peaks: z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(53) }),
});
export type LogMessage = z.infer<typeof LogMessage>;

export const CollectorAnswer = z.discriminatedUnion('state', [
  /** `line`: the cosignature below the checkpoint of this size (c2sp.org/tlog-cosignature). */
  z.strictObject({ state: z.literal('cosigned'), size: z.int().positive(), line: z.string().max(1_000) }),
  /** The collector has signed for a larger tree before. */
  z.strictObject({ state: z.literal('other-size'), size: z.int().positive() }),
  /** Entries from here on are wanted again; what came behind the hole waits. */
  z.strictObject({ state: z.literal('missing'), from: z.int().positive() }),
  z.strictObject({ state: z.literal('contradicted'), sequence: z.int().positive() }),
  z.strictObject({ state: z.enum(['unknown-log', 'unknown-key']) }),
]);
export type CollectorAnswer = z.infer<typeof CollectorAnswer>;
