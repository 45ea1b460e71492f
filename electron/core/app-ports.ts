/** Everything the core needs from the world, handed in by a shell: the only way in for time, network, disk and chance. */
import type { AppInfo } from '../../shared/domain/app-state.ts';
import type { Connection } from '../../shared/domain/connection.ts';
import type { DocumentTemplate } from '../../shared/domain/document-template.ts';
import type { Policy } from '../../shared/domain/policy.ts';
import type { Purpose } from '../../shared/domain/purpose.ts';
import type { RenewalRule } from '../../shared/domain/renewal-rule.ts';
import type { TrustPin } from '../../shared/domain/trust-pin.ts';
import type { CabinetLog } from '../ports/cabinet-log.ts';
import type { Clock } from '../ports/clock.ts';
import type { ConsentRequests } from '../ports/consent-requests.ts';
import type { DocumentAccess } from '../ports/document-access.ts';
import type { EntryCollector } from '../ports/entry-collector.ts';
import type { EvidenceSource } from '../ports/evidence-source.ts';
import type { CallPorts } from '../ports/call-ports.ts';
import type { FileJudge } from '../ports/file-judge.ts';
import type { IssuancePorts } from '../ports/issuance-ports.ts';
import type { JournalExport } from '../ports/journal-export.ts';
import type { JournalStore } from '../ports/journal-store.ts';
import type { KeptEvidence } from '../ports/kept-evidence.ts';
import type { KeyCustodian } from '../ports/key-custodian.ts';
import type { KeyPorts } from '../ports/key-ports.ts';
import type { Logger } from '../ports/logger.ts';
import type { PaperPress } from '../ports/paper-press.ts';
import type { PersonRegistry } from '../ports/person-registry.ts';
import type { PortraitExaminer } from '../ports/portrait-examiner.ts';
import type { RenewalOffice } from '../ports/renewal-office.ts';
import type { SigningPorts } from '../ports/signing-ports.ts';
import type { PreferencesStore } from '../ports/preferences-store.ts';
import type { SeenTimeStore } from '../ports/seen-time-store.ts';
import type { Timers } from '../ports/timers.ts';
import type { TrainingStand } from '../ports/training-stand.ts';
import type { Witness } from '../ports/witness.ts';
import type { JournalSeal } from './journal/index.ts';

export interface AppPorts {
  clock: Clock;
  timers: Timers;
  logger: Logger;
  /** UUID version 4, of good randomness. */
  randomId(): string;

  connection: Connection;
  documents: DocumentAccess;
  consents: ConsentRequests;
  persons: PersonRegistry;
  cabinets: CabinetLog;
  evidence: EvidenceSource;
  seenTimes: SeenTimeStore;
  keptEvidence: KeptEvidence;
  /** Null where nobody waits beside a judgement: large files are then judged where they are asked about. */
  fileJudge: FileJudge | null;
  /** Null where the connection names no portal of remote issuance. */
  issuance: IssuancePorts | null;
  /** Null where the connection names no service of calls. */
  calls: CallPorts | null;
  /** Null wherever the connection is not to the embedded stand. */
  training: TrainingStand | null;

  /** Null where the connection names no office that renews identity cards. */
  renewal: RenewalOffice | null;
  /** Parsed file of resources/policy: which rule of renewal is in force when. */
  renewalRules: readonly RenewalRule[];
  /** Null where nobody hands in photographs, as at a terminal. */
  portraits: PortraitExaminer | null;
  /** For what is handed over on paper or as a file. */
  papers: PaperPress;

  journalStore: JournalStore;
  /** The workstation's name under its journal; key and head kept sealed by the shell's SecretBox. */
  journalSeal: JournalSeal;
  journalExport: JournalExport;
  /** Null where the connection names no collector. */
  witness: Witness | null;
  /** Null where the connection names no collector. */
  entryCollector: EntryCollector | null;
  preferences: PreferencesStore;
  /** 32 bytes, kept sealed by the shell's SecretBox: keys the hashes of ИИН and of scanned texts in the journal. */
  subjectKey: Uint8Array;
  /** Opens key files and holds their keys, in a thread of its own. */
  keyCustodian: KeyCustodian;
  keys: KeyPorts;
  signing: SigningPorts;

  /** The rules at this moment, asked anew each time: a set of numbers may begin or end while the desk works. */
  policy(): Policy;
  /** Parsed files of resources/policy and resources/documents. */
  purposes: readonly Purpose[];
  templates: readonly DocumentTemplate[];
  /** Parsed file of resources/trust: which authorities the anchors of the connection may be. */
  pins: readonly TrustPin[];

  shell: AppInfo['shell'];
  version: string;
  /** Name of this desk as the journal and the citizen's notification show it. */
  workstation: string;
}
