/** The version of the program, as package.json says it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { REPOSITORY } from './repository.ts';

export const packageVersion = (): string =>
  z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8'))).version;
