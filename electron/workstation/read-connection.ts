/** Reads the file that says how to reach the systems of the state. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { Connection } from '../../shared/domain/connection.ts';
import { failure, type Result, success } from '../../shared/util/result.ts';

/** The failure is a sentence for an administrator; it names fields, never their values, for some of them are secrets. */
export async function readConnection(file: string): Promise<Result<Connection, string>> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    return failure(`${file}: ${error instanceof SyntaxError ? 'not JSON' : ((error as NodeJS.ErrnoException).code ?? 'cannot be read')}`);
  }
  const parsed = Connection.safeParse(json);
  return parsed.success ? success(parsed.data) : failure(`${file}: ${z.prettifyError(parsed.error)}`);
}
