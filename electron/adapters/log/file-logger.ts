/** The program's own log: JSON lines in a file that never grows without end, without messages that could carry data. */
import { randomBytes } from 'node:crypto';
import { appendFileSync, renameSync, statSync } from 'node:fs';
import type { Clock } from '../../ports/clock.ts';
import type { Logger } from '../../ports/logger.ts';
import { describeFault, harmlessFacts } from './log-redaction.ts';

export interface FileLoggerOptions {
  file: string;
  clock: Clock;
  /** Size in bytes at which the file is put behind and a new one begun. */
  rotateAt?: number;
  /** Older files kept, `file.1` the youngest. */
  kept?: number;
}

/** Writes at once, so that the line before a crash is there. Never throws: a full disk must not stop the desk from saying so. */
export function createFileLogger({ file, clock, rotateAt = 2 * 1024 * 1024, kept = 3 }: FileLoggerOptions): Logger {
  function write(line: object): void {
    try {
      rotate();
      appendFileSync(file, `${JSON.stringify({ at: clock.now().toISOString(), ...line })}\n`, { mode: 0o600 });
    } catch {
      process.stderr.write('tekser: the log cannot be written\n');
    }
  }

  function rotate(): void {
    const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    if (size < rotateAt) return;
    for (let age = kept; age > 0; age -= 1) {
      const younger = age === 1 ? file : `${file}.${age - 1}`;
      if (statSync(younger, { throwIfNoEntry: false })) renameSync(younger, `${file}.${age}`);
    }
  }

  return {
    note: (event, facts) => write({ event, ...(facts && { facts: harmlessFacts(facts) }) }),
    fault(where, error) {
      const ref = randomBytes(4).toString('hex').toUpperCase();
      write({ event: 'fault', ref, where, error: describeFault(error) });
      return ref;
    },
  };
}
