/** Reads a file somebody named, and never more of it than was agreed. */
import { open } from 'node:fs/promises';
import { failure, type Result, success } from '../../../shared/util/result.ts';

/** @param largest in bytes */
export async function readBoundedFile(path: string, largest: number): Promise<Result<Uint8Array<ArrayBuffer>, 'unreadable' | 'too-large'>> {
  try {
    await using file = await open(path, 'r');
    const parts: Uint8Array[] = [];
    let length = 0;
    // The size is not always known beforehand (a pipe, /dev/zero).
    for await (const part of file.createReadStream({ autoClose: false }) as AsyncIterable<Uint8Array>) {
      length += part.length;
      if (length > largest) return failure('too-large');
      parts.push(part);
    }
    return success(new Uint8Array(Buffer.concat(parts)));
  } catch {
    return failure('unreadable');
  }
}
