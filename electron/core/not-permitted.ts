/** Thrown when a call comes at a moment or from a role that does not allow it; crosses to the page as `not-permitted`. */

export type NotPermittedReason =
  | 'signed-out'
  | 'locked'
  | 'role'
  /** Somebody is signed in already. */
  | 'occupied'
  | 'no-purpose'
  /** No set of rules is in force today, so nobody can say by which numbers to check. */
  | 'no-policy'
  /** A newer scan, a lock or a sign-out took the place of this check: its answer is dropped, never shown. */
  | 'superseded'
  /** Nothing is checked, revealed or attested that cannot be written down. */
  | 'journal-unwritable'
  /** The outcome named by the call is no longer the one on the screen. */
  | 'not-current'
  /** The face is attested before anybody can have looked from the photograph to the person. */
  | 'too-early'
  /** The citizen's permission has ended: what was hidden until now stays hidden. */
  | 'access-over';

export class NotPermitted extends Error {
  override readonly name = 'NotPermitted';
  readonly reason: NotPermittedReason;
  constructor(reason: NotPermittedReason, options?: ErrorOptions) {
    super(`not permitted: ${reason}`, options);
    this.reason = reason;
  }
}
