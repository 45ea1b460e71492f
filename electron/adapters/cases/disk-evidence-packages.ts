/** EvidencePackages on the disk: one file a package in a folder of this workstation, each piece synced before it counts. */
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { EvidencePackages } from '../../ports/issuance/evidence-packages.ts';

const SUFFIX = '.tekser-evidence';

export function diskEvidencePackages(directory: string): EvidencePackages {
  const fileOf = (packageId: string): string => join(directory, `${packageId}${SUFFIX}`);

  return {
    async create(packageId) {
      await mkdir(directory, { recursive: true, mode: 0o700 });
      const file = fileOf(packageId);
      // Nothing that is there is written over.
      await (await open(file, 'wx', 0o600)).close();
      return async (bytes) => {
        const handle = await open(file, 'a');
        try {
          await handle.writeFile(bytes);
          await handle.datasync();
        } finally {
          await handle.close();
        }
      };
    },
    async writtenBefore(instant) {
      const names = (await readdir(directory).catch(absent)).filter((name) => name.endsWith(SUFFIX));
      const written = await Promise.all(names.map(async (name) => (await stat(join(directory, name))).mtime));
      return names.filter((_, at) => written[at]! < instant).map((name) => name.slice(0, -SUFFIX.length));
    },
    forget: (packageId) => rm(fileOf(packageId)),
  };
}

function absent(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return [];
  throw error;
}
