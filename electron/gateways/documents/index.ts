/** DocumentAccess over the documents service: what the citizen opened is collected by token, by code or after an SMS consent. */
import type { z } from 'zod';
import type { Connection } from '../../../shared/domain/desk/connection.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import { failure, success, type Result } from '../../../shared/util/result.ts';
import type {
  AccessAnswer,
  AccessKey,
  AccessRefusal,
  DocumentAccess,
  RequestContext,
} from '../../ports/checking/document-access.ts';
import type { ServiceFailure } from '../../ports/service-failure.ts';
import { boundedFetch, failureOfStatus, parseJson } from '../bounded-fetch.ts';
import { exchangeJson, unexpectedRefusal, type ServiceRefusal } from '../json-exchange.ts';
import { AccessDocument, DOCUMENT_PATHS, StatusAnswer, TimeAnswer, type DocumentErrorCode } from './messages.ts';
import { requestFacts } from './request-facts.ts';

const LARGEST_STATUS = 16 * 1024;

const REFUSALS: ReadonlyMap<string, AccessRefusal['code']> = new Map(Object.entries({
  ACCESS_UNKNOWN: 'access-unknown',
  ACCESS_EXPIRED: 'access-expired',
  ACCESS_USED: 'access-used',
  ACCESS_OTHER_PURPOSE: 'access-other-purpose',
  CODE_BLOCKED: 'code-blocked',
  CONSENT_WAITING: 'consent-waiting',
  CONSENT_REFUSED: 'consent-refused',
  CONSENT_EXPIRED: 'consent-expired',
  SESSION_UNKNOWN: 'consent-expired',
} satisfies Partial<Record<DocumentErrorCode, AccessRefusal['code']>>));

export function createDocumentAccess(connection: Connection['documents'], policy: () => Policy): DocumentAccess {
  const endpoint = (path: string, maxBytes: number) => ({
    url: new URL(path, connection.url).href,
    timeoutMs: connection.timeoutMs,
    maxBytes,
  });
  return {
    shortCodeNeedsIin: connection.shortCodeNeedsIin,

    async open(key, context) {
      const { path, message } = openingOf(key, connection.apiKey, context);
      const answer = await exchangeJson(endpoint(path, policy().numbers.documentAnswerMaxBytes), message, AccessDocument);
      return answer.ok ? success(accessAnswer(answer.value)) : failure(accessRefusal(answer.failure));
    },

    async status(accessId) {
      const message = { api_key: connection.apiKey, access_id: accessId };
      const answer = await exchangeJson(endpoint(DOCUMENT_PATHS.status, LARGEST_STATUS), message, StatusAnswer);
      if (!answer.ok) return failure(unexpectedRefusal(answer.failure));
      const { state, opened_at, expires_at, extended, service_time } = answer.value;
      return success({ state, openedAt: opened_at, expiresAt: expires_at, extended, serviceTime: service_time });
    },

    async serviceTime(): Promise<Result<Date, ServiceFailure>> {
      const answered = await boundedFetch({ ...endpoint(DOCUMENT_PATHS.time, LARGEST_STATUS), method: 'GET' });
      if (!answered.ok) return answered;
      if (answered.value.status !== 200) return failure(failureOfStatus(answered.value.status));
      const time = parseJson(answered.value.bytes, TimeAnswer);
      return time.ok ? success(new Date(time.value.service_time)) : time;
    },
  };
}

function openingOf(key: AccessKey, apiKey: string, context: RequestContext): { path: string; message: unknown } {
  const facts = requestFacts(apiKey, context);
  switch (key.channel) {
    case 'qr':
      return { path: DOCUMENT_PATHS.redeem, message: { ...facts, token: key.token } };
    case 'short-code':
      return { path: DOCUMENT_PATHS.redeem, message: { ...facts, code: key.code, iin: key.iin } };
    case 'sms-consent':
      return { path: DOCUMENT_PATHS.approve, message: { ...facts, backend_session_id: key.requestId } };
  }
}

function accessAnswer(answer: z.infer<typeof AccessDocument>): AccessAnswer {
  return {
    accessId: answer.access_id,
    requestId: answer.request_id,
    openedAt: answer.opened_at,
    expiresAt: answer.expires_at,
    extended: answer.extended,
    serviceTime: answer.service_time,
    signedDocument: Buffer.from(answer.signed_document, 'base64'),
  };
}

function accessRefusal(reason: ServiceFailure | ServiceRefusal): AccessRefusal | ServiceFailure {
  if (reason.code !== 'refused-by-service') return reason;
  const code = REFUSALS.get(reason.errorCode);
  return code === undefined ? unexpectedRefusal(reason) : { code, detail: null };
}
