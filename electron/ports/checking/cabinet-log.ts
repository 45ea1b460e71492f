/** The view mark in both personal cabinets, the subject's and the viewer's (352/НҚ п.18). */
import type { Result } from '../../../shared/util/result.ts';
import type { ServiceFailure } from '../service-failure.ts';

/** No personal data: the service knows whose access `accessId` is. */
export interface ViewMark {
  /** The same for every attempt, so that a repeated delivery leaves one mark. */
  idempotencyKey: string;
  accessId: string;
  viewedAt: string;
  documentType: string;
  purposeId: string;
  operatorId: string;
  organisation: string;
  branch: string;
  workstation: string;
  verdict: string;
}

/** `detail`: the service's own word for why, where it has one. */
export interface MarkRefusal {
  code: 'mark-refused';
  detail: string | null;
}

export type MarkAnswer = Result<{ receiptId: string; at: string }, MarkRefusal>;

/** Of one request. */
export const MOST_MARKS = 50;

export interface CabinetLog {
  /**
   * Leaves each mark by itself, in their order: one that is refused holds up no other.
   * @param marks at most `MOST_MARKS` of them
   * @returns an answer for each in their order; a failure where nothing is known of any, or all are refused together
   */
  leaveMarks(marks: readonly ViewMark[]): Promise<Result<MarkAnswer[], ServiceFailure | MarkRefusal>>;
}
