/** What is shipped as data for keys: words of common passwords, and where libraries of tokens lie. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const CommonPasswords = z.strictObject({ source: z.string(), words: z.array(z.string()).min(100) });
const TokenModules = z.strictObject({ source: z.string(), modules: z.array(z.string()) });

/** Names one more library of tokens, for a driver that lies elsewhere. */
const MODULE_VARIABLE = 'TEKSER_PKCS11';

/** @param directory the resources folder of the installation @throws where a file is missing or is not what it should be */
export async function loadKeyResources(directory: string): Promise<{ commonPasswords: ReadonlySet<string>; tokenModules: string[] }> {
  const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(directory, 'policy', name), 'utf8'));
  return {
    commonPasswords: new Set(CommonPasswords.parse(await read('common-passwords.json')).words),
    tokenModules: [...TokenModules.parse(await read('token-modules.json')).modules, ...(process.env[MODULE_VARIABLE] ? [process.env[MODULE_VARIABLE]] : [])],
  };
}
