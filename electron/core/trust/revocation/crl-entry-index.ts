/** Entries of a CRL as an index over its bytes: no object per entry, so that a list of hundreds of thousands costs megabytes and not gigabytes. */
import { hexToBytes } from '../../../../shared/util/bytes.ts';
import { type Bytes, readOnly, TAG } from '../asn1/der.ts';
import { Malformed } from '../malformed.ts';
import { EXTENSION } from '../oids.ts';
import { readExtensions } from '../x509/certificate-extensions.ts';
import { extentOf, hasReasonOnly, isAt, serialAt } from './crl-entries.ts';

export interface CrlEntryIndex {
  /** Where entries with this serial begin; of several issuers' certificates there may be several. */
  find(serialHex: string): number[];
  /** Where the last entry up to this one begins that names an issuer (RFC 5280 5.3.3); null when none does. */
  issuerEntryAt(start: number): number | null;
  readonly namesIssuers: boolean;
  /** An entry carries a critical extension nobody here knows: nothing may be read from the list (RFC 5280 5.3). */
  readonly hasUnknownCritical: boolean;
}

/** Entries of one step: some milliseconds of work. */
const STEP = 8_192;

/** The index of a list in steps, so that a list of the size of a country's need not be indexed in one go. */
export class EntryIndex implements CrlEntryIndex {
  readonly #list: Bytes;
  readonly #isVersion2: boolean;
  readonly #issuerEntries: number[] = [];
  #hasUnknownCritical = false;
  #starts = new Uint32Array(1_024);
  #count = 0;
  /** Where the next entry begins that was not read yet. */
  #next = 0;
  /** Open addressing, at most half full; a slot holds the start of an entry plus one, zero is empty. */
  #table: Uint32Array | null = null;
  #inTable = 0;

  /** @param list content of revokedCertificates @throws {Malformed} when it is empty, which is to be left out */
  constructor(list: Bytes, isVersion2: boolean) {
    if (list.length === 0) throw new Malformed('empty list of entries');
    this.#list = list;
    this.#isVersion2 = isVersion2;
  }

  get namesIssuers(): boolean {
    return this.#issuerEntries.length > 0;
  }

  get hasUnknownCritical(): boolean {
    return this.#hasUnknownCritical;
  }

  /** Reads some entries; false when all are read. @throws {Malformed} */
  readSome(): boolean {
    for (let left = STEP; left > 0 && this.#next < this.#list.length; left -= 1) this.#readEntry();
    return this.#next < this.#list.length;
  }

  /** Makes some entries that were read findable; false when all are. */
  sortSome(): boolean {
    this.#table ??= new Uint32Array(2 ** Math.ceil(Math.log2(2 * this.#count + 2)));
    const end = Math.min(this.#count, this.#inTable + STEP);
    for (; this.#inTable < end; this.#inTable += 1) insert(this.#list, this.#table, this.#starts[this.#inTable]!);
    return this.#inTable < this.#count;
  }

  find(serialHex: string): number[] {
    // Where nobody did it in steps, only when somebody asks: by then the signature of the list has been verified.
    while (this.sortSome());
    return lookUp(this.#list, this.#table!, hexToBytes(serialHex));
  }

  issuerEntryAt(start: number): number | null {
    return lastUpTo(this.#issuerEntries, start);
  }

  #readEntry(): void {
    const start = this.#next;
    const { afterDate, end } = extentOf(this.#list, start);
    if (this.#count === this.#starts.length) {
      const grown = new Uint32Array(2 * this.#count);
      grown.set(this.#starts);
      this.#starts = grown;
    }
    this.#starts[this.#count] = start;
    this.#count += 1;
    this.#next = end;
    if (afterDate === end) return;
    if (!this.#isVersion2) throw new Malformed('entry extensions before version 2');
    if (hasReasonOnly(this.#list, afterDate, end)) return;
    for (const [id, { critical }] of readExtensions(readOnly(this.#list.subarray(afterDate, end), TAG.sequence))) {
      if (id === EXTENSION.certificateIssuer) this.#issuerEntries.push(start);
      else this.#hasUnknownCritical ||= critical && id !== EXTENSION.reasonCode;
    }
  }
}

/** FNV-1a with the last mixing step of MurmurHash3: serials in a row would else pile up in neighbouring slots. */
function hashOf(bytes: Bytes, from: number, octets: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < from + octets; i += 1) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function insert(list: Bytes, table: Uint32Array, start: number): void {
  const { from, octets } = serialAt(list, start);
  let slot = hashOf(list, from, octets) & (table.length - 1);
  while (table[slot] !== 0) slot = (slot + 1) & (table.length - 1);
  table[slot] = start + 1;
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

function lastUpTo(sorted: readonly number[], start: number): number | null {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= start) low = middle + 1;
    else high = middle;
  }
  return sorted[low - 1] ?? null;
}
