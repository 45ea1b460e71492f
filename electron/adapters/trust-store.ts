/** The certificates of authorities an administrator imported on this workstation, one file each, named by fingerprint. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { PinnedEnvironment, TrustPin } from '../../shared/domain/trust/trust-pin.ts';
import { fingerprintOf, pinOf } from '../core/anchor-policy.ts';
import { replaceFile } from './files/atomic-file.ts';
import { readBoundedFile } from './files/bounded-file.ts';
import { dataFiles, makeDataDirectory } from './files/data-directory.ts';

/** Of one certificate; those of authorities have about two kilobytes. */
export const LARGEST_CERTIFICATE_BYTES = 64 * 1024;

export interface StoredAuthority {
  pin: TrustPin;
  /** DER. */
  certificate: Uint8Array;
}

export interface TrustStoreContent {
  authorities: StoredAuthority[];
  /** Files that hold no pinned certificate of this environment, whoever laid them there: they are not used. */
  strangers: string[];
}

/**
 * Holds every file against the pins again: the folder is no more trusted than the file it was imported from.
 * @param directory data directory of the workstation; one without a store has an empty one
 * @throws what the file system throws for a folder that cannot be listed
 */
export async function readTrustStore(directory: string, environment: PinnedEnvironment, pins: readonly TrustPin[]): Promise<TrustStoreContent> {
  const folder = dataFiles(directory).trust;
  const content: TrustStoreContent = { authorities: [], strangers: [] };
  for (const name of await namesIn(folder)) {
    const read = await readBoundedFile(join(folder, name), LARGEST_CERTIFICATE_BYTES);
    const pin = read.ok ? pinOf(read.value, pins) : null;
    if (read.ok && pin?.environment === environment) content.authorities.push({ pin, certificate: read.value });
    else content.strangers.push(name);
  }
  return content;
}

/** @param certificate DER that a pin names; @throws what the file system throws */
export async function storeAuthority(directory: string, certificate: Uint8Array): Promise<void> {
  const folder = dataFiles(directory).trust;
  await makeDataDirectory(folder);
  await replaceFile(join(folder, `${fingerprintOf(certificate)}.cer`), certificate);
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).toSorted();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
