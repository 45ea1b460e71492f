/** A file read piece by piece: every octet once and in order, and told where the file is not what it was. */
import { createHash } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fileByteSource } from '../../electron/adapters/files/file-byte-source.ts';
import type { ByteSource } from '../../electron/ports/trust/byte-source.ts';

const MIB = 1 << 20;
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tekser-source-'));
  file = join(folder, 'content');
});
afterEach(() => rmSync(folder, { recursive: true }));

async function digestOf(source: ByteSource): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of source.read()) hash.update(piece);
  return hash.digest('hex');
}

it.each([0, 1, MIB - 1, MIB, MIB + 1, 5 * MIB + 7])('gives %i octets as they are, as often as asked', async (bytes) => {
  const content = Buffer.alloc(bytes);
  for (let at = 0; at < bytes; at += 1) content[at] = (at * 7 + (at >> 12)) & 0xff;
  writeFileSync(file, content);
  const source = await fileByteSource(file);
  expect(source.bytes).toBe(bytes);
  const wanted = createHash('sha256').update(readFileSync(file)).digest('hex');
  expect([await digestOf(source), await digestOf(source)]).toEqual([wanted, wanted]);
});

it('tells that the file grew or shrank since it was opened', async () => {
  writeFileSync(file, Buffer.alloc(3 * MIB));
  const source = await fileByteSource(file);
  appendFileSync(file, 'more');
  await expect(digestOf(source)).rejects.toMatchObject({ name: 'FileChanged' });
  truncateSync(file, MIB);
  await expect(digestOf(source)).rejects.toMatchObject({ name: 'FileChanged' });
  rmSync(file);
  await expect(digestOf(source)).rejects.toMatchObject({ code: 'ENOENT' });
});

it('is let go where nobody reads on', async () => {
  writeFileSync(file, Buffer.alloc(4 * MIB));
  for await (const piece of (await fileByteSource(file)).read()) {
    expect(piece.length).toBe(MIB);
    break;
  }
  // The folder can be removed also where open files hold it.
  rmSync(file);
});
