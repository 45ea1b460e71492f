/** One file out of an archive: exactly as long as it says and with its checksum, and never more work than its packed size allows. */
import type { Bytes } from '../asn1/der.ts';
import { Malformed } from '../malformed.ts';
import { LIMITS } from '../limits.ts';
import { crc32 } from './crc32.ts';
import type { ZipEntry } from './read-zip.ts';

/** Of an archive of this length: structures are read whole and pack badly where they are honest; files are digested one after the other. */
const ROOM = {
  structures: (length: number): number => Math.max(LIMITS.zipFloor, length * LIMITS.zipStructureGrowth),
  files: (length: number): number => Math.min(LIMITS.zipBytes, Math.max(LIMITS.zipFilesFloor, length * LIMITS.zipFilesGrowth)),
};

/** A hundred small bombs are a large one. @throws {Malformed} before any of them is unpacked */
export function requireRoom(entries: readonly ZipEntry[], what: keyof typeof ROOM, { length }: Uint8Array): void {
  if (entries.reduce((sum, { size }) => sum + size, 0) > ROOM[what](length)) throw new Malformed('archive unpacks to too much');
}

/** @throws {Malformed} */
export async function unpackEntry({ isDeflated, packed, size, crc }: ZipEntry): Promise<Bytes> {
  if (size > LIMITS.zipBytes) throw new Malformed('file unpacks to too much');
  const content = isDeflated ? await inflate(packed, size) : packed;
  if (content.length !== size || crc32(content) !== crc) throw new Malformed('file and its size or checksum disagree');
  return content;
}

async function inflate(packed: Bytes, size: number): Promise<Bytes> {
  // A bomb says how large it is, or the reading stops where it said it would.
  if (size > Math.max(LIMITS.zipFloor, packed.length * LIMITS.zipGrowth)) throw new Malformed('file unpacks to too much');
  const content = new Uint8Array(size);
  let length = 0;
  const inflating = new DecompressionStream('deflate-raw');
  const reader = new Blob([packed]).stream().pipeThrough(inflating).getReader();
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      if (length + piece.value.length > size) throw new Malformed('file longer than it says');
      content.set(piece.value, length);
      length += piece.value.length;
    }
  } catch (error) {
    await reader.cancel().catch(() => undefined);
    // The platform says TypeError of data that are cut short, broken, or followed by something else.
    if (error instanceof TypeError) throw new Malformed('packed data');
    throw error;
  }
  return content.subarray(0, length);
}
