/** Why a signature that a person wanted could not be made. */
import type { SigningRefusal } from '../signing-key.ts';

export type SignatureFailure =
  | { code: 'key'; reason: SigningRefusal }
  /** In a word: the code of the service, or what is wrong with its answer. */
  | { code: 'time-stamp'; reason: string }
  /** A detached signature to be signed beside, by a hash it does not have, and without its document. */
  | { code: 'content-unknown' }
  | { code: 'document-malformed'; detail: string }
  /** The file is not the one that was shown, or became another while it was signed. */
  | { code: 'document-changed' };
