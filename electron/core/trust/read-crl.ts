/** CertificateList (RFC 5280 5), decoded strictly with an index of serials; large lists stay bytes. */
import { bytesToHex } from '../../../shared/util/bytes.ts';
import { type AlgorithmIdentifier, isSameAlgorithm, readAlgorithm } from './algorithms.ts';
import { type Extensions, readExtensions } from './certificate-extensions.ts';
import { type Bytes, complete, context, DerReader, Malformed, readOnly, TAG } from './der.ts';
import { integerOctets, readSmallInteger, smallInteger, timeOf, wholeBits } from './der-values.ts';
import { type Name, readName } from './names.ts';
import { EXTENSION } from './oids.ts';

export interface CrlEntry {
  at: Date;
  reason: number | null;
}

export interface Crl {
  tbs: Bytes;
  signatureAlgorithm: AlgorithmIdentifier;
  signature: Bytes;
  issuer: Name;
  thisUpdate: Date;
  nextUpdate: Date | null;
  extensions: Extensions;
  /** An entry carries a critical extension: nothing may be read from the list without understanding it (RFC 5280 5.3). */
  hasCriticalEntry: boolean;
  entry(serialHex: string): CrlEntry | null;
}

/** @throws {Malformed} */
export function readCrl(input: Uint8Array): Crl {
  const outer = readOnly(new Uint8Array(input), TAG.sequence);
  const tbs = outer.expect(TAG.sequence);
  const signatureAlgorithm = readAlgorithm(outer.expect(TAG.sequence));
  const signature = wholeBits(outer.expect(TAG.bitString));
  outer.end();
  const reader = new DerReader(tbs.content);
  const isVersion2 = reader.next() === TAG.integer;
  if (isVersion2 && readSmallInteger(reader) !== 1) throw new Malformed('CRL version');
  const innerAlgorithm = readAlgorithm(reader.expect(TAG.sequence));
  if (!isSameAlgorithm(innerAlgorithm, signatureAlgorithm)) throw new Malformed('two signature algorithms');
  const issuer = readName(reader.element());
  const thisUpdate = timeOf(reader.element());
  const hasNextUpdate = reader.next() === TAG.utcTime || reader.next() === TAG.generalizedTime;
  const nextUpdate = hasNextUpdate ? timeOf(reader.element()) : null;
  const { entries, hasCriticalEntry } = indexEntries(reader.optionalInside(TAG.sequence), isVersion2);
  const extensionField = reader.optionalInside(context(0));
  reader.end();
  if (extensionField !== null && !isVersion2) throw new Malformed('CRL extensions before version 2');
  const extensions: Extensions =
    extensionField === null ? new Map() : complete(extensionField, (field) => readExtensions(field.inside(TAG.sequence)));
  return {
    tbs: tbs.encoded,
    signatureAlgorithm,
    signature,
    issuer,
    thisUpdate,
    nextUpdate,
    extensions,
    hasCriticalEntry,
    entry(serialHex) {
      const encoded = entries.get(serialHex);
      return encoded === undefined ? null : complete(readOnly(encoded, TAG.sequence), readEntry);
    },
  };
}

function indexEntries(list: DerReader | null, isVersion2: boolean): { entries: Map<string, Bytes>; hasCriticalEntry: boolean } {
  const entries = new Map<string, Bytes>();
  let hasCriticalEntry = false;
  if (list === null) return { entries, hasCriticalEntry };
  if (list.atEnd) throw new Malformed('empty list of entries');
  while (!list.atEnd) {
    const { tag, content, encoded } = list.element();
    if (tag !== TAG.sequence) throw new Malformed('CRL entry');
    const reader = new DerReader(content);
    entries.set(bytesToHex(integerOctets(reader.expect(TAG.integer))), encoded);
    timeOf(reader.element());
    if (reader.atEnd) continue;
    if (!isVersion2) throw new Malformed('entry extensions before version 2');
    const extensions = readExtensions(reader.inside(TAG.sequence));
    reader.end();
    hasCriticalEntry ||= [...extensions.values()].some(({ critical }) => critical);
  }
  return { entries, hasCriticalEntry };
}

function readEntry(reader: DerReader): CrlEntry {
  reader.expect(TAG.integer);
  const at = timeOf(reader.element());
  const reason = reader.atEnd ? undefined : readExtensions(reader.inside(TAG.sequence)).get(EXTENSION.reasonCode);
  return {
    at,
    reason: reason === undefined ? null : complete(new DerReader(reason.value), (inner) => smallInteger(inner.expect(TAG.enumerated))),
  };
}
