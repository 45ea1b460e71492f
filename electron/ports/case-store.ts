/** Where applications for keys are kept between a crash and a start: the case, its step, and what of it the journal and the citizen know. */
import type { CaseEventKind, CaseReason, CaseStageName, IssuanceCase } from '../../shared/domain/issuance-case.ts';

/** One transition as the journal tells it; `id` is the id of the journal's entry. */
export interface CaseTransition {
  id: string;
  step: number;
  happened: CaseEventKind;
  from: CaseStageName;
  to: CaseStageName;
  reason: CaseReason | null;
  operatorId: string | null;
}

export interface StoredCase {
  case: IssuanceCase;
  /** Transitions so far. */
  step: number;
}

export interface CaseStore {
  /** Position in the portal's feed up to which everything was handled. */
  position(): Promise<number>;
  find(caseId: string): Promise<StoredCase | null>;
  /** Cases that have not ended, oldest first. */
  open(): Promise<readonly StoredCase[]>;
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
}
