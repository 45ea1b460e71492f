/** What a desk of calls needs of the world around it. */
import type { ComparedField, PhoneRegistration, RiskFinding } from '../../../../shared/domain/issuance/case-desk.ts';
import type { CallKind, CallScript } from '../../../../shared/domain/call/call-script.ts';
import type { CallRefusal } from '../../../../shared/domain/call/call-view.ts';
import type { Unanswered } from '../../../../shared/domain/call/call-support.ts';
import type { IceServer } from '../../../../shared/domain/call/call-talk.ts';
import type { CardZoneFields } from '../../../../shared/domain/scanning/card-zone.ts';
import type { CaseEvent, CaseReason } from '../../../../shared/domain/issuance/issuance-case.ts';
import type { LivenessRules } from '../../../../shared/domain/identification/liveness-rules.ts';
import type { Policy } from '../../../../shared/domain/policy.ts';
import type { Result } from '../../../../shared/util/result.ts';
import type { CorePublisher } from '../../../../shared/ipc/contract.ts';
import type { CallLine } from '../../../ports/calls/call-line.ts';
import type { CallStore } from '../../../ports/calls/call-store.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { FaceComparer } from '../../../ports/issuance/face-comparer.ts';
import type { Logger } from '../../../ports/logger.ts';
import type { Timers } from '../../../ports/timers.ts';
import type { Journal } from '../../journal/index.ts';
import type { EvidenceOrder, EvidenceSession } from '../evidence/open-evidence.ts';

export type CaseForCall = Result<null, Extract<CallRefusal, 'barred' | 'case-elsewhere'>>;

/** The cases behind the calls, as the issuance domain keeps them. */
export interface CallCases {
  /** Takes the case for this operator, or finds it taken by them; `case-elsewhere` where it is not at this stage here, or somebody else works on it. */
  take(caseId: string, stage: CallKind, operatorId: string): Promise<CaseForCall>;
  /** The case may have gone on, or been given back as an acquaintance's, since it was taken. */
  happen(caseId: string, event: CaseEvent, operatorId: string): Promise<CaseForCall>;
  /** Never this operator's again, who knows the person. */
  bar(caseId: string, operatorId: string): Promise<void>;
  /** Gives the case back undecided. */
  release(caseId: string): Promise<void>;
}

/** Numbers for БМГ, each turn of theirs journalled. */
export interface CallPhones {
  begin(order: { whom: { caseId: string }; phone: string; how: 'video-call' }, operatorId: string): Promise<PhoneRegistration>;
  poll(registrationId: string): Promise<PhoneRegistration>;
  cancel(registrationId: string): Promise<void>;
  /** Whether the number of this case took another's place so lately that keys are not asked for with it yet. */
  changedLately(caseId: string): Promise<boolean>;
}

/** What the systems of the state say of the citizen in a call. */
export interface CallBackground {
  risks: readonly RiskFinding[];
  /** Null where the register has none, or did not answer. */
  registryPhoto: Uint8Array | null;
  /** The card in the camera against the register; null for a zone that was not read. What it has no letters for stands there for the operator's eyes. */
  compare(zone: CardZoneFields | null): { fields: readonly ComparedField[]; reasons: readonly CaseReason[] };
  unanswered: readonly Unanswered[];
}

export interface CallDeskOptions {
  line: CallLine;
  store: CallStore;
  cases: CallCases;
  phones: CallPhones;
  background(caseId: string): Promise<CallBackground>;
  faces: FaceComparer;
  openEvidence(order: EvidenceOrder): Promise<EvidenceSession>;
  /** By which a movement is judged, as in identification without an operator. */
  liveness: LivenessRules;
  scripts: Readonly<Record<CallKind, CallScript>>;
  journal: Pick<Journal, 'record'>;
  clock: Clock;
  timers: Timers;
  logger: Logger;
  policy(): Policy;
  /** Of the connection file; none on a LAN. */
  iceServers: readonly IceServer[];
  /** Uniform over 0 … limit − 1, from a source nobody can foresee. */
  randomBelow(limit: number): number;
  /** A call that runs is work at the desk, though nobody touches a key. */
  onActivity(): void;
  publisher: CorePublisher['calls'];
}
