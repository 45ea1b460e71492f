/** A file system of a few megabytes for a test that needs a disk which is really full: in memory, mounted and unmounted by the test. */
import { spawnSync } from 'node:child_process';
import { chmodSync, closeSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SmallDisk {
  folder: string;
  /** Until not one byte more can be written. */
  fill(): void;
  /** What filled it is removed. */
  free(): void;
  close(): void;
}

const OPEN_TO_ALL = 0o1777;
/** A page: what is left after pieces of this size is nothing. */
const PIECE = Buffer.alloc(4_096, 1);

const mount = (folder: string, megabytes: number): boolean => spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]).status === 0;
const unmount = (folder: string): boolean => spawnSync('umount', ['--lazy', folder]).status === 0;

/** Null where one can be mounted; otherwise why the tests that need it are skipped. */
export function missingSmallDisk(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'tekser-disk-'));
  const mounted = mount(folder, 1);
  if (mounted) unmount(folder);
  rmdirSync(folder);
  return mounted ? null : 'this user may mount no file system';
}

export function mountSmallDisk(megabytes: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'tekser-disk-'));
  if (!mount(folder, megabytes)) throw new Error('no file system can be mounted');
  chmodSync(folder, OPEN_TO_ALL);
  const ballast = join(folder, 'ballast');
  return {
    folder,
    fill() {
      const file = openSync(ballast, 'a');
      try {
        for (;;) writeSync(file, PIECE);
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
      } finally {
        closeSync(file);
      }
    },
    free: () => rmSync(ballast, { force: true }),
    close() {
      unmount(folder);
      rmdirSync(folder);
    },
  };
}
