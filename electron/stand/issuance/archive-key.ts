/** The key of the training organisation's archive of evidence: the workstation gets the public half, whoever opens packages the private one. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface ArchiveKey {
  /** Uncompressed point of P-256, 65 bytes. */
  publicKey: Uint8Array;
  /** PKCS#8 in PEM. */
  privatePem: string;
}

/** @param directory kept there as `archive-key.pem`; null makes a new one at each start */
export function openArchiveKey(directory: string | null): ArchiveKey {
  const file = directory === null ? null : join(directory, 'archive-key.pem');
  const privateKey = (file === null ? null : readKey(file)) ?? generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const privatePem = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
  if (file !== null) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, privatePem, { mode: 0o600 });
  }
  const { x, y } = createPublicKey(privateKey).export({ format: 'jwk' });
  return { publicKey: Uint8Array.from([4, ...Buffer.from(x!, 'base64url'), ...Buffer.from(y!, 'base64url')]), privatePem };
}

function readKey(file: string): KeyObject | null {
  try {
    return createPrivateKey(readFileSync(file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
