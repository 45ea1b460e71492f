/** The one answer of the trust domain: is this signature good, by whom, and on which bytes. */
import type { ReasonCode } from '../../../../shared/domain/reason-code.ts';

export type TrustLayer = 'integrity' | 'signer' | 'chain' | 'revocation' | 'timestamp';

export interface TrustCheck {
  layer: TrustLayer;
  outcome: 'passed' | 'attention' | 'failed' | 'undetermined' | 'not-reached';
  code: ReasonCode;
  /** Technical fact in words of the field (a subject name, a time, an algorithm); null where there is nothing to add. */
  detail: string | null;
}

export type SignerRole =
  | 'individual'
  | 'organisation'
  | 'first-head'
  | 'right-to-sign'
  | 'employee'
  | 'information-system'
  | 'state-body';

/** How the NCA made sure who the holder is (arc 1.2.398.3.3.4.3). */
export type IdentificationChannel = 'in-person' | 'remote' | 'remote-digital-id';

export interface SignerIdentity {
  commonName: string;
  organisation: string | null;
  /** Twelve digits without the BIN prefix. */
  bin: string | null;
  iin: string | null;
  roles: SignerRole[];
  /** Null where the certificate does not say. */
  identification: IdentificationChannel | null;
  serialHex: string;
  /** SHA-256 of the DER certificate. */
  certificateHash: string;
  notBefore: Date;
  notAfter: Date;
}

/** Everything a judgement rested on besides the signature itself and the anchors. */
export interface UsedEvidence {
  /** The clock of the judgement. */
  judgedAt: Date;
  /** DER of the certificates of every path, without its anchor. */
  certificates: readonly Uint8Array[];
  /** DER OCSPResponse. */
  ocsp: readonly Uint8Array[];
  /** DER CertificateList. */
  crls: readonly Uint8Array[];
  /** DER tokens, which are in the signature as well. */
  timestamps: readonly Uint8Array[];
}

/** One signer as judged alone. */
export interface SignerJudgement {
  state: SignatureAnswer['state'];
  /** All five layers, in order; below a failed one `not-reached`. */
  checks: TrustCheck[];
  /** Null where the signature is not by the key of a certificate that is at hand. */
  identity: SignerIdentity | null;
  /** The signer's own word (RFC 5652 11.3), which proves nothing; null where there is none. */
  claimedAt: Date | null;
  /** When the signature provably existed by a trusted time-stamp, else null. */
  signedAt: Date | null;
  /** Of the oldest good archive time-stamp, up to which the evidence inside the signature counts as fresh; else null. */
  archivedAt: Date | null;
  revocationAsOf: Date | null;
}

export interface SignatureAnswer {
  /** `good` only if every layer passed, some perhaps with attention; `undetermined` where evidence is missing; otherwise `bad`. */
  state: 'good' | 'bad' | 'undetermined';
  /** All five layers, in order; below a failed one `not-reached`. */
  checks: TrustCheck[];
  /** Exactly the bytes the signature covers; null unless integrity passed, and for a stream too large for memory. */
  content: Uint8Array | null;
  /** How many bytes the signature covers; null unless integrity passed. */
  contentBytes: number | null;
  signers: SignerIdentity[];
  /** Every signer as it stands alone, in the order of the message; empty where none was reached. */
  bySigner: SignerJudgement[];
  /** The trusted time-stamp's genTime, else null. */
  signedAt: Date | null;
  /** When the revocation evidence was produced (producedAt or thisUpdate). */
  revocationAsOf: Date | null;
  /** Hand it back with the same question to be answered the same again, without any service; null where nothing was judged. */
  evidence: UsedEvidence | null;
}
