/** What the signing desk needs from the rest of the core and from the world. */
import type { JournalEvent } from '../../../../../shared/domain/journal/journal-event.ts';
import type { PortalPolicy } from '../../../../../shared/domain/signing/portal-policy.ts';
import type { Clock } from '../../../../ports/clock.ts';
import type { LocalFiles } from '../../../../ports/signing/local-files.ts';
import type { StreamedDigests } from '../../../../ports/trust/streamed-digests.ts';
import type { SigningMemory } from '../../../../ports/signing/signing-memory.ts';
import type { TimeStampSource } from '../../../../ports/signing/time-stamp-source.ts';
import type { CertificateAnswer, CertificateQuestion } from '../../../trust/index.ts';
import type { KeyPlaces } from './key-places.ts';

export interface SigningDeskOptions {
  clock: Clock;
  randomId(): string;
  policy(): PortalPolicy;
  memory: SigningMemory;
  files: LocalFiles;
  digests: StreamedDigests;
  places: KeyPlaces;
  timeStamps: TimeStampSource | null;
  verifyCertificate(question: CertificateQuestion): Promise<CertificateAnswer>;
  /** Resolves when it is on the disk. @throws when nothing can be written down: then nothing is given out either. */
  record(event: JournalEvent): Promise<void>;
  /** Whether a throw of `record` means an unwritable journal. */
  isUnwritable(error: unknown): boolean;
  /** The request in front of the person is another one, or has changed. */
  onChange(): void;
  onShowSettings(): void;
  onFault(error: unknown): void;
}
