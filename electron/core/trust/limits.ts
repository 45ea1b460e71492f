/** Bounds on hostile input; generous against everything honest that was seen. */

export const LIMITS = {
  signatureBytes: 256 * 1024 * 1024,
  certificateBytes: 64 * 1024,
  /** Of one message, and of all signatures of an archive, a card or an XML document together. */
  signers: 16,
  embeddedCertificates: 64,
  /** Certificates of one name and number that are tried as the signer's. */
  signerCandidates: 2,
  /** OCSP answers, and lists, inside one signature. */
  embeddedRevocations: 32,
  timeStamps: 4,
  /** One XML document, and its parts: elements, texts and what else stands between markup. */
  xmlBytes: 64 * 1024 * 1024,
  xmlNodes: 1_000_000,
  xmlDepth: 200,
  /** Attributes and namespace declarations of one element. */
  xmlAttributes: 256,
  /** Characters of a namespace name. */
  xmlNamespace: 1_024,
  /** Objects of one XML signature, and what was added to it after signing. */
  xmlObjects: 64,
  /** References of one XML signature. */
  xmlReferences: 16,
  /** Certificates whose key is tried on one XML signature. */
  xmlKeyCandidates: 8,
  /** A canonical form may be this many times the document it is of, between these two. */
  canonicalGrowth: 16,
  canonicalFloor: 64 * 1024,
  canonicalMost: 128 * 1024 * 1024,
  /** Files of one archive, and all they unpack to. */
  zipEntries: 1_000,
  zipBytes: 512 * 1024 * 1024,
  /** A packed file may unpack to this many times its length, and to the floor in any case; all of them together to fewer times the archive's. */
  zipGrowth: 100,
  zipFloor: 64 * 1024,
  zipFilesGrowth: 40,
  zipFilesFloor: 1024 * 1024,
  /** Manifest and signatures, against the length of the archive. */
  zipStructureGrowth: 4,
  /** One PDF file, the objects of all its revisions, and how often it was saved. */
  pdfBytes: 256 * 1024 * 1024,
  pdfObjects: 1_000_000,
  /**
   * What a small file may have in any case over all its revisions, each signature's included. A larger one may have half as many objects as
   * octets, twice as many values that are read, and as many again that are compared.
   */
  pdfObjectsFloor: 16_384,
  pdfValuesFloor: 131_072,
  pdfRevisions: 64,
  /** Objects that may stand where one of an earlier revision stood; an honest update leaves references as they are. */
  pdfCopies: 4,
  pdfDepth: 64,
  /** A literal string, which is unescaped octet by octet. */
  pdfStringBytes: 4 * 1024 * 1024,
  pdfFields: 16_384,
  /** Signatures of one file, and their signers. */
  pdfSignatures: 32,
  pdfAttachments: 64,
  /** A stream may unpack to this many times its size, all streams of a file together to that many times the file's, and both to the floor. */
  pdfGrowth: 128,
  pdfFileGrowth: 32,
  pdfFloor: 256 * 1024,
  pdfUnpacked: 512 * 1024 * 1024,
  /** Nested constructed encodings of a BER envelope. */
  berDepth: 24,
  /** What lies beside the content of a signature that is streamed: certificates, lists, signers. */
  streamedFieldsBytes: 64 * 1024 * 1024,
  /** Certificates of one path, anchor included. */
  pathLength: 12,
  /**
   * Signatures of certificates that are verified in one question, and twice whatever is verified in vain: loops of cross-certificates end here.
   * Sixteen signers with certificates of their own need twenty; of the slowest keys, which take two milliseconds, there is time for no more.
   */
  signatureWork: 32,
  pathSteps: 4_000,
  /** Signed paths to an anchor that are tried against names and policies before the search is given up. */
  signedPaths: 64,
  /** Certificates of issuers fetched while one path is searched. */
  issuerFetches: 3,
  /** Names of common length held against the constraints of one certificate each, while one path is searched. */
  namesUnderConstraints: 1 << 13,
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
/** An answer of a responder that names no next update counts this long (RFC 6960 4.2.2.1 leaves it to us); for signers the policy says how long. */
export const OCSP_MAX_AGE_MS = 48 * 60 * 60 * 1000;
