/** The call in hand in one small file of this user. */
import { readFile, rm } from 'node:fs/promises';
import { CallSession } from '../core/identification/index.ts';
import type { CallStore } from '../ports/call-store.ts';
import { replaceFile } from './atomic-file.ts';

export function createJsonCallStore(file: string): CallStore {
  return {
    load: () => readFile(file, 'utf8').then(parse, () => null),
    save: (session) => replaceFile(file, `${JSON.stringify(session)}\n`),
    clear: () => rm(file, { force: true }),
  };
}

/** A file that is no session is as none: the service ends the call by itself, and the evidence is elsewhere. */
function parse(text: string): CallSession | null {
  try {
    return CallSession.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
