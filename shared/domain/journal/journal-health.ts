/** What the journal is worth, and what keeps it safe. */
import { z } from 'zod';

/** What a walk over the chain, the tree and the checkpoints can find. */
const JournalFault = z.enum([
  /** In the chain: an edited entry, a wrong link, a missing entry, a row that is none. */
  'hash',
  'link',
  'gap',
  'unreadable',
  /** An entry earlier than the one before it. */
  'clock-back',
  /** A checkpoint kept in the file is beyond its last entry. */
  'truncated',
  /** The file is sound but older than the head kept outside it: a copy put back, or an end cut off with its checkpoints. */
  'rolled-back',
  /** Entries with new hashes throughout, which a checkpoint contradicts. */
  'rewritten',
  /** Two checkpoints of one size with different roots, both signed here. */
  'forked',
  /** A checkpoint in this workstation's name that it never signed. */
  'forged',
  /** The journal of another workstation. */
  'foreign',
  /** The head kept outside the file is gone or cannot be opened although checkpoints were made. */
  'head-lost',
  /** The entry of a check is there, and the view mark it left is gone. */
  'mark-missing',
  /** A view mark is called delivered or refused, and this workstation never learned that. */
  'mark-forged',
]);

export const JournalHealth = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('intact'), entries: z.int(), headHash: z.string() }),
  /** Somebody changed what was written: nothing is checked and nothing more is written until a supervisor has acted. */
  z.strictObject({ state: z.literal('broken'), firstBadSequence: z.int(), reason: JournalFault }),
  /**
   * Nothing can be added, so no check may be made until that is mended: `clock-back`, the clock is behind the last entry;
   * `altered`, what is in the file is not what was written; `key-missing`, another shell keeps the key of the sealed columns.
   */
  z.strictObject({ state: z.literal('unwritable'), reason: z.enum(['disk-full', 'read-only', 'locked', 'failed', 'clock-back', 'altered', 'key-missing']) }),
  /** A damaged database was set aside and a new one begun. */
  z.strictObject({ state: z.literal('restarted'), quarantinedAs: z.string(), entries: z.int() }),
]);
export type JournalHealth = z.infer<typeof JournalHealth>;

/** What keeps the journal safe, and how much room there is for it. */
export const JournalStanding = z.strictObject({
  /** Entries a witness has signed for; 0 for none. */
  cosigned: z.int().nonnegative(),
  /** Name of the witness; null where no collector is connected. */
  witness: z.string().nullable(),
  /** Entries let go by the rules of retention. */
  forgotten: z.int().nonnegative(),
  /** Entries the rules let go now, once a supervisor agrees. */
  forgettable: z.int().nonnegative(),
  usedBytes: z.int().nonnegative(),
  freeBytes: z.int().nonnegative(),
  /** The disk is nearly full by the policy. */
  low: z.boolean(),
});
export type JournalStanding = z.infer<typeof JournalStanding>;
