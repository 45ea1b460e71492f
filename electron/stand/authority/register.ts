/** What each certificate of the stand is worth today: the one source of OCSP answers and CRLs. */

/** Reason codes of RFC 5280 5.3.1 the stand uses. */
export const REASON = { unspecified: 0, keyCompromise: 1, cACompromise: 2, affiliationChanged: 3, superseded: 4, cessationOfOperation: 5, certificateHold: 6 } as const;

export interface Revocation {
  serial: Uint8Array;
  at: Date;
  reason: number;
}

export type CertificateStatus = { state: 'good' } | { state: 'revoked'; revocation: Revocation } | { state: 'not-issued' };

export class Register {
  readonly #issued = new Set<string>();
  readonly #revoked = new Map<string, Revocation>();

  add<Certificate extends { readonly serial: Uint8Array }>(certificate: Certificate): Certificate {
    this.#issued.add(keyOf(certificate.serial));
    return certificate;
  }

  revoke(serial: Uint8Array, at: Date, reason: number): void {
    if (!this.#revoked.has(keyOf(serial))) this.#revoked.set(keyOf(serial), { serial, at, reason });
  }

  release(serial: Uint8Array): void {
    this.#revoked.delete(keyOf(serial));
  }

  statusOf(serial: Uint8Array): CertificateStatus {
    const revocation = this.#revoked.get(keyOf(serial));
    if (revocation !== undefined) return { state: 'revoked', revocation };
    return this.#issued.has(keyOf(serial)) ? { state: 'good' } : { state: 'not-issued' };
  }

  revocations(): Revocation[] {
    return [...this.#revoked.values()].toSorted((a, b) => a.at.getTime() - b.at.getTime());
  }
}

const keyOf = (serial: Uint8Array): string => Buffer.from(serial).toString('hex');
