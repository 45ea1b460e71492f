/** IssuancePortal over HTTP: the feed of what citizens did, and the stage their page shows. */
import type { Connection } from '../../../shared/domain/connection.ts';
import { failure, success } from '../../../shared/util/result.ts';
import type { IssuancePortal } from '../../ports/issuance-portal.ts';
import { exchangeJson, unexpectedRefusal } from '../json-exchange.ts';
import { EVENTS_PATH, EventsAnswer, type EventsRequest, StageReceipt, type StageRequest, STAGES_PATH } from './messages.ts';

/** An event is a few hundred bytes, a page of them at most 500. */
const LARGEST_ANSWER = 1024 * 1024;

export function createIssuancePortal(connection: NonNullable<Connection['issuance']>): IssuancePortal {
  const endpoint = (path: string) => ({ url: new URL(path, connection.url).href, timeoutMs: connection.timeoutMs, maxBytes: LARGEST_ANSWER });
  return {
    async events(after, limit) {
      const message: EventsRequest = { api_key: connection.apiKey, after, limit };
      const answer = await exchangeJson(endpoint(EVENTS_PATH), message, EventsAnswer);
      if (!answer.ok) return failure(unexpectedRefusal(answer.failure));
      const { events } = answer.value;
      // A feed with a gap or out of order would lose an event for ever.
      const inOrder = events.every(({ position }, index) => position === after + index + 1);
      return inOrder ? success(events) : failure({ code: 'answer-malformed', detail: 'positions' });
    },
    async showStage(caseId, step, stage) {
      const message: StageRequest = { api_key: connection.apiKey, case_id: caseId, step, stage };
      const answer = await exchangeJson(endpoint(STAGES_PATH), message, StageReceipt);
      return answer.ok ? success(null) : failure(unexpectedRefusal(answer.failure));
    },
  };
}
