/** Tamper-evident record of every view and decision, and the way of the marks into the cabinets. */
export { createJournal, type Journal, type JournalOptions, type MarkDraft, type RecordContext } from './create-journal.ts';
export type { JournalSeal } from './create-checkpoints.ts';
export { canonicalJson } from './canonical-json.ts';
export { chainWalk } from './chain-walk.ts';
export {
  type ChainFault,
  type ChainHead,
  EMPTY_CHAIN,
  entryBytes,
  entryOfBytes,
  faultAfter,
  GENESIS_HASH,
  hashOfEntry,
  leafOfEntry,
  sealEntry,
  type SealedEntry,
} from './entry-chain.ts';
export { issueReceipt } from './issue-receipt.ts';
export { journalOrigin } from './proof/checkpoint.ts';
export { appendLeaf, type CompactRange, EMPTY_RANGE, rangeRoot } from './proof/compact-range.ts';
export type { TreeHead } from './proof/consistency-proof.ts';
export { inclusionProof } from './proof/inclusion-proof.ts';
export { nodeHash } from './proof/merkle-hash.ts';
export { type NoteKey, type NoteSigner, noteSigner, parseVerifierKey, verifierKeyText } from './proof/note-key.ts';
export { type ReceiptFinding, verifyReceipt } from './proof/receipt.ts';
export { hashOfLeaves, rangeOf, type SubtreeSource } from './proof/tree-shape.ts';
export { type ProofDepth, proveJournal } from './prove-journal.ts';
export { SUBJECT_KEY_BYTES, subjectHash } from './subject-hash.ts';
