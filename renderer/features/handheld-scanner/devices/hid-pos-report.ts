/**
 * Reports of a scanner in “HID POS” mode, by the descriptor the device gives of itself: makers order and size the fields
 * differently (HID Usage Tables 1.5, section 21 “Barcode Scanner Page 0x8C”).
 */
import type { HidCollection, HidItem, HidReport } from './hid-device.ts';

const PAGE = 0x8c;
const BARCODE_SCANNER = 0x02;
export const SCANNER_FILTER = { usagePage: PAGE, usage: BARCODE_SCANNER } as const;

const usageOf = (page: number, id: number) => page * 0x1_0000 + id;
/** Generic Desktop page. */
const BYTE_COUNT = usageOf(0x01, 0x3b);
const DECODED_DATA = usageOf(PAGE, 0xfe);
const DATA_CONTINUED = usageOf(PAGE, 0xff);

/** Places in bits from the start of the data of a report. */
export interface ScanFields {
  data: { at: number; bytes: number };
  /** How many of the bytes count; null where the rest is zero. */
  count: { at: number; bits: number } | null;
  /** Whether the next report goes on with the same scan. */
  continued: number | null;
}

export const isScanner = (collections: readonly HidCollection[]): boolean =>
  collections.some(({ usagePage, usage, children }) => (usagePage === PAGE && usage === BARCODE_SCANNER) || isScanner(children));

/** By report id; reports that carry no scanned data are left out. */
export function scanFieldsOf(collections: readonly HidCollection[]): Map<number, ScanFields> {
  const found = new Map<number, ScanFields>();
  for (const { inputReports, children } of collections) {
    for (const report of inputReports) {
      const fields = fieldsOf(report);
      if (fields !== null) found.set(report.reportId, fields);
    }
    for (const [id, fields] of scanFieldsOf(children)) found.set(id, fields);
  }
  return found;
}

function fieldsOf({ items }: HidReport): ScanFields | null {
  let at = 0;
  let data = null as ScanFields['data'] | null;
  let count: ScanFields['count'] = null;
  let continued: number | null = null;
  for (const item of items) {
    for (let field = 0; field < item.reportCount; field += 1) {
      const place = at + field * item.reportSize;
      const usage = usageAt(item, field);
      if (usage === DECODED_DATA && item.reportSize === 8) data = { at: data?.at ?? place, bytes: (data?.bytes ?? 0) + 1 };
      if (usage === BYTE_COUNT && item.reportSize <= 16) count ??= { at: place, bits: item.reportSize };
      if (usage === DATA_CONTINUED) continued ??= place;
    }
    at += item.reportSize * item.reportCount;
  }
  return data === null || data.at % 8 !== 0 ? null : { data, count, continued };
}

/** Where fields are more than usages the last usage holds for the rest (HID 1.11, section 6.2.2.8). */
const usageAt = ({ usages = [] }: HidItem, field: number): number | undefined => usages[Math.min(field, usages.length - 1)];

/** Null for a report shorter than its descriptor says, or one that counts more bytes than it has. */
export function readScanReport(fields: ScanFields, report: DataView): { bytes: Uint8Array; continued: boolean } | null {
  const { data, count, continued } = fields;
  const from = data.at / 8;
  if (report.byteLength < from + data.bytes) return null;
  const all = new Uint8Array(report.buffer, report.byteOffset + from, data.bytes);
  const length = count === null ? lengthWithoutZeros(all) : bitsAt(report, count.at, count.bits);
  if (length === null || length > data.bytes) return null;
  return { bytes: all.slice(0, length), continued: continued !== null && bitsAt(report, continued, 1) === 1 };
}

function lengthWithoutZeros(bytes: Uint8Array): number {
  let length = bytes.length;
  while (length > 0 && bytes[length - 1] === 0) length -= 1;
  return length;
}

/** The lowest bit comes first (HID 1.11, section 5.6). */
function bitsAt(report: DataView, at: number, bits: number): number | null {
  let value = 0;
  for (let bit = 0; bit < bits; bit += 1) {
    const byte = Math.floor((at + bit) / 8);
    if (byte >= report.byteLength) return null;
    value += ((report.getUint8(byte) >> ((at + bit) % 8)) & 1) * 2 ** bit;
  }
  return value;
}
