/** A log that remembers, for tests that ask what was and what was not written down. */
import type { Logger } from '../../electron/ports/logger.ts';

export interface RecordingLogger extends Logger {
  readonly notes: { event: string; facts: Record<string, unknown> }[];
  readonly faults: { where: string; error: unknown; ref: string }[];
}

export function recordingLogger(): RecordingLogger {
  const logger: RecordingLogger = {
    notes: [],
    faults: [],
    note: (event, facts = {}) => void logger.notes.push({ event, facts }),
    fault: (where, error) => {
      const ref = `ref-${logger.faults.length + 1}`;
      logger.faults.push({ where, error, ref });
      return ref;
    },
  };
  return logger;
}
