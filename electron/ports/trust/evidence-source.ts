/** Fetches what certificates name: revocation evidence and certificates of issuers; sizes, times and redirects are bounded by the implementation. */
import type { Result } from '../../../shared/util/result.ts';
import type { ServiceFailure } from '../service-failure.ts';

/** A list of 21 MB on a slow line. No source waits longer for one answer, and whoever judges waits longer than that. */
export const LONGEST_FETCH_MS = 60_000;

export interface EvidenceSource {
  /** POSTs a DER OCSPRequest, answers with the DER OCSPResponse. */
  ocsp(url: string, request: Uint8Array): Promise<Result<Uint8Array, ServiceFailure>>;
  /** GETs a DER CertificateList. */
  crl(url: string): Promise<Result<Uint8Array, ServiceFailure>>;
  /** GETs the certificate of an issuer (RFC 5280 4.2.2.1 caIssuers); left out where there is nobody to ask. */
  issuer?(url: string): Promise<Result<Uint8Array, ServiceFailure>>;
}
