/** What evidence says of one certificate, before anyone decides what that means for a signature. */

/** Evidence a status rests on, as it came. */
export interface Proof {
  ocsp: readonly Uint8Array[];
  crls: readonly Uint8Array[];
}

export type RevocationStatus =
  /** `isOfEnded`: the certificate had ended when the evidence was made, which does not say that it still lists such; then it clears nobody. */
  | { state: 'good'; asOf: Date; proof?: Proof; isOfEnded?: true }
  | { state: 'revoked'; at: Date; reason: number | null; asOf: Date; proof?: Proof }
  /** The authority says it never issued this certificate (RFC 6960 2.2). */
  | { state: 'not-issued'; asOf: Date; proof?: Proof }
  | { state: 'unknown'; detail: string }
  /** Evidence was had and is too old, or from the future. */
  | { state: 'stale'; detail: string };

/** CRLReason values of RFC 5280 5.3.1 that are decided by. */
export const REASON = { affiliationChanged: 3, superseded: 4, cessationOfOperation: 5, certificateHold: 6, removeFromCrl: 8 } as const;

/** A key given up in good order stays good for what it provably signed before; every other reason puts all its signatures in doubt. */
export const isHarmlessLater = (reason: number | null): boolean =>
  reason === REASON.affiliationChanged || reason === REASON.superseded || reason === REASON.cessationOfOperation;

export const unknown = (detail: string): RevocationStatus => ({ state: 'unknown', detail });
export const stale = (detail: string): RevocationStatus => ({ state: 'stale', detail });

/** Says something of the certificate, so that nobody else need be asked. */
export const isConclusive = (status: RevocationStatus): boolean =>
  status.state === 'good' ? status.isOfEnded !== true : status.state === 'revoked' || status.state === 'not-issued';
