/** What evidence says of one certificate, before anyone decides what that means for a signature. */

/** Evidence a status rests on, as it came. */
export interface Proof {
  ocsp: readonly Uint8Array[];
  crls: readonly Uint8Array[];
}

export type RevocationStatus =
  | { state: 'good'; asOf: Date; proof?: Proof }
  | { state: 'revoked'; at: Date; reason: number | null; asOf: Date; proof?: Proof }
  /** The authority says it never issued this certificate (RFC 6960 2.2). */
  | { state: 'not-issued'; asOf: Date; proof?: Proof }
  | { state: 'unknown'; detail: string }
  /** Evidence was had and is too old, or from the future. */
  | { state: 'stale'; detail: string };

/** CRLReason values of RFC 5280 5.3.1 that are decided by. */
export const REASON = { affiliationChanged: 3, superseded: 4, cessationOfOperation: 5, certificateHold: 6, removeFromCrl: 8 } as const;

export const unknown = (detail: string): RevocationStatus => ({ state: 'unknown', detail });
export const stale = (detail: string): RevocationStatus => ({ state: 'stale', detail });

/** Says something of the certificate, so that nobody else need be asked. */
export const isConclusive = ({ state }: RevocationStatus): boolean => state === 'good' || state === 'revoked' || state === 'not-issued';
