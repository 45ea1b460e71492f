/** What the stand's certificate authority offers to the rest of the stand: the NCA's profile with keys that mean nothing outside. */

/** Deliberate damage of one signature, for the bad days of the stand. */
export type SignatureFault =
  | 'none'
  | 'wrong-signature'
  | 'wrong-content'
  | 'no-timestamp'
  | 'expired-timestamp'
  | 'wrong-timestamp'
  | 'foreign-signer'
  | 'untrusted-chain';

export interface KeyFile {
  /** File name by the NCA's rule: PREFIX_<ski>.p12. */
  fileName: string;
  pkcs12: Uint8Array;
  certificate: Uint8Array;
}

export interface Authority {
  /** DER of the root and of the issuing NCA certificate. */
  readonly root: Uint8Array;
  readonly issuer: Uint8Array;
  /** CAdES-T (attached) by the state body with this БИН; its key and certificate are made on first use. */
  signDocument(input: { bin: string; organisation: string; content: Uint8Array; fault?: SignatureFault }): Promise<Uint8Array>;
  issueEmployeeKey(input: {
    surname: string;
    name: string;
    patronymic: string | null;
    iin: string;
    bin: string;
    organisation: string;
    password: string;
    validity?: 'current' | 'expired';
  }): Promise<KeyFile>;
  issueSystemKey(input: { bin: string; organisation: string; systemOid: string; password: string }): Promise<KeyFile>;
  /** DER OCSPRequest to DER OCSPResponse. */
  respondOcsp(request: Uint8Array): Promise<Uint8Array>;
  /** DER TimeStampReq to DER TimeStampResp. */
  respondTsp(request: Uint8Array): Promise<Uint8Array>;
  /** DER CRL of the issuer, or of the root (which revokes issuers). */
  crl(of: 'issuer' | 'root'): Promise<Uint8Array>;
  revokeStateBody(bin: string): Promise<void>;
  /** Switches the issuing certificate between good and revoked in the root's CRL and OCSP. */
  setIssuerRevoked(revoked: boolean): void;
  /** Gives a revoked state body a fresh key again. */
  restoreStateBody(bin: string): void;
}

export interface AuthorityOptions {
  seed: number;
  now: () => Date;
  /** Base of the public addresses written into AIA, CRL DP and OCSP, e.g. `http://127.0.0.1:4321`. */
  baseUrl: () => string;
  /** Where made keys are kept between starts; null keeps them in memory. */
  keyDirectory: string | null;
}
