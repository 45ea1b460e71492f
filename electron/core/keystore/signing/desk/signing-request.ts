/** One request in the queue of the signing desk, from the question whether its caller may ask to the answer it gets. */
import type { KeyPlace } from '../../../../../shared/domain/signing/signing-keys.ts';
import type { SignAnswer, SigningTask, SigningView } from '../../../../../shared/domain/signing/signing-request.ts';
import type { Result } from '../../../../../shared/util/result.ts';
import type { Bytes } from '../../../trust/asn1/index.ts';
import type { SigningKey } from '../../signing-key.ts';
import type { Asking, FileKind, KeyFilter, OrderRefusal } from '../signing-order.ts';
import type { KeyStanding } from './judge-key.ts';
import type { NotMadeReason } from './signing-entries.ts';

/** Why what the person agreed to was not done; the request stays open, so that they may try again or give up. */
export type Setback = Exclude<Extract<SignAnswer, { ok: false }>['code'], 'not-current'>;

export interface Work<Value> {
  task: SigningTask;
  /** Null where no key is needed. */
  keys: KeyFilter | null;
  /** What a choice of files is limited to; null where no file is chosen. */
  fileKind: FileKind | null;
  /** Contents of the task's documents that can be drawn, by their places. */
  contents: readonly (Bytes | null)[];
  /** Does it, and writes it down before the value is given out. @param chosen the key, or the path, or null for a mere yes */
  perform(chosen: SigningKey | string | null): Promise<Result<Value, Setback>>;
}

export interface OfferedKey {
  key: SigningKey;
  standing: KeyStanding;
}

export interface SigningRequest {
  readonly id: string;
  readonly asking: Asking;
  readonly task: SigningTask;
  readonly keys: KeyFilter | null;
  readonly fileKind: FileKind | null;
  readonly contents: readonly (Bytes | null)[];
  step: SigningView['step'];
  /** Keys the person has opened for this request, by their ids in the view. */
  readonly opened: Map<string, OfferedKey>;
  openedPlace: KeyPlace | null;
  /** Answers the caller where it is done. */
  perform(chosen: SigningKey | string | null): Promise<SignAnswer>;
  /** Ends without a value. */
  refuse(refusal: OrderRefusal, reason: NotMadeReason): Promise<void>;
}

