/** The view mark in both personal cabinets, the subject's and the viewer's (352/НҚ п.18). */
import type { Result } from '../../shared/util/result.ts';
import type { ServiceFailure } from './service-failure.ts';

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

export interface CabinetLog {
  leaveMark(
    mark: ViewMark,
  ): Promise<Result<{ receiptId: string; at: string }, ServiceFailure | { code: 'mark-refused'; detail: string | null }>>;
}
