/** Reads the files a command names, each bounded, with `-` for stdin where a secret should not lie in a file. */
import type { Readable } from 'node:stream';
import { readBoundedFile } from '../../adapters/files/bounded-file.ts';
import { usageFailure } from '../command-failure.ts';

/** @param largest in bytes @throws {CommandFailure} */
export async function readBounded(path: string, largest: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await readBoundedFile(path, largest);
  if (!bytes.ok) throw usageFailure(bytes.failure === 'too-large' ? 'file-too-large' : 'file-unreadable', path);
  return bytes.value;
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
