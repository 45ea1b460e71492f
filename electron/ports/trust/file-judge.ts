/** Judges signed files beside the thread that asks: reading, bringing into canonical form and hashing a large one takes seconds. */
import type { FileAnswer, FileQuestion, GostHash } from '../../core/trust/index.ts';

/** Digest of octets too many for the thread that asks; null where it cannot be had beside. */
export type DigestBeside = (hash: GostHash, octets: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer> | null>;

export interface FileJudge {
  /**
   * `not-finished` where it took too long or too much memory, or `signal` stopped it; `unavailable` where this machine cannot judge beside at
   * all, because a part of the program cannot be loaded.
   */
  judge(question: FileQuestion, signal?: AbortSignal): Promise<FileAnswer | 'not-finished' | 'unavailable'>;
  /** Of lists of revoked certificates: those of a country take a second. Left out where nobody hashes beside. */
  digest?: DigestBeside;
  /** Whether the last attempt to judge beside found the program whole. */
  state(): 'able' | 'unable';
}
