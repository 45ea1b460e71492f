/** EvidencePackages on the disk: one file a package in a folder of this workstation, each piece synced before it counts. */
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { EvidencePackages } from '../../ports/issuance/evidence-packages.ts';

const SUFFIX = '.tekser-evidence';

export function diskEvidencePackages(directory: string): EvidencePackages {
  return {
    async create(packageId) {
      await mkdir(directory, { recursive: true, mode: 0o700 });
      const file = join(directory, `${packageId}${SUFFIX}`);
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
    async forgetBefore(instant) {
      let forgotten = 0;
      for (const name of await readdir(directory).catch(absent)) {
        const file = join(directory, name);
        if (!name.endsWith(SUFFIX) || (await stat(file)).mtime >= instant) continue;
        await rm(file);
        forgotten += 1;
      }
      return forgotten;
    },
  };
}

function absent(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return [];
  throw error;
}
