/** A package of evidence as a file on the disk, opened with the archive's private key. */
import { createPrivateKey } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import type { EvidenceItem } from '../../../shared/domain/identification/evidence-manifest.ts';
import { type EvidenceAnswer, readEvidence } from '../../core/identification/index.ts';
import { usageFailure } from '../command-failure.ts';
import { readBounded } from '../arguments/read-input.ts';

/** A key of P-256 in PEM is a few hundred bytes. */
const LARGEST_KEY = 64 * 1024;

/** @throws {CommandFailure} for a file that cannot be read, or a key that is none of P-256 */
export async function readPackage(path: string, keyPath: string, take?: (item: EvidenceItem, bytes: Uint8Array) => Promise<void>): Promise<EvidenceAnswer> {
  const key = await archiveKey(keyPath);
  const file = await open(path, 'r').catch((cause: unknown) => {
    throw usageFailure('file-unreadable', path, { cause });
  });
  try {
    const { size } = await file.stat();
    return await readEvidence({ size, read: (offset, length) => exactly(file, offset, length) }, key, take);
  } finally {
    await file.close();
  }
}

async function archiveKey(path: string): Promise<Awaited<ReturnType<typeof crypto.subtle.importKey>>> {
  const pem = await readBounded(path, LARGEST_KEY);
  try {
    const pkcs8 = createPrivateKey(Buffer.from(pem)).export({ type: 'pkcs8', format: 'der' });
    return await crypto.subtle.importKey('pkcs8', new Uint8Array(pkcs8), { name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
  } catch (cause) {
    throw usageFailure('archive-key-expected', path, { cause });
  }
}

async function exactly(file: FileHandle, offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
  const buffer = new Uint8Array(length);
  for (let filled = 0; filled < length; ) {
    const { bytesRead } = await file.read(buffer, filled, length - filled, offset + filled);
    if (bytesRead === 0) throw new Error('the file became shorter while it was read');
    filled += bytesRead;
  }
  return buffer;
}
