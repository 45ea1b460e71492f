/** Everything the core needs from the world, handed in by a shell: the only way in for time, network, disk and chance. */
import type { AppInfo } from '../../shared/domain/desk/app-state.ts';
import type { Connection } from '../../shared/domain/desk/connection.ts';
import type { DocumentTemplate } from '../../shared/domain/checking/document-template.ts';
import type { Policy } from '../../shared/domain/policy.ts';
import type { Purpose } from '../../shared/domain/checking/purpose.ts';
import type { RenewalRule } from '../../shared/domain/renewal/renewal-rule.ts';
import type { TrustPin } from '../../shared/domain/trust/trust-pin.ts';
import type { CabinetLog } from '../ports/checking/cabinet-log.ts';
import type { Clock } from '../ports/clock.ts';
import type { ConsentRequests } from '../ports/checking/consent-requests.ts';
import type { DocumentAccess } from '../ports/checking/document-access.ts';
import type { EntryCollector } from '../ports/journal/entry-collector.ts';
import type { EvidenceSource } from '../ports/trust/evidence-source.ts';
import type { CallPorts } from '../ports/calls/call-ports.ts';
import type { FileJudge } from '../ports/trust/file-judge.ts';
import type { IssuancePorts } from '../ports/issuance/issuance-ports.ts';
import type { JournalExport } from '../ports/journal/journal-export.ts';
import type { JournalStore } from '../ports/journal/journal-store.ts';
import type { KeptEvidence } from '../ports/trust/kept-evidence.ts';
import type { KeyCustodian } from '../ports/keys/key-custodian.ts';
import type { KeyPorts } from '../ports/keys/key-ports.ts';
import type { Logger } from '../ports/logger.ts';
import type { PaperPress } from '../ports/paper-press.ts';
import type { PersonRegistry } from '../ports/checking/person-registry.ts';
import type { PortraitExaminer } from '../ports/issuance/portrait-examiner.ts';
import type { RenewalOffice } from '../ports/issuance/renewal-office.ts';
import type { SigningPorts } from '../ports/signing/signing-ports.ts';
import type { PreferencesStore } from '../ports/preferences-store.ts';
import type { SeenTimeStore } from '../ports/trust/seen-time-store.ts';
import type { Timers } from '../ports/timers.ts';
import type { TrainingStand } from '../ports/checking/training-stand.ts';
import type { Witness } from '../ports/journal/witness.ts';
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
