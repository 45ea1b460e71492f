/**
 * The structure of a ZIP archive (APPNOTE 6.3), read strictly: the directory and the headers in front of the files say the same,
 * and together they account for every octet, so that all programs see the same files and nothing hides between them.
 */
import type { Bytes } from '../asn1/der.ts';
import { Malformed } from '../malformed.ts';
import { LIMITS } from '../limits.ts';
import { entryName, requireDistinctNames } from './entry-names.ts';

export interface ZipEntry {
  /** With slashes; a folder ends in one. */
  name: string;
  isDeflated: boolean;
  /** As it is stored. */
  packed: Bytes;
  /** Octets it must unpack to, and their CRC-32. */
  size: number;
  crc: number;
}

const SIGNATURE = { file: 0x04034b50, directory: 0x02014b50, end: 0x06054b50, descriptor: 0x08074b50 } as const;
const LENGTH = { file: 30, directory: 46, end: 22 } as const;
const METHOD = { stored: 0, deflated: 8 } as const;
const FLAG = { descriptor: 0x0008, utf8: 0x0800 } as const;
/** How hard the packer tried (bits 1 and 2), sizes after the data, names in UTF-8; anything else is encryption or a format of its own. */
const KNOWN_FLAGS = 0x0006 | FLAG.descriptor | FLAG.utf8;
/** Larger sizes, and a second name, which extra fields would put in the place of what the headers say. */
const REFUSED_EXTRAS: ReadonlySet<number> = new Set([0x0001, 0x7075]);
const UNIX = 3;
const SYMBOLIC_LINK = 0xa000;

interface Listed extends Omit<ZipEntry, 'packed'> {
  nameOctets: Bytes;
  flags: number;
  packedSize: number;
  offset: number;
}

/** In the order of the archive. @throws {Malformed} */
export function readZip(archive: Bytes): ZipEntry[] {
  if (archive.length > LIMITS.signatureBytes || archive.length < LENGTH.end) throw new Malformed('archive of no possible length');
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = archive.length - LENGTH.end;
  // With a comment, or octets behind it, the end could be found in two places.
  if (view.getUint32(end, true) !== SIGNATURE.end || view.getUint16(end + 20, true) !== 0) throw new Malformed('end of the archive');
  const count = view.getUint16(end + 10, true);
  const directory = view.getUint32(end + 16, true);
  const isOneDisk = view.getUint32(end + 4, true) === 0 && view.getUint16(end + 8, true) === count;
  if (!isOneDisk || directory + view.getUint32(end + 12, true) !== end) throw new Malformed('directory of the archive');
  if (count > LIMITS.zipEntries) throw new Malformed('too many files');
  const listed = readDirectory(archive, view, { directory, count, end }).toSorted((a, b) => a.offset - b.offset);
  requireDistinctNames(listed.map(({ name }) => name));
  let position = 0;
  const entries = listed.map((entry) => {
    if (entry.offset !== position) throw new Malformed('gap or overlap between files');
    const { packed, next } = readFile(archive, view, entry, directory);
    position = next;
    return { name: entry.name, isDeflated: entry.isDeflated, packed, size: entry.size, crc: entry.crc };
  });
  if (position !== directory) throw new Malformed('octets in front of the directory');
  return entries;
}

function readDirectory(archive: Bytes, view: DataView, { directory, count, end }: Record<'directory' | 'count' | 'end', number>): Listed[] {
  const listed: Listed[] = [];
  let at = directory;
  for (let i = 0; i < count; i += 1) {
    if (at + LENGTH.directory > end || view.getUint32(at, true) !== SIGNATURE.directory) throw new Malformed('directory entry');
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const nameAt = at + LENGTH.directory;
    const next = nameAt + nameLength + extraLength;
    const isLink = view.getUint8(at + 5) === UNIX && (view.getUint16(at + 40, true) & 0xf000) === SYMBOLIC_LINK;
    if (next > end || view.getUint16(at + 32, true) !== 0 || view.getUint16(at + 34, true) !== 0 || isLink) throw new Malformed('directory entry');
    requirePlainExtras(view, nameAt + nameLength, extraLength);
    const nameOctets = archive.subarray(nameAt, nameAt + nameLength);
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    if ((flags & ~KNOWN_FLAGS) !== 0) throw new Malformed('encrypted file');
    if (method !== METHOD.stored && method !== METHOD.deflated) throw new Malformed('packed by another method');
    listed.push({
      name: entryName(nameOctets),
      nameOctets,
      flags,
      isDeflated: method === METHOD.deflated,
      crc: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at = next;
  }
  if (at !== end) throw new Malformed('octets behind the directory');
  return listed;
}

function readFile(archive: Bytes, view: DataView, entry: Listed, directory: number): { packed: Bytes; next: number } {
  const { offset, nameOctets, flags, crc, packedSize, size } = entry;
  const nameAt = offset + LENGTH.file;
  if (nameAt > directory || view.getUint32(offset, true) !== SIGNATURE.file) throw new Malformed('file header');
  const extraLength = view.getUint16(offset + 28, true);
  const start = nameAt + nameOctets.length + extraLength;
  const ended = start + packedSize;
  if (ended > directory) throw new Malformed('file longer than the archive');
  const name = archive.subarray(nameAt, nameAt + view.getUint16(offset + 26, true));
  const isSame =
    view.getUint16(offset + 6, true) === flags &&
    view.getUint16(offset + 8, true) === (entry.isDeflated ? METHOD.deflated : METHOD.stored) &&
    name.length === nameOctets.length &&
    name.every((octet, index) => octet === nameOctets[index]);
  if (!isSame) throw new Malformed('file header and directory disagree');
  requirePlainExtras(view, nameAt + nameOctets.length, extraLength);
  const sizes = [crc, packedSize, size];
  const written = [14, 18, 22].map((place) => view.getUint32(offset + place, true));
  const isLater = (flags & FLAG.descriptor) !== 0 && written.every((value) => value === 0);
  if (!isLater && written.some((value, index) => value !== sizes[index])) throw new Malformed('file header and directory disagree');
  return { packed: archive.subarray(start, ended), next: (flags & FLAG.descriptor) === 0 ? ended : afterDescriptor(view, ended, sizes, directory) };
}

/** Sizes behind the data (4.3.9), with or without their signature. */
function afterDescriptor(view: DataView, ended: number, sizes: readonly number[], directory: number): number {
  for (const start of [ended + 4, ended]) {
    if (start + 12 > directory || (start > ended && view.getUint32(ended, true) !== SIGNATURE.descriptor)) continue;
    if (sizes.every((value, index) => view.getUint32(start + 4 * index, true) === value)) return start + 12;
  }
  throw new Malformed('sizes behind a file and directory disagree');
}

function requirePlainExtras(view: DataView, start: number, length: number): void {
  for (let at = start; at < start + length; ) {
    const next = at + 4 <= start + length ? at + 4 + view.getUint16(at + 2, true) : Number.POSITIVE_INFINITY;
    if (next > start + length || REFUSED_EXTRAS.has(view.getUint16(at, true))) throw new Malformed('extra field');
    at = next;
  }
}
