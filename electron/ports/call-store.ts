/** The call in hand, kept so that a crash of the workstation does not lose what the script has passed. */
import type { CallSession } from '../core/identification/index.ts';

export interface CallStore {
  /** Null where no call was in hand, or what is kept cannot be read. */
  load(): Promise<CallSession | null>;
  /** Durable when it resolves. @throws what the file system throws */
  save(session: CallSession): Promise<void>;
  clear(): Promise<void>;
}
