/** A folder of stored keys, one file each, sealed by the shell's SecretBox on top of the owner's password. */
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeyShelf } from '../../ports/keys/key-shelf.ts';
import type { Logger } from '../../ports/logger.ts';
import type { SecretBox } from '../../ports/secret-box.ts';
import { readSealed, writeSealed } from './sealed-file.ts';

const NAME = /^([0-9a-f-]{36})\.key$/;

export function openSealedKeyShelf(folder: string, box: SecretBox, logger: Pick<Logger, 'fault'>): KeyShelf {
  const fileOf = (id: string): string => join(folder, `${id}.key`);

  async function names(): Promise<string[]> {
    try {
      return await readdir(folder);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      return [];
    }
  }

  /** One file that was damaged or comes from another machine must not hide the others. */
  async function open(id: string): Promise<{ id: string; octets: Uint8Array | null }> {
    try {
      return { id, octets: await readSealed(fileOf(id), box) };
    } catch (error) {
      logger.fault('key-shelf', error);
      return { id, octets: null };
    }
  }

  return {
    list: async () => Promise.all((await names()).flatMap((name) => NAME.exec(name)?.[1] ?? []).map(open)),
    async put(id, octets) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeSealed(fileOf(id), octets, box);
    },
    remove: (id) => rm(fileOf(id), { force: true }),
  };
}
