/** Revocation lists as large as one likes, unsigned: serials of twenty octets and a reason, as nearly every entry of the NCA has. */
import { der, embedded, int, time } from '../../../electron/stand/authority/asn1.ts';
import { nameDer, rsaSha256 } from '../../../electron/stand/authority/certificate.ts';

/** serial INTEGER of 20 octets, UTCTime, and reasonCode keyCompromise. */
const ENTRY = Buffer.from(`3033${'0214'}${'40'.repeat(20)}170d3236303130313030303030305a300c300a0603551d1504030a0101`, 'hex');
const SERIAL_AT = 4;
const HOUR_MS = 60 * 60 * 1000;

export const largeListSerial = (index: number): string => '40'.repeat(16) + index.toString(16).padStart(8, '0');

/** Lengths of as many octets as DER wants. */
function wrapped(tag: number, ...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const length: number[] = [];
  for (let rest = content.length; rest > 0; rest = Math.floor(rest / 256)) length.unshift(rest % 256);
  return Buffer.concat([Buffer.from(content.length < 0x80 ? [tag, content.length] : [tag, 0x80 + length.length, ...length]), content]);
}

/** An hour old, for another hour. @returns DER CertificateList */
export function largeCrl(count: number, now: Date): Buffer {
  const entries = Buffer.alloc(count * ENTRY.length);
  for (let index = 0; index < count; index += 1) {
    ENTRY.copy(entries, index * ENTRY.length);
    entries.writeUInt32BE(index, index * ENTRY.length + SERIAL_AT + 16);
  }
  const issuer = der(embedded(nameDer([['commonName', 'large']])));
  const dates = [-HOUR_MS, HOUR_MS].map((ms) => der(time(new Date(now.getTime() + ms))));
  const tbs = wrapped(0x30, der(int(1)), der(rsaSha256()), issuer, ...dates, wrapped(0x30, entries));
  return wrapped(0x30, tbs, der(rsaSha256()), Buffer.from('03020000', 'hex'));
}
