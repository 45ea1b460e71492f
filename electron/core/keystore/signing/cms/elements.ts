/** What SignedData is written with besides plain DER: its object identifiers, times, attributes and tagged sets. */
import { type Bytes, encode, objectIdentifier, sequence, setOf, TAG } from '../../../trust/asn1/index.ts';

export const CMS_OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timeStampToken: '1.2.840.113549.1.9.16.2.14',
} as const;

/** INTEGER whose content octets are at hand, a serial number for example. */
export const integer = (content: Bytes): Bytes => encode(TAG.integer, content);

/** SET OF under an implicit context tag, in the order of DER. */
export function taggedSet(tag: number, elements: readonly Bytes[]): Bytes {
  const set = setOf(...elements);
  set[0] = tag;
  return set;
}

/** UTCTime until 2049, GeneralizedTime afterwards (RFC 5652 11.3). */
export function time(at: Date): Bytes {
  const digits = at.toISOString().replaceAll(/[-:T]|\.\d{3}/g, '');
  const year = at.getUTCFullYear();
  const text = year >= 1950 && year < 2050 ? digits.slice(2) : digits;
  return encode(text === digits ? TAG.generalizedTime : TAG.utcTime, new TextEncoder().encode(text));
}

export const attribute = (type: string, value: Bytes): Bytes => sequence(objectIdentifier(type), encode(TAG.set, value));
