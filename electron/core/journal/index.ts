/** Tamper-evident record of every view and decision, and the way of the marks into the cabinets. */
export { createJournal, type Journal, type JournalOptions, type MarkDraft, type RecordContext } from './create-journal.ts';
export { canonicalJson } from './canonical-json.ts';
export { type ChainFault, type ChainHead, EMPTY_CHAIN, faultAfter, GENESIS_HASH, hashOfEntry, sealEntry, type SealedEntry } from './entry-chain.ts';
export { SUBJECT_KEY_BYTES } from './subject-hash.ts';
