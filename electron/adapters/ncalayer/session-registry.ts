/**
 * Sessions of one host share one port: whoever has it hands connections of other users on to their own workstations, which say here
 * where they listen. A file counts only when its owner is the user it speaks for, so nobody can draw another's portals to himself.
 */
import { chmod, lstat, mkdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { replaceFile } from '../files/atomic-file.ts';

/** As /tmp itself: everyone may add a file, only its owner may take it away. */
const SHARED = 0o1777;

export interface SessionRegistry {
  announce(port: number): Promise<void>;
  withdraw(): Promise<void>;
  /** Port of this user's workstation on loopback; null where none is announced by that very user. */
  portOf(uid: number): Promise<number | null>;
}

export function createSessionRegistry(uid: number, folder: string = join(tmpdir(), 'tekser-portals')): SessionRegistry {
  const fileOf = (owner: number): string => join(folder, `${owner}.port`);
  return {
    async announce(port) {
      await mkdir(folder, { recursive: true });
      // Only the first session owns the folder, and may open it to the others.
      await chmod(folder, SHARED).catch(() => undefined);
      await replaceFile(fileOf(uid), String(port), 0o644);
    },
    withdraw: () => rm(fileOf(uid), { force: true }),
    async portOf(owner) {
      try {
        const found = await lstat(fileOf(owner));
        if (!found.isFile() || found.uid !== owner || found.size > 8) return null;
        const port = Number(await readFile(fileOf(owner), 'utf8'));
        return Number.isInteger(port) && port > 0 && port < 65_536 ? port : null;
      } catch {
        return null;
      }
    },
  };
}
