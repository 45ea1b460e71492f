/** Octets in pieces of a chosen size, each overwritten once the next is asked for, as a file's are. */
import type { ByteSource } from '../../../electron/ports/trust/byte-source.ts';

export function inMemoryByteSource(bytes: Uint8Array, pieceBytes: number): ByteSource {
  return {
    bytes: bytes.length,
    async *read() {
      const buffer = new Uint8Array(pieceBytes);
      for (let at = 0; at < bytes.length; at += pieceBytes) {
        const piece = bytes.subarray(at, at + pieceBytes);
        buffer.fill(0xee);
        buffer.set(piece);
        yield buffer.subarray(0, piece.length);
      }
      buffer.fill(0xee);
    },
  };
}
