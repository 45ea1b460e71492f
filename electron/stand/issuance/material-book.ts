/** Pictures and records of an application, by their hash: what the page hands in and the workstation looks at. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseMaterial } from '../../../shared/domain/issuance/case-desk.ts';
import type { PortalRecords } from './portal-record.ts';

export interface MaterialBook {
  /** @returns SHA-256 of the bytes in hex. A second one of the name is kept beside the first and counts from then on. */
  keep(applicationId: string, name: string, mediaType: string, bytes: Uint8Array): string;
  /** Oldest first; of one name the last counts. */
  list(applicationId: string): readonly CaseMaterial[];
  /** Null where this application has nothing of the hash. */
  read(applicationId: string, sha256: string): Uint8Array | null;
  /** The one of a name that counts. */
  latest(applicationId: string, name: string): CaseMaterial | null;
}

/** @param directory null keeps the bytes in memory. */
export function createMaterialBook(records: PortalRecords, directory: string | null, now: () => Date): MaterialBook {
  const lists = new Map<string, CaseMaterial[]>();
  const inMemory = new Map<string, Uint8Array>();
  const listOf = (applicationId: string): CaseMaterial[] => {
    const list = lists.get(applicationId) ?? [];
    lists.set(applicationId, list);
    return list;
  };
  for (const { applicationId, material } of records.earlier('material')) listOf(applicationId).push(material);
  if (directory !== null) mkdirSync(directory, { recursive: true });

  return {
    keep(applicationId, name, mediaType, bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      if (directory === null) inMemory.set(sha256, Uint8Array.from(bytes));
      else writeFileSync(join(directory, sha256), bytes);
      const material = { name, mediaType, sha256, at: now().toISOString() };
      records.add({ kept: 'material', applicationId, material });
      listOf(applicationId).push(material);
      return sha256;
    },
    list: (applicationId) => lists.get(applicationId) ?? [],
    read(applicationId, sha256) {
      if (!(lists.get(applicationId) ?? []).some((material) => material.sha256 === sha256)) return null;
      return directory === null ? (inMemory.get(sha256) ?? null) : readFileSync(join(directory, sha256));
    },
    latest: (applicationId, name) => (lists.get(applicationId) ?? []).findLast((material) => material.name === name) ?? null,
  };
}
