/** A file read piece by piece in constant memory; the next piece is on its way while the last one is worked on. */
import { type FileHandle, open, stat } from 'node:fs/promises';
import type { ByteSource } from '../../ports/trust/byte-source.ts';

const PIECE_BYTES = 1 << 20;

/** The file is not what it was when it was opened: nothing can be said about it. */
export class FileChanged extends Error {
  override readonly name = 'FileChanged';
}

/** @throws what the file system throws */
export async function fileByteSource(path: string): Promise<ByteSource> {
  const { size } = await stat(path);
  return { bytes: size, read: () => piecesOf(path, size) };
}

async function* piecesOf(path: string, size: number): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const file = await open(path, 'r');
  try {
    const buffers = [new Uint8Array(PIECE_BYTES), new Uint8Array(PIECE_BYTES)] as const;
    let turn: 0 | 1 = 0;
    let seen = 0;
    let next = fill(file, buffers[turn]);
    for (;;) {
      const length = await next;
      if (length === 0) break;
      const piece = buffers[turn].subarray(0, length);
      turn = turn === 0 ? 1 : 0;
      seen += length;
      next = fill(file, buffers[turn]);
      // Awaited above; until then a failure is nobody's.
      next.catch(() => undefined);
      yield piece;
    }
    if (seen !== size) throw new FileChanged(`${seen} bytes where there were ${size}`);
  } finally {
    await file.close();
  }
}

async function fill(file: FileHandle, buffer: Uint8Array): Promise<number> {
  const { bytesRead } = await file.read(buffer, 0, buffer.length, null);
  return bytesRead;
}
