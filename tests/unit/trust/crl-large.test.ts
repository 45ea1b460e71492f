/** A list of the size the NCA publishes is looked up in its bytes, without an object for each entry. */
import { expect, it } from 'vitest';
import { der, embedded, int, time } from '../../../electron/stand/authority/asn1.ts';
import { rsaSha256 } from '../../../electron/stand/authority/certificate.ts';
import { readCrl } from '../../../electron/core/trust/revocation/read-crl.ts';
import { named } from './trial-authority.ts';
import { hoursFromNow } from './trial-evidence.ts';

const ENTRIES = 422_000;
/** serial INTEGER of 20 octets, UTCTime, and reasonCode keyCompromise as nearly every entry of the NCA has it. */
const ENTRY = Buffer.from(`3033${'0214'}${'40'.repeat(20)}170d3236303130313030303030305a300c300a0603551d1504030a0101`, 'hex');
const SERIAL_AT = 4;

const serialOf = (index: number): string => '40'.repeat(16) + index.toString(16).padStart(8, '0');

/** Lengths of four octets: everything here is larger than 16 MiB. */
function wrapped(tag: number, ...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const header = Buffer.alloc(6);
  header.writeUInt16BE(tag * 256 + 0x84);
  header.writeUInt32BE(content.length, 2);
  return Buffer.concat([header, content]);
}

function largeList(): Buffer {
  const entries = Buffer.alloc(ENTRIES * ENTRY.length);
  for (let index = 0; index < ENTRIES; index += 1) {
    ENTRY.copy(entries, index * ENTRY.length);
    entries.writeUInt32BE(index, index * ENTRY.length + SERIAL_AT + 16);
  }
  const issuer = named('large');
  const dates = [time(hoursFromNow(-1)), time(hoursFromNow(1))].map(der);
  const tbs = wrapped(0x30, der(int(1)), der(rsaSha256()), der(embedded(issuer)), ...dates, wrapped(0x30, entries));
  return wrapped(0x30, tbs, der(rsaSha256()), Buffer.from('03020000', 'hex'));
}

it('a list of 22 MB with 422 000 entries is looked up from its bytes', () => {
  const encoded = largeList();
  expect(encoded.length).toBeGreaterThan(21_000_000);
  const before = process.memoryUsage().heapUsed;
  const crl = readCrl(encoded);
  const issuer = crl.issuer.canonical;
  for (const index of [0, 1, 4_711, ENTRIES - 1]) expect(crl.entry(serialOf(index), issuer)?.reason).toBe(1);
  for (const index of [ENTRIES, 0xffffffff]) expect(crl.entry(serialOf(index), issuer)).toBeNull();
  expect(crl.entry(serialOf(0), 'another issuer')).toBeNull();
  // An object for each entry would be a hundred octets and more; the index is typed arrays outside this heap.
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(ENTRIES * 50);
});
