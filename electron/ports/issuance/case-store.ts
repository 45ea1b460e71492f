/** Where applications for keys are kept between a crash and a start: the case, its step, who holds it, and what of it the journal and the citizen know. */
import type { FaceFinding } from '../../../shared/domain/issuance/case-desk.ts';
import type { CaseEventKind, CaseReason, CaseStageName, IssuanceCase, RiskSignal, WeakMachineCause } from '../../../shared/domain/issuance/issuance-case.ts';

/** One transition as the journal tells it; `id` is the id of the journal's entry. */
export interface CaseTransition {
  id: string;
  step: number;
  happened: CaseEventKind;
  from: CaseStageName;
  to: CaseStageName;
  /** The first of `reasons` where there are several. */
  reason: CaseReason | null;
  /** Every reason. Absent where there is one at most. */
  reasons?: CaseReason[];
  risk?: RiskSignal;
  cause?: WeakMachineCause;
  operatorId: string | null;
  /** SHA-256 of what the step rests on: the record of the movements, or the sealed package. Absent where it rests on nothing that is kept. */
  evidence?: string;
}

export interface StoredCase {
  case: IssuanceCase;
  /** Transitions so far. */
  step: number;
}

/** An operator works on the case; nobody else may. */
export interface CaseHold {
  caseId: string;
  operatorId: string;
  since: string;
}

export interface CaseStore {
  /** Position in the portal's feed up to which everything was handled. */
  position(): Promise<number>;
  find(caseId: string): Promise<StoredCase | null>;
  /** Cases that have not ended, oldest first. */
  open(): Promise<readonly StoredCase[]>;
  /** Every application of this account, ended ones too. */
  ofAccount(account: string): Promise<readonly IssuanceCase[]>;
  /** One durable step: the new case, its transition, and the position of the feed where an event of the portal caused it. */
  save(next: StoredCase, transition: CaseTransition, position: number | null): Promise<void>;
  /** Nothing of the portal's event was of use: only the position moves. */
  moveOn(position: number): Promise<void>;
  /** Transitions the journal does not have yet, in the order they were made. */
  unrecorded(): Promise<readonly { caseId: string; policyVersion: string; transition: CaseTransition }[]>;
  noteRecorded(transitionId: string): Promise<void>;
  /** Cases whose newest recorded step the citizen's page was not told yet. */
  unshown(): Promise<readonly StoredCase[]>;
  noteShown(caseId: string, step: number): Promise<void>;

  /** Another workstation went on with the case, and has recorded and told it: it goes on here from where that one left it. */
  adopt(stored: StoredCase): Promise<void>;

  /** False where somebody else holds it; taken again by the same operator, the first instant stays. */
  hold(hold: CaseHold): Promise<boolean>;
  release(caseId: string): Promise<void>;
  /** Of cases that have not ended. */
  holds(): Promise<readonly CaseHold[]>;
  /** What was found about the faces when the case was compared: distances and outcomes, never pictures. */
  keepFaces(caseId: string, findings: readonly FaceFinding[]): Promise<void>;
  faces(caseId: string): Promise<readonly FaceFinding[]>;
}
