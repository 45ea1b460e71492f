/** One window per data directory: a second start is told so instead of fighting over the journal, the camera and the outbox. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { failure, type Result, success } from '../../../shared/util/result.ts';

export interface InstanceLock {
  release(): void;
}

export interface AlreadyRunning {
  code: 'already-running';
  /** Of the first instance, for the message; null where it did not say. */
  pid: number | null;
}

/**
 * The lock is an open exclusive transaction on a file of its own: the operating system lets go of it when the process
 * ends, however it ends. A process id in a file alone would, after a crash and a restart, point at a stranger.
 *
 * @throws what the file system throws when the folder cannot be written
 */
export function lockInstance(directory: string): Result<InstanceLock, AlreadyRunning> {
  const pidFile = join(directory, 'instance.pid');
  const database = new SqliteDatabase(join(directory, 'instance.lock'), { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (error instanceof SqliteDatabase.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
      return failure({ code: 'already-running', pid: readPid(pidFile) });
    }
    throw error;
  }
  writeFileSync(pidFile, String(process.pid), { mode: 0o600 });
  return success({ release: () => void database.close() });
}

function readPid(file: string): number | null {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    return Number.isSafeInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}
