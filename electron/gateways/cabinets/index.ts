/** CabinetLog over the personal cabinets: a mark of every view for its subject and for its viewer. */
import type { Connection } from '../../../shared/domain/connection.ts';
import { failure, success } from '../../../shared/util/result.ts';
import type { CabinetLog } from '../../ports/cabinet-log.ts';
import { exchangeJson } from '../json-exchange.ts';
import { MARK_PATH, MarkReceipt, type MarkMessage } from './messages.ts';

const LARGEST_RECEIPT = 16 * 1024;

export function createCabinetLog(connection: Connection['cabinets']): CabinetLog {
  const endpoint = { url: new URL(MARK_PATH, connection.url).href, timeoutMs: connection.timeoutMs, maxBytes: LARGEST_RECEIPT };
  return {
    async leaveMark(mark) {
      const message: MarkMessage = {
        api_key: connection.apiKey,
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
      };
      const answer = await exchangeJson(endpoint, message, MarkReceipt);
      if (answer.ok) return success({ receiptId: answer.value.receipt_id, at: answer.value.at });
      if (answer.failure.code === 'refused-by-service') {
        return failure({ code: 'mark-refused', detail: answer.failure.errorCode });
      }
      return failure(answer.failure);
    },
  };
}
