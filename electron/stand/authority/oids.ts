/** Object identifiers of the NCA's profile: arc 1.2.398.3.3 is the NCA, 2.5.29 and 1.3.6.1.5.5.7 are PKIX (RFC 5280). */

export const ALGORITHM = { sha1: '1.3.14.3.2.26', sha256: '2.16.840.1.101.3.4.2.1', sha256WithRsa: '1.2.840.113549.1.1.11' } as const;

export const ATTRIBUTE = {
  commonName: '2.5.4.3',
  surname: '2.5.4.4',
  serialNumber: '2.5.4.5',
  country: '2.5.4.6',
  organisation: '2.5.4.10',
  organisationalUnit: '2.5.4.11',
  givenName: '2.5.4.42',
  userId: '0.9.2342.19200300.100.1.1',
} as const;

export const EXTENSION = {
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  subjectAlternativeName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  crlNumber: '2.5.29.20',
  reasonCode: '2.5.29.21',
  deltaCrlIndicator: '2.5.29.27',
  crlDistributionPoints: '2.5.29.31',
  certificatePolicies: '2.5.29.32',
  authorityKeyIdentifier: '2.5.29.35',
  extendedKeyUsage: '2.5.29.37',
  freshestCrl: '2.5.29.46',
  authorityInformationAccess: '1.3.6.1.5.5.7.1.1',
  ocspNoCheck: '1.3.6.1.5.5.7.48.1.5',
  ocspNonce: '1.3.6.1.5.5.7.48.1.2',
  ocspExtendedRevoke: '1.3.6.1.5.5.7.48.1.9',
  /** Where the key is kept. */
  keyStorage: '1.2.398.3.3.5',
} as const;

export const ACCESS_METHOD = { ocsp: '1.3.6.1.5.5.7.48.1', issuers: '1.3.6.1.5.5.7.48.2' } as const;
export const POLICY_NOTICE = { practiceStatement: '1.3.6.1.5.5.7.2.1' } as const;

export const POLICY = {
  root: '1.2.398.3.1.2',
  issuer: '1.2.398.3.3.2',
  legalSign: '1.2.398.3.3.2.1',
  individualSign: '1.2.398.3.3.2.3',
  legalAuthentication: '1.2.398.3.3.2.2',
  individualAuthentication: '1.2.398.3.3.2.4',
  timeStamping: '1.2.398.3.3.2.6',
  /** Tokens over SHA-256 by an RSA key. */
  timeStampRsa: '1.2.398.3.3.2.6.2',
} as const;

export const PURPOSE = {
  emailProtection: '1.3.6.1.5.5.7.3.4',
  clientAuthentication: '1.3.6.1.5.5.7.3.2',
  timeStamping: '1.3.6.1.5.5.7.3.8',
  ocspSigning: '1.3.6.1.5.5.7.3.9',
  legalEntity: '1.2.398.3.3.4.1.2',
  employee: '1.2.398.3.3.4.1.2.5',
  informationSystem: '1.2.398.3.3.4.1.2.6',
  individual: '1.2.398.3.3.4.1.1',
  firstHead: '1.2.398.3.3.4.1.2.1',
  rightToSign: '1.2.398.3.3.4.1.2.2',
  /** The key was issued after the person was identified in person. */
  identifiedInPerson: '1.2.398.3.3.4.3.1',
  /** … from afar by an operator, and from afar by Digital ID. */
  identifiedRemotely: '1.2.398.3.3.4.3.2',
  identifiedByDigitalId: '1.2.398.3.3.4.3.2.1',
} as const;

/** A PKCS#12 file (1.2.398.3.3.5.1.1). */
export const KEY_STORAGE_FILE = '1.2.398.3.3.5.1.1';

export const CMS = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  tstInfo: '1.2.840.113549.1.9.16.1.4',
  timeStampToken: '1.2.840.113549.1.9.16.2.14',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
} as const;

export const OCSP_BASIC = '1.3.6.1.5.5.7.48.1.1';
