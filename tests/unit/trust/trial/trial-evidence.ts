/** OCSP answers and CRLs made by the tests, each part of which may be wrong. */
import {
  type Asn1,
  bits,
  der,
  embedded,
  enumerated,
  explicit,
  generalizedTime,
  implicitOctets,
  int,
  nothing,
  octets,
  oid,
  seq,
  time,
} from '../../../../electron/stand/authority/asn1.ts';
import { extension, type IssuedCertificate, rsaSha256, sha256, signWith } from '../../../../electron/stand/authority/certificate.ts';
import { NOW } from './trial-authority.ts';

const HOUR_MS = 60 * 60 * 1000;
export const hoursFromNow = (hours: number): Date => new Date(NOW.getTime() + hours * HOUR_MS);

const SHA256 = '2.16.840.1.101.3.4.2.1';
const KEY_BITS_START = 24;

export const GOOD: Asn1 = implicitOctets(0, new Uint8Array());
export const UNKNOWN: Asn1 = implicitOctets(2, new Uint8Array());
export const revokedAt = (at: Date, reason: number): Asn1 => explicit(1, generalizedTime(at), explicit(0, enumerated(reason)));

export interface SingleTrial {
  about: IssuedCertificate;
  issuer: IssuedCertificate;
  status?: Asn1;
  thisUpdate?: Date;
  nextUpdate?: Date | null;
  extensions?: Asn1[];
}

function single({
  about,
  issuer,
  status = GOOD,
  thisUpdate = hoursFromNow(-1),
  nextUpdate = hoursFromNow(1),
  extensions = [],
}: SingleTrial): Asn1 {
  const certId = seq(
    seq(oid(SHA256), nothing()),
    octets(sha256(issuer.subject)),
    octets(sha256(issuer.key.spki.subarray(KEY_BITS_START))),
    int(about.serial),
  );
  return seq(
    certId,
    status,
    generalizedTime(thisUpdate),
    ...(nextUpdate === null ? [] : [explicit(0, generalizedTime(nextUpdate))]),
    ...(extensions.length === 0 ? [] : [explicit(1, seq(...extensions))]),
  );
}

export interface OcspTrial {
  signer: IssuedCertificate;
  /** Another responder than the signer named. */
  named?: IssuedCertificate;
  singles: SingleTrial[];
  certificates?: IssuedCertificate[];
  producedAt?: Date;
  extensions?: Asn1[];
  damage?: 'signature';
}

export function ocspAnswer({
  signer,
  named = signer,
  singles,
  certificates = [],
  producedAt = hoursFromNow(-1),
  extensions = [],
  damage,
}: OcspTrial): Uint8Array {
  const data = seq(
    explicit(1, embedded(named.subject)),
    generalizedTime(producedAt),
    seq(...singles.map(single)),
    ...(extensions.length === 0 ? [] : [explicit(1, seq(...extensions))]),
  );
  const signature = signWith(signer.key, der(data));
  if (damage === 'signature') signature[9]! ^= 1;
  const basic = seq(
    data,
    rsaSha256(),
    bits(signature),
    ...(certificates.length === 0 ? [] : [explicit(0, seq(...certificates.map((certificate) => embedded(certificate.der))))]),
  );
  return der(seq(enumerated(0), explicit(0, seq(oid('1.3.6.1.5.5.7.48.1.1'), octets(der(basic))))));
}

/** The value is extnValue itself. */
export const nonceExtension = (value: Uint8Array): Asn1 => seq(oid('1.3.6.1.5.5.7.48.1.2'), octets(value));

export interface CrlTrial {
  signer: IssuedCertificate;
  entries?: { serial: Uint8Array; at: Date; extensions?: Asn1[] }[];
  thisUpdate?: Date;
  nextUpdate?: Date | null;
  extensions?: Asn1[];
}

export function crl({
  signer,
  entries = [],
  thisUpdate = hoursFromNow(-1),
  nextUpdate = hoursFromNow(1),
  extensions = [],
}: CrlTrial): Uint8Array {
  const list = entries.map((entry) =>
    seq(int(entry.serial), time(entry.at), ...(entry.extensions === undefined ? [] : [seq(...entry.extensions)])),
  );
  const tbs = seq(
    int(1),
    rsaSha256(),
    embedded(signer.subject),
    time(thisUpdate),
    ...(nextUpdate === null ? [] : [time(nextUpdate)]),
    ...(list.length === 0 ? [] : [seq(...list)]),
    ...(extensions.length === 0 ? [] : [explicit(0, seq(...extensions))]),
  );
  return der(seq(tbs, rsaSha256(), bits(signWith(signer.key, der(tbs)))));
}

export const reasonCode = (reason: number): Asn1 => extension('2.5.29.21', enumerated(reason));
export const issuingDistributionPoint = (...fields: Asn1[]): Asn1 => extension('2.5.29.28', seq(...fields), true);
export const flag = (tagNumber: number): Asn1 => implicitOctets(tagNumber, Uint8Array.of(0xff));
export const crlNumber = (number: number): Asn1 => extension('2.5.29.20', int(number));
export const deltaOf = (baseNumber: number): Asn1 => extension('2.5.29.27', int(baseNumber), true);
export const freshestCrl = (url: string): Asn1 => extension('2.5.29.46', seq(seq(pointAt(url))));
/** Bits of ReasonFlags, 1 to 7; context tag [3] in a list, [1] in a certificate. */
export const someReasons = (tagNumber: number, ...reasons: number[]): Asn1 => {
  const octet = reasons.reduce((sum, reason) => sum | (0x80 >> reason), 0);
  return implicitOctets(tagNumber, Uint8Array.of(7 - Math.max(...reasons), octet));
};
/** Bits 2 to 8. */
export const otherReasons = (tagNumber: number): Asn1 => implicitOctets(tagNumber, Uint8Array.of(7, 0x3f, 0x80));
export const pointsAt = (...points: Asn1[][]): Asn1 => extension('2.5.29.31', seq(...points.map((fields) => seq(...fields))));
export const crlIssuer = (name: Uint8Array): Asn1 => explicit(2, explicit(4, embedded(name)));
export const entryOf = (issuer: Uint8Array): Asn1 => extension('2.5.29.29', seq(explicit(4, embedded(issuer))), true);
export const pointAt = (url: string): Asn1 => explicit(0, explicit(0, implicitOctets(6, new TextEncoder().encode(url))));
