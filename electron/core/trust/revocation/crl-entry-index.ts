/** Entries of a CRL as an index over its bytes: no object per entry, so that a list of hundreds of thousands costs megabytes and not gigabytes. */
import { hexToBytes } from '../../../../shared/util/bytes.ts';
import { readExtensions } from '../x509/certificate-extensions.ts';
import { type Bytes, Malformed, readOnly, TAG } from '../asn1/der.ts';
import { EXTENSION } from '../oids.ts';

export interface CrlEntryIndex {
  /** Where entries with this serial begin; of several issuers' certificates there may be several. */
  find(serialHex: string): number[];
  /** Where the last entry up to this one begins that names an issuer (RFC 5280 5.3.3); null when none does. */
  issuerEntryAt(start: number): number | null;
  namesIssuers: boolean;
  /** An entry carries a critical extension nobody here knows: nothing may be read from the list (RFC 5280 5.3). */
  hasUnknownCritical: boolean;
}

/** The one extension nearly every entry has: reasonCode, one octet, not critical. */
const REASON_ONLY = hexToBytes('300c300a0603551d1504030a01');

/** `list` is the content of revokedCertificates. @throws {Malformed} */
export function indexEntries(list: Bytes, isVersion2: boolean): CrlEntryIndex {
  if (list.length === 0) throw new Malformed('empty list of entries');
  const issuerEntries: number[] = [];
  let starts = new Uint32Array(1024);
  let count = 0;
  let hasUnknownCritical = false;
  for (let start = 0; start < list.length; ) {
    const { afterDate, end } = extentOf(list, start);
    if (count === starts.length) {
      const grown = new Uint32Array(2 * count);
      grown.set(starts);
      starts = grown;
    }
    starts[count] = start;
    count += 1;
    if (afterDate < end) {
      if (!isVersion2) throw new Malformed('entry extensions before version 2');
      if (!hasReasonOnly(list, afterDate, end)) {
        for (const [id, { critical }] of readExtensions(readOnly(list.subarray(afterDate, end), TAG.sequence))) {
          if (id === EXTENSION.certificateIssuer) issuerEntries.push(start);
          else hasUnknownCritical ||= critical && id !== EXTENSION.reasonCode;
        }
      }
    }
    start = end;
  }
  let table: Uint32Array | null = null;
  return {
    find(serialHex) {
      // Built only when somebody asks: by then the signature of the list has been verified.
      table ??= hashTable(list, starts.subarray(0, count));
      return lookUp(list, table, hexToBytes(serialHex));
    },
    issuerEntryAt: (start) => lastUpTo(issuerEntries, start),
    namesIssuers: issuerEntries.length > 0,
    hasUnknownCritical,
  };
}

/** Entry ::= SEQUENCE { serial, date, extensions OPTIONAL }, with the checks that need no object. */
function extentOf(list: Bytes, start: number): { afterDate: number; end: number } {
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

function hasReasonOnly(list: Bytes, from: number, end: number): boolean {
  if (end - from !== REASON_ONLY.length + 1) return false;
  for (let i = 0; i < REASON_ONLY.length; i += 1) if (list[from + i] !== REASON_ONLY[i]) return false;
  return true;
}

/** Where the serial's octets begin, and how many there are. */
function serialAt(list: Bytes, start: number): { from: number; octets: number } {
  const first = list[start + 1]!;
  const header = first === 0x81 ? 3 : first === 0x82 ? 4 : 2;
  return { from: start + header + 2, octets: list[start + header + 1]! };
}

/** FNV-1a with the last mixing step of MurmurHash3: serials in a row would else pile up in neighbouring slots. */
function hashOf(bytes: Bytes, from: number, octets: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < from + octets; i += 1) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Open addressing, at most half full; a slot holds the start of an entry plus one, zero is empty. */
function hashTable(list: Bytes, starts: Uint32Array): Uint32Array {
  const table = new Uint32Array(2 ** Math.ceil(Math.log2(2 * starts.length + 2)));
  for (const start of starts) {
    const { from, octets } = serialAt(list, start);
    let slot = hashOf(list, from, octets) & (table.length - 1);
    while (table[slot] !== 0) slot = (slot + 1) & (table.length - 1);
    table[slot] = start + 1;
  }
  return table;
}

function lookUp(list: Bytes, table: Uint32Array, serial: Bytes): number[] {
  const found: number[] = [];
  for (let slot = hashOf(serial, 0, serial.length) & (table.length - 1); table[slot] !== 0; slot = (slot + 1) & (table.length - 1)) {
    const start = table[slot]! - 1;
    const { from, octets } = serialAt(list, start);
    if (octets === serial.length && isAt(list, from, serial)) found.push(start);
  }
  return found.length > 1 ? found.toSorted((a, b) => a - b) : found;
}

function isAt(list: Bytes, from: number, octets: Bytes): boolean {
  for (let i = 0; i < octets.length; i += 1) if (octets[i] !== list[from + i]) return false;
  return true;
}

function lastUpTo(sorted: readonly number[], start: number): number | null {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= start) low = middle + 1;
    else high = middle;
  }
  return sorted[low - 1] ?? null;
}
