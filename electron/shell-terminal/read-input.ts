/** Reads the files a command names, each bounded, with `-` for stdin where a secret should not lie in a file. */
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { usageFailure } from './command-failure.ts';

/** @param largest in bytes @throws {CommandFailure} */
export async function readBounded(path: string, largest: number): Promise<Uint8Array<ArrayBuffer>> {
  let file;
  try {
    file = await open(path, 'r');
  } catch (cause) {
    throw usageFailure('file-unreadable', path, { cause });
  }
  try {
    // One byte more than allowed tells a larger file, also where the size is not known beforehand (a pipe, /dev/zero).
    const bytes = new Uint8Array(largest + 1);
    let filled = 0;
    for (;;) {
      const { bytesRead } = await file.read(bytes, filled, bytes.length - filled);
      filled += bytesRead;
      if (filled > largest) throw usageFailure('file-too-large', path);
      if (bytesRead === 0) return bytes.slice(0, filled);
    }
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'CommandFailure') throw cause;
    throw usageFailure('file-unreadable', path, { cause });
  } finally {
    await file.close();
  }
}

/** Text of a small secret or number without the line break an editor leaves. @throws {CommandFailure} */
export async function readLine(path: string, stdin: Readable): Promise<string> {
  const LONGEST = 1_024;
  const bytes = path === '-' ? await readStream(stdin, LONGEST) : await readBounded(path, LONGEST);
  return new TextDecoder().decode(bytes).replace(/\r?\n$/, '');
}

async function readStream(stdin: Readable, largest: number): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of stdin) {
    const bytes = Buffer.from(part as Uint8Array);
    length += bytes.length;
    if (length > largest) throw usageFailure('file-too-large', '-');
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}
