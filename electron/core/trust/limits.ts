/** Bounds on hostile input; generous against everything honest that was seen. */

export const LIMITS = {
  signatureBytes: 256 * 1024 * 1024,
  certificateBytes: 64 * 1024,
  signers: 16,
  embeddedCertificates: 64,
  /** OCSP answers, and lists, inside one signature or given with a question. */
  embeddedRevocations: 32,
  timeStamps: 4,
  /** Nested constructed encodings of a BER envelope. */
  berDepth: 24,
  /** Certificates of one path, anchor included. */
  pathLength: 12,
  /** Signature checks while one path is searched: cross-certified loops end here. */
  pathChecks: 200,
  pathSteps: 4_000,
  /** Signed paths to an anchor that are tried against names and policies before the search is given up. */
  signedPaths: 64,
  /** Names held against subtrees while one path is searched: some hundred names of each form on both sides. */
  nameComparisons: 1 << 18,
  /** Certificates of one name that are tried as the signer of one list. */
  crlSigners: 8,
  /** Signers of lists whose own lists are signed by others, and so on. */
  crlSignerDepth: 2,
  /** Lists fetched for one certificate. */
  crlsOfOne: 4,
  /** Lists kept between questions, in octets: the largest of the NCA is 21 MB. */
  keptCrlBytes: 64 * 1024 * 1024,
} as const;

/** How far clocks of honest services may differ from ours. */
export const CLOCK_SKEW_MS = 5 * 60 * 1000;
/** An answer of a responder that names no next update is fresh this long (RFC 6960 4.2.2.1 leaves it to us). */
export const OCSP_MAX_AGE_MS = 24 * 60 * 60 * 1000;
