/** The memory of the signing dialogs in one small file of this user. */
import { readFile } from 'node:fs/promises';
import { type SigningMemory, SigningMemoryContent } from '../ports/signing/signing-memory.ts';
import { replaceFile } from './files/atomic-file.ts';

const NOTHING: SigningMemoryContent = { lastPlace: null, lastFolder: null, callers: [] };

/** A file that is missing or no memory is forgotten: the person is asked again, which is the safe side. */
export function createJsonSigningMemory(file: string): SigningMemory {
  let known: SigningMemoryContent | null = null;
  return {
    async read() {
      known ??= await readFile(file, 'utf8').then(parse, () => NOTHING);
      return known;
    },
    async write(content) {
      known = content;
      await replaceFile(file, `${JSON.stringify(content, null, 2)}\n`);
    },
  };
}

function parse(text: string): SigningMemoryContent {
  try {
    return SigningMemoryContent.safeParse(JSON.parse(text)).data ?? NOTHING;
  } catch {
    return NOTHING;
  }
}
