/** What evidence says of one certificate, before anyone decides what that means for a signature. */

export type RevocationStatus =
  | { state: 'good'; asOf: Date }
  | { state: 'revoked'; at: Date; reason: number | null; asOf: Date }
  /** The authority says it never issued this certificate (RFC 6960 2.2). */
  | { state: 'not-issued'; asOf: Date }
  | { state: 'unknown'; detail: string }
  /** Evidence was had and is too old, or from the future. */
  | { state: 'stale'; detail: string };

/** CRLReason values of RFC 5280 5.3.1 that are decided by. */
export const REASON = { affiliationChanged: 3, superseded: 4, cessationOfOperation: 5, certificateHold: 6, removeFromCrl: 8 } as const;

export const unknown = (detail: string): RevocationStatus => ({ state: 'unknown', detail });
export const stale = (detail: string): RevocationStatus => ({ state: 'stale', detail });
