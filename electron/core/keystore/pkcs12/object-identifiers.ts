/** Object identifiers of PKCS#12 (RFC 7292), PKCS#5 (RFC 8018) and their modern additions (RFC 7914, RFC 9579). */

export const CONTENT = { data: '1.2.840.113549.1.7.1', encryptedData: '1.2.840.113549.1.7.6' } as const;

export const BAG = {
  key: '1.2.840.113549.1.12.10.1.1',
  shroudedKey: '1.2.840.113549.1.12.10.1.2',
  certificate: '1.2.840.113549.1.12.10.1.3',
  safeContents: '1.2.840.113549.1.12.10.1.6',
} as const;

export const X509_CERTIFICATE = '1.2.840.113549.1.9.22.1';

export const ATTRIBUTE = { friendlyName: '1.2.840.113549.1.9.20', localKeyId: '1.2.840.113549.1.9.21' } as const;

/** RFC 7292 appendix C, without its RC4. */
export const PBE = {
  tripleDes: '1.2.840.113549.1.12.1.3',
  tripleDesTwoKeys: '1.2.840.113549.1.12.1.4',
  rc2With128Bits: '1.2.840.113549.1.12.1.5',
  rc2With40Bits: '1.2.840.113549.1.12.1.6',
} as const;

export const PKCS5 = { pbes2: '1.2.840.113549.1.5.13', pbkdf2: '1.2.840.113549.1.5.12', pbmac1: '1.2.840.113549.1.5.14' } as const;
export const SCRYPT = '1.3.6.1.4.1.11591.4.11';

export const CIPHER = {
  aes128: '2.16.840.1.101.3.4.1.2',
  aes192: '2.16.840.1.101.3.4.1.22',
  aes256: '2.16.840.1.101.3.4.1.42',
  tripleDes: '1.2.840.113549.3.7',
} as const;

export const HMAC = {
  sha1: '1.2.840.113549.2.7',
  sha256: '1.2.840.113549.2.9',
  sha384: '1.2.840.113549.2.10',
  sha512: '1.2.840.113549.2.11',
} as const;

export const HASH = {
  sha1: '1.3.14.3.2.26',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
} as const;
