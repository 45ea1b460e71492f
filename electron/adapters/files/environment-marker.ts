/** Keeps the worlds apart: a data directory begun with synthetic people never takes up real ones, nor the other way round. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Environment } from '../../../shared/domain/desk/environment.ts';
import { failure, type Result, success } from '../../../shared/util/result.ts';

export interface OtherEnvironment {
  code: 'other-environment';
  directory: string;
  /** `unknown` where the marker says something this version does not know. */
  begun: Environment | 'unknown';
  wanted: Environment;
}

const markerOf = (directory: string): string => join(directory, 'environment');

/** Null where nothing was begun there yet. */
export async function environmentOf(directory: string): Promise<Environment | 'unknown' | null> {
  let text: string;
  try {
    text = (await readFile(markerOf(directory), 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  // Empty: the machine went down between the making of the file and its first byte.
  return text === '' ? null : (Environment.safeParse(text).data ?? 'unknown');
}

/** Begins the directory for `environment`, or tells that it was begun for another. The directory must be there. */
export async function claimDirectory(directory: string, wanted: Environment): Promise<Result<null, OtherEnvironment>> {
  const begun = await environmentOf(directory);
  if (begun === null) await writeFile(markerOf(directory), `${wanted}\n`, { mode: 0o600, flush: true });
  else if (begun !== wanted) return failure({ code: 'other-environment', directory, begun, wanted });
  return success(null);
}
