/** A second party that signs a checkpoint once it has seen that nothing was taken back since the last (c2sp.org/tlog-witness). */
import type { Result } from '../../../shared/util/result.ts';
import type { NoteKey } from '../../core/journal/index.ts';
import type { ServiceFailure } from '../service-failure.ts';

export interface CosignRequest {
  /** Leaves of the tree the witness is believed to have signed last; 0 for none. */
  oldSize: number;
  /** From the tree of `oldSize` to that of the checkpoint (RFC 9162 section 2.1.4). */
  proof: readonly Uint8Array[];
  /** Signed note of this workstation. */
  checkpoint: string;
}

export type CosignRefusal =
  /** The witness signed a tree of another size last. */
  | { code: 'other-size'; size: number }
  /** The proof does not lead from what the witness signed to this checkpoint: one of the two is another history. */
  | { code: 'inconsistent' }
  /** The witness does not serve this log, or not with this key. */
  | { code: 'log-unknown' }
  | ServiceFailure;

export interface Witness {
  /** Of the cosignatures (c2sp.org/tlog-cosignature). */
  key: NoteKey;
  /** @returns the signature line of the witness, ready to stand below the checkpoint */
  cosign(request: CosignRequest): Promise<Result<string, CosignRefusal>>;
}
