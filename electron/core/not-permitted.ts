/** Thrown when a call comes at a moment or from a role that does not allow it; crosses to the page as `not-permitted`. */
import type { NotPermittedReason } from '../../shared/ipc/wire.ts';

export class NotPermitted extends Error {
  override readonly name = 'NotPermitted';
  readonly reason: NotPermittedReason;
  constructor(reason: NotPermittedReason, options?: ErrorOptions) {
    super(`not permitted: ${reason}`, options);
    this.reason = reason;
  }
}
