/** What a package of evidence says of itself: every item in order with its hash, so that one hash in the journal stands for the whole session. */
import { z } from 'zod';
import { Instant } from '../checking/check-outcome.ts';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

export const EvidenceKind = z.enum(['recording', 'still', 'script', 'signal', 'decision', 'document']);
export type EvidenceKind = z.infer<typeof EvidenceKind>;

export const EvidenceItem = z.strictObject({
  kind: EvidenceKind,
  /** `chunk-17`, `card-front`, `question-4`: what the item is, never whom it shows. */
  name: z.string().regex(/^[a-z0-9-]{1,60}$/),
  mediaType: z.string().regex(/^[a-z]+\/[a-z0-9.+-]{1,60}$/),
  at: Instant,
});
export type EvidenceItem = z.infer<typeof EvidenceItem>;

export const EvidenceManifest = z.strictObject({
  format: z.literal('tekser-evidence/1'),
  packageId: z.uuid(),
  caseId: z.uuid(),
  /** Null where machines decided alone: then the signature is the organisation's. */
  operatorId: z.string().min(1).max(64).nullable(),
  policyVersion: z.string().max(40),
  scriptVersion: z.string().max(40),
  openedAt: Instant,
  closedAt: Instant,
  items: z.array(EvidenceItem.extend({ sha256: Hash, bytes: z.int().positive() })),
  /** Rolling hash over all items (see `rollHead`): the same that was journalled while the session ran. */
  head: Hash,
});
export type EvidenceManifest = z.infer<typeof EvidenceManifest>;
