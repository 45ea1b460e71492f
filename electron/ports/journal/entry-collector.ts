/** Keeps copies of the journal's entries outside the workstation, in their order, each once. */
import type { Result } from '../../../shared/util/result.ts';
import type { ServiceFailure } from '../service-failure.ts';

/** An entry as it is given out of hand: what it was hashed from, its sensitive columns still sealed. */
export interface EntryCopy {
  sequence: number;
  /** Lower-case hex; unique in the log, so that a copy that comes twice is kept once. */
  hash: string;
  bytes: Uint8Array;
}

export interface CopiedLog {
  /** The origin of its checkpoints. */
  name: string;
  /** Who signs them (c2sp.org/signed-note, “verifier key”). */
  verifierKey: string;
  /** Entries that were let go before they could be copied here, and the roots of the tree over them in hex, largest first. */
  start: { size: number; peaks: readonly string[] };
}

export interface CopyReceipt {
  /** The collector keeps every entry up to here, and asks for the next. */
  through: number;
  /** By which the collector finds its own record of it. */
  id: string;
}

export type CopyRefusal =
  /** The collector keeps another entry in one of these places: one of the two is another history. */
  | { code: 'contradicted'; sequence: number }
  /** The collector knows this log under another key. */
  | { code: 'unknown-key' }
  | ServiceFailure;

export interface EntryCollector {
  /** The first entry the collector lacks although it had acknowledged it; each loss is told once, null where there is none. */
  wanted(log: string): Promise<number | null>;
  /** There may be something to ask `wanted` for. */
  onWanted(listener: () => void): void;
  /** @param entries in order and without gap; those the collector already keeps change nothing */
  copy(log: CopiedLog, entries: readonly EntryCopy[]): Promise<Result<CopyReceipt, CopyRefusal>>;
}
