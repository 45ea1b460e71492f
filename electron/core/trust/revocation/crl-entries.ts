/** Entries of revokedCertificates (RFC 5280 5.1.2.6) read where they lie, without an object for any. */
import { hexToBytes } from '../../../../shared/util/bytes.ts';
import { type Bytes, complete, DerReader, readOnly, TAG } from '../asn1/der.ts';
import { Malformed } from '../malformed.ts';
import { timeOf } from '../asn1/der-times.ts';
import { smallInteger } from '../asn1/der-values.ts';
import { EXTENSION } from '../oids.ts';
import { decodeFrom, type Extensions, readExtensions } from '../x509/certificate-extensions.ts';
import { readGeneralNames } from '../x509/general-names.ts';

export interface CrlEntry {
  /** Since when the certificate is not good: revoked, or known to have been invalid even before. */
  at: Date;
  reason: number | null;
}

/** The one extension nearly every entry has: reasonCode, one octet, not critical. */
const REASON_ONLY = hexToBytes('300c300a0603551d1504030a01');

/** Entry ::= SEQUENCE { serial, date, extensions OPTIONAL }, with the checks that need no object. */
export function extentOf(list: Bytes, start: number): { afterDate: number; end: number } {
  const first = list[start + 1] ?? 0x80;
  const wide = first === 0x81 ? 1 : first === 0x82 ? 2 : 0;
  if (list[start] !== TAG.sequence || (first >= 0x80 && wide === 0)) throw new Malformed('CRL entry');
  const length = wide === 0 ? first : wide === 1 ? (list[start + 2] ?? 0) : (list[start + 2] ?? 0) * 256 + (list[start + 3] ?? 0);
  if ((wide === 1 && length < 0x80) || (wide === 2 && length < 0x100)) throw new Malformed('length not minimal');
  const serial = start + 2 + wide;
  const end = serial + length;
  const octets = list[serial + 1] ?? 0;
  const date = serial + 2 + octets;
  if (list[serial] !== TAG.integer || octets === 0 || octets >= 0x80 || end > list.length) throw new Malformed('CRL entry');
  const [high, next] = [list[serial + 2]!, list[serial + 3]!];
  if (octets > 1 && ((high === 0 && next < 0x80) || (high === 0xff && next >= 0x80))) throw new Malformed('integer not minimal');
  const digits = list[date] === TAG.utcTime ? 12 : list[date] === TAG.generalizedTime ? 14 : -1;
  const afterDate = date + 3 + digits;
  if (digits === -1 || list[date + 1] !== digits + 1 || afterDate > end || list[afterDate - 1] !== 0x5a) throw new Malformed('time of a CRL entry');
  for (let i = date + 2; i < afterDate - 1; i += 1) if (list[i]! < 0x30 || list[i]! > 0x39) throw new Malformed('time of a CRL entry');
  return { afterDate, end };
}

export function hasReasonOnly(list: Bytes, from: number, end: number): boolean {
  if (end - from !== REASON_ONLY.length + 1) return false;
  for (let i = 0; i < REASON_ONLY.length; i += 1) if (list[from + i] !== REASON_ONLY[i]) return false;
  return true;
}

/** Where the serial's octets begin, and how many there are. */
export function serialAt(list: Bytes, start: number): { from: number; octets: number } {
  const first = list[start + 1]!;
  const header = first === 0x81 ? 3 : first === 0x82 ? 4 : 2;
  return { from: start + header + 2, octets: list[start + header + 1]! };
}

export function isAt(list: Bytes, from: number, octets: Bytes): boolean {
  for (let i = 0; i < octets.length; i += 1) if (octets[i] !== list[from + i]) return false;
  return true;
}

function entryAt(entries: Bytes, start: number): { at: Date; extensions: Extensions } {
  const reader = new DerReader(entries.subarray(start)).inside(TAG.sequence);
  reader.expect(TAG.integer);
  const at = timeOf(reader.element());
  return { at, extensions: reader.atEnd ? new Map() : readExtensions(reader.inside(TAG.sequence)) };
}

/** @throws {Malformed} */
export function readEntry(entries: Bytes, start: number): CrlEntry {
  const { at, extensions } = entryAt(entries, start);
  const reason = extensions.get(EXTENSION.reasonCode);
  return { at: notGoodSince(at, extensions), reason: reason === undefined ? null : complete(new DerReader(reason.value), (inner) => smallInteger(inner.expect(TAG.enumerated))) };
}

/** A key may be known to have been lost before anybody revoked it (RFC 5280 5.3.2, also in OCSP: RFC 6960 4.4.5). @throws {Malformed} */
export function notGoodSince(revoked: Date, extensions: Extensions): Date {
  const invalid = decodeFrom(extensions, EXTENSION.invalidityDate, (value) => complete(new DerReader(value), (inner) => timeOf(inner.expect(TAG.generalizedTime))));
  return invalid !== null && invalid < revoked ? invalid : revoked;
}

/** Canonical names of the issuers an entry is about (RFC 5280 5.3.3). @throws {Malformed} */
export function issuersNamedAt(entries: Bytes, start: number): string[] {
  const { value } = entryAt(entries, start).extensions.get(EXTENSION.certificateIssuer)!;
  return readGeneralNames(readOnly(value, TAG.sequence)).flatMap((name) => (name.form === 'directoryName' ? [name.name.canonical] : []));
}
