/** Where the program itself lies, and which version it is. */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';

const ROOT = resolve(import.meta.dirname, '../..');

export const RESOURCES = join(ROOT, 'resources');

export async function programVersion(): Promise<string> {
  const description = z.object({ version: z.string() }).parse(JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')));
  return description.version;
}
