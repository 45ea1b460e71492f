/** What signatures at this workstation need from the world besides the keys themselves. */
import type { PortalPolicy } from '../../../shared/domain/signing/portal-policy.ts';
import type { LocalFiles } from './local-files.ts';
import type { SigningMemory } from './signing-memory.ts';
import type { StreamedDigests } from '../trust/streamed-digests.ts';
import type { TimeStampSource } from './time-stamp-source.ts';

export interface SigningPorts {
  /** The administrator's rules at this moment. */
  portalPolicy(): PortalPolicy;
  memory: SigningMemory;
  files: LocalFiles;
  digests: StreamedDigests;
  /** Null where the connection names no authority of time. */
  timeStamps: TimeStampSource | null;
}
