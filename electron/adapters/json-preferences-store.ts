/** Preferences in one small JSON file, for the shells without electron-store. */
import { readFile } from 'node:fs/promises';
import { Preferences } from '../../shared/domain/desk/app-state.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { PreferencesStore } from '../ports/preferences-store.ts';
import { replaceFile } from './files/atomic-file.ts';
import { setAside } from './files/set-aside.ts';

export interface JsonPreferencesOptions {
  file: string;
  defaults: Preferences;
  clock: Clock;
  logger: Logger;
}

/**
 * A missing file means the defaults; one that is no preferences is kept aside for support, and the desk opens all the same. One that
 * cannot be read just now means what was known: a choice written over the defaults would take back all the others.
 */
export function createJsonPreferencesStore({ file, defaults, clock, logger }: JsonPreferencesOptions): PreferencesStore {
  let writes: Promise<unknown> = Promise.resolve();
  let known = defaults;
  return {
    async read() {
      let text: string;
      try {
        text = await readFile(file, 'utf8');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return defaults;
        logger.fault('read-preferences', error);
        return known;
      }
      const preferences = parse(text);
      if (preferences !== null) return (known = preferences);
      logger.note('preferences-invalid', { keptAs: setAside(file, 'invalid', clock.now()) });
      return defaults;
    },
    write(preferences) {
      const text = `${JSON.stringify(Preferences.parse(preferences), null, 2)}\n`;
      const turn = writes.then(async () => {
        await replaceFile(file, text);
        known = preferences;
      });
      writes = turn.catch(() => undefined);
      return turn;
    },
  };
}

function parse(text: string): Preferences | null {
  try {
    const parsed = Preferences.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
