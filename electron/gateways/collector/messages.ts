/** Copies of journal entries as the collector of one desk takes them over HTTP. */
import { z } from 'zod';

export const COPIES_PATH = '/collector/entries';

export const CopyMessage = z.object({
  api_key: z.string().min(1).max(200),
  /** Who signs the checkpoints of this log (c2sp.org/signed-note); its name is the log's. */
  verifier_key: z.string().min(1).max(500),
  /** Entries that were let go before the first of these. */
  start: z.int().nonnegative(),
  /** What each entry is hashed from, in order and without gap. */
  entries: z.array(z.string().max(16_384)).max(1_000),
});
export type CopyMessage = z.infer<typeof CopyMessage>;

export const CopyAnswer = z.union([
  z.strictObject({ through: z.int().nonnegative(), receipt: z.string().max(128) }),
  z.strictObject({ contradicted: z.int().positive() }),
]);
export type CopyAnswer = z.infer<typeof CopyAnswer>;
