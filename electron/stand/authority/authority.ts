/** What the stand's certificate authority offers to the rest of the stand: the NCA's profile with keys that mean nothing outside. */
import type { IdentificationChannel } from '../../../shared/domain/issuance/issuance-case.ts';
import type { Result } from '../../../shared/util/result.ts';
import type { InformationSystem } from './end-entities.ts';

export type CrlName = 'issuer' | 'issuer-delta' | 'root' | 'gost-issuer' | 'gost-issuer-delta' | 'gost-root';

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

/** What an applicant for a certificate is to the state. */
export type ApplicantRole = 'individual' | 'employee' | 'first-head' | 'right-to-sign';

/** What is certified besides the key. */
export interface Grant {
  role: ApplicantRole;
  /** The RSA generation has a key for signing in apart; that of GOST 34.10-2015 does both with one. */
  use: 'signing' | 'authentication';
  /** How the holder was identified for this key; null where nothing is said of it. */
  identified: IdentificationChannel | null;
  /** The NCA's names for tokens are not public: a request for a key on one says nothing of its place, and the certificate neither. */
  place: 'file' | 'token';
}

/** A person in the names of a certificate. */
export interface Holder {
  surname: string;
  name: string;
  patronymic: string | null;
  iin: string;
}

export type RequestRefusal =
  /** No PKCS#10, or not signed by the key it holds. */
  | 'request-malformed'
  /** Only GOST 34.10-2015-512 and RSA of 2048 bits and more are certified. */
  | 'key-refused'
  /** Name, ИИН or, for a legal entity, organisation and БИН are not there. */
  | 'names-incomplete'
  | 'iin-wrong'
  /** The request does not say where the key is kept. */
  | 'storage-missing';

/** Reasons of RFC 5280 5.3.1 the NCA gives. */
export type RevocationReason = 'unspecified' | 'keyCompromise' | 'affiliationChanged' | 'superseded' | 'cessationOfOperation' | 'certificateHold';

export interface GostSystem {
  /** DER. */
  certificate: Uint8Array;
  /** GOST 34.10-2015 with 512 bits over Streebog-512, as CMS and XML carry it. */
  sign(message: Uint8Array): Uint8Array;
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
  issueSystemKey(input: InformationSystem & { password: string }): Promise<KeyFile>;
  /** Of the present generation; the key stays here. The same for a seed. */
  issueGostSystem(input: InformationSystem): GostSystem;
  /** The centre of the present generation, GOST 34.10-2015. */
  readonly gostRoot: Uint8Array;
  readonly gostIssuer: Uint8Array;
  /** Certifies the key of a PKCS#10 (DER or PEM) by the NCA's profile for its algorithm. @returns DER */
  issueOnRequest(request: Uint8Array, grant: Grant): Promise<Result<Uint8Array, RequestRefusal>>;
  /** A certificate of an earlier year, whose key is somewhere with its holder; the same for a seed and a day. @returns DER */
  issueEarlier(holder: Holder): Uint8Array;
  /** False where no such certificate was issued here. @param serialHex as in the certificate */
  revoke(serialHex: string, reason: RevocationReason): boolean;
  /** As OCSP answers it: false also for what was never issued here. */
  isGood(serialHex: string): boolean;
  /** DER OCSPRequest to DER OCSPResponse. */
  respondOcsp(request: Uint8Array): Promise<Uint8Array>;
  /** DER TimeStampReq to DER TimeStampResp. */
  respondTsp(request: Uint8Array): Promise<Uint8Array>;
  /** DER CRL of an issuing centre, or of its root (which revokes issuers); a delta is what changed since the first list. */
  crl(of: CrlName): Promise<Uint8Array>;
  revokeStateBody(bin: string): Promise<void>;
  /** Switches the issuing certificates of both generations between good and revoked in their roots' CRLs and OCSP. */
  setIssuerRevoked(revoked: boolean): void;
  /** Gives a revoked state body a fresh key again. */
  restoreStateBody(bin: string): void;
}

export interface AuthorityOptions {
  seed: number;
  now: () => Date;
  /** Base of the public addresses written into AIA, CRL DP and OCSP, e.g. `http://127.0.0.1:4321`. */
  baseUrl: () => string;
  /** Where made keys, and what was certified for people, are kept between starts; null keeps them in memory. */
  keyDirectory: string | null;
}
