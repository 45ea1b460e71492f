/** ConsentRequests over E-Document's `online-access`: the question goes to the registered phone, the answer is awaited here. */
import type { Connection } from '../../../shared/domain/desk/connection.ts';
import { failure, success } from '../../../shared/util/result.ts';
import type { ConsentRequests } from '../../ports/checking/consent-requests.ts';
import { DeskRequestSession, DeskRequestState, DOCUMENT_PATHS, OnlineAccessSession, SessionState } from '../documents/messages.ts';
import { requestFacts } from '../documents/request-facts.ts';
import { exchangeJson, unexpectedRefusal } from '../json-exchange.ts';

const LARGEST_ANSWER = 16 * 1024;

export function createConsentRequests(connection: Connection['documents']): ConsentRequests {
  const endpoint = (path: string) => ({
    url: new URL(path, connection.url).href,
    timeoutMs: connection.timeoutMs,
    maxBytes: LARGEST_ANSWER,
  });
  return {
    async request(input, context) {
      const message = { ...requestFacts(connection.apiKey, context), iin: input.iin, phone: input.phone };
      const answer = await exchangeJson(endpoint(DOCUMENT_PATHS.request(input.documentType)), message, OnlineAccessSession);
      if (answer.ok) {
        const { backend_session_id, expires_at, phone_ending } = answer.value;
        return success({ requestId: backend_session_id, expiresAt: expires_at, phoneEnding: phone_ending });
      }
      if (answer.failure.code === 'refused-by-service' && answer.failure.errorCode === 'PHONE_NOT_REGISTERED') {
        return failure({ code: 'consent-phone-unknown', detail: null });
      }
      return failure(unexpectedRefusal(answer.failure));
    },

    async state(requestId) {
      const message = { api_key: connection.apiKey, backend_session_id: requestId };
      const answer = await exchangeJson(endpoint(DOCUMENT_PATHS.sessionState), message, SessionState);
      if (answer.ok) {
        const { state, expires_at, phone_ending } = answer.value;
        return success(state === 'waiting' ? { state, expiresAt: expires_at, phoneEnding: phone_ending } : { state });
      }
      // The service forgets old sessions; for the operator a forgotten one has expired.
      if (answer.failure.code === 'refused-by-service' && answer.failure.errorCode === 'SESSION_UNKNOWN') {
        return success({ state: 'expired' });
      }
      return failure(unexpectedRefusal(answer.failure));
    },

    async cancel(requestId) {
      const message = { api_key: connection.apiKey, backend_session_id: requestId };
      // A request nobody cancels expires by itself, so a failure here changes nothing for anyone.
      await exchangeJson(endpoint(DOCUMENT_PATHS.sessionCancel), message, SessionState);
    },

    async openDeskRequest(documentType, context) {
      const message = { ...requestFacts(connection.apiKey, context), document_type: documentType };
      const answer = await exchangeJson(endpoint(DOCUMENT_PATHS.deskRequest), message, DeskRequestSession);
      if (!answer.ok) return failure(unexpectedRefusal(answer.failure));
      const { backend_session_id, qr, desk_code, expires_at } = answer.value;
      return success({ requestId: backend_session_id, qr, deskCode: desk_code, expiresAt: expires_at });
    },

    async deskRequestState(requestId) {
      const message = { api_key: connection.apiKey, backend_session_id: requestId };
      const answer = await exchangeJson(endpoint(DOCUMENT_PATHS.deskRequestState), message, DeskRequestState);
      if (!answer.ok) {
        const forgotten = answer.failure.code === 'refused-by-service' && answer.failure.errorCode === 'SESSION_UNKNOWN';
        return forgotten ? success({ state: 'expired' }) : failure(unexpectedRefusal(answer.failure));
      }
      const told = answer.value;
      if (told.state === 'waiting') return success({ state: told.state, expiresAt: told.expires_at, scanned: told.scanned });
      return success(told.state === 'given' ? { state: told.state, payload: told.access_qr } : { state: told.state });
    },

    async cancelDeskRequest(requestId) {
      const message = { api_key: connection.apiKey, backend_session_id: requestId };
      // It ends by itself within minutes, so a failure here changes nothing for anyone.
      await exchangeJson(endpoint(DOCUMENT_PATHS.deskRequestCancel), message, DeskRequestState);
    },
  };
}
