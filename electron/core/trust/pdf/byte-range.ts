/** What a PDF signature is over: its whole revision but the hole its own octets fill (ISO 32000-2 12.8.1, ETSI EN 319 142-1 5.3). */
import { endOfElement } from '../asn1/ber-envelope.ts';
import type { Bytes } from '../asn1/der.ts';
import { Malformed } from '../malformed.ts';
import { joined } from '../asn1/der-writer.ts';
import type { PdfSignature } from './signature-fields.ts';
import type { PdfFile } from './syntax/pdf-file.ts';

export interface SignedRevision {
  /** The file as it was signed. */
  file: PdfFile;
  /** Where the signed revision ends. */
  end: number;
  /** The signed octets, without the hole. */
  signed: Bytes;
  /** The signature in DER or BER, without the zeros that fill its hole up. */
  signature: Bytes;
}

/**
 * Null where the range is anything but a whole revision without exactly the hole of this signature: other bytes in the gap, a gap
 * elsewhere, a range that stops short or starts late are all ways to show what was not signed.
 */
export async function signedRevision(whole: PdfFile, { byteRange, hole, number, offset, contents }: PdfSignature): Promise<SignedRevision | null> {
  const [start, firstLength, secondStart, secondLength] = byteRange;
  if (byteRange.length !== 4 || start !== 0 || firstLength !== hole.start || secondStart !== hole.end) return null;
  const end = secondStart + secondLength!;
  const { bytes } = whole;
  if (end > bytes.length || !isPlainHex(bytes.subarray(hole.start + 1, hole.end - 1))) return null;
  const file = await revisionAt(whole, end);
  const entry = file?.entryOf(number);
  // Another object of the signed revision under this number would be the signature a reader of that revision sees.
  if (file === null || entry?.is !== 'at' || entry.offset !== offset) return null;
  return { file, end, signed: joined(bytes.subarray(0, hole.start), bytes.subarray(hole.end, end)), signature: withoutPadding(contents) };
}

async function revisionAt(whole: PdfFile, end: number): Promise<PdfFile | null> {
  try {
    return await whole.revision(end);
  } catch (error) {
    if (error instanceof Malformed) return null;
    throw error;
  }
}

/** Digits alone: white space or a comment in the hole would be under no signature. */
const isPlainHex = (octets: Bytes): boolean => octets.length % 2 === 0 && octets.every(isHexDigit);
const isHexDigit = (octet: number): boolean =>
  (octet >= 0x30 && octet <= 0x39) || (octet >= 0x41 && octet <= 0x46) || (octet >= 0x61 && octet <= 0x66);

/** The message says itself where it ends; behind it only zeros fill the hole. @throws {Malformed} */
function withoutPadding(contents: Bytes): Bytes {
  const end = endOfElement(contents);
  if (contents.subarray(end).some((octet) => octet !== 0)) throw new Malformed('bytes behind the signature in its hole');
  return contents.subarray(0, end);
}
