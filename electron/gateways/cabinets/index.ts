/** CabinetLog over the personal cabinets: a mark of every view for its subject and for its viewer. */
import type { Connection } from '../../../shared/domain/desk/connection.ts';
import { failure, success } from '../../../shared/util/result.ts';
import type { CabinetLog, MarkAnswer, ViewMark } from '../../ports/checking/cabinet-log.ts';
import { exchangeJson } from '../json-exchange.ts';
import { type MarkMessage, MARKS_PATH, MarksAnswer, type MarksMessage } from './messages.ts';

const LARGEST_ANSWER = 16 * 1024;

export function createCabinetLog(connection: Connection['cabinets']): CabinetLog {
  const endpoint = { url: new URL(MARKS_PATH, connection.url).href, timeoutMs: connection.timeoutMs, maxBytes: LARGEST_ANSWER };
  return {
    async leaveMarks(marks) {
      const message: MarksMessage = { api_key: connection.apiKey, marks: marks.map(messageOf) };
      const answered = await exchangeJson(endpoint, message, MarksAnswer);
      if (!answered.ok) {
        const refusal = answered.failure;
        return failure(refusal.code === 'refused-by-service' ? { code: 'mark-refused', detail: refusal.errorCode } : refusal);
      }
      const { answers } = answered.value;
      // Which answer belongs to which mark could not be told: the keys make another attempt harmless.
      if (answers.length !== marks.length) return failure({ code: 'answer-malformed', detail: null });
      return success(answers.map((answer): MarkAnswer => ('error' in answer ? failure({ code: 'mark-refused', detail: answer.error }) : success({ receiptId: answer.receipt_id, at: answer.at }))));
    },
  };
}

const messageOf = (mark: ViewMark): MarkMessage => ({
  idempotency_key: mark.idempotencyKey,
  access_id: mark.accessId,
  viewed_at: mark.viewedAt,
  document_type: mark.documentType,
  purpose: mark.purposeId,
  operator_id: mark.operatorId,
  organisation: mark.organisation,
  branch: mark.branch,
  workstation: mark.workstation,
  verdict: mark.verdict,
});
