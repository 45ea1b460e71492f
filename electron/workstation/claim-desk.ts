/** Takes a data directory for one desk and one environment, before anything in it is opened: the journal, or a browser's profile. */
import type { Environment } from '../../shared/domain/desk/environment.ts';
import { type Result, success } from '../../shared/util/result.ts';
import { makeDataDirectory } from '../adapters/files/data-directory.ts';
import { claimDirectory, type OtherEnvironment } from '../adapters/files/environment-marker.ts';
import { type AlreadyRunning, lockInstance } from '../adapters/files/single-instance-lock.ts';

export interface DeskClaim {
  directory: string;
  release(): void;
}

/** @param directory made where it is missing @throws what the file system throws when it cannot be written */
export async function claimDesk(directory: string, environment: Environment): Promise<Result<DeskClaim, AlreadyRunning | OtherEnvironment>> {
  await makeDataDirectory(directory);
  const lock = lockInstance(directory);
  if (!lock.ok) return lock;
  const { release } = lock.value;
  try {
    const claimed = await claimDirectory(directory, environment);
    if (claimed.ok) return success({ directory, release });
    release();
    return claimed;
  } catch (error) {
    release();
    throw error;
  }
}
