/** The call in hand, kept so that a crash of the workstation does not lose what the script has passed. */
import type { CallSession } from '../../../shared/domain/call/call-session.ts';

export interface CallStore {
  /** Null where no call was in hand, or what is kept cannot be read. */
  load(): Promise<CallSession | null>;
  /** Durable when it resolves. @throws what the file system throws */
  save(session: CallSession): Promise<void>;
  /** What a call works with beside its script: pictures, and what was measured. Sealed to this machine; durable when it resolves. */
  keep(name: string, bytes: Uint8Array): Promise<void>;
  /** Null where nothing of this name was kept, or it cannot be opened. */
  kept(name: string): Promise<Uint8Array | null>;
  /** The call is over: nothing of it stays. */
  clear(): Promise<void>;
}
