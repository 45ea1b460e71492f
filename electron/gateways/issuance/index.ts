/** IssuancePortal over HTTP: the feed of what citizens did, what they handed in, and the stage their page shows. */
import { createHash } from 'node:crypto';
import type { Connection } from '../../../shared/domain/desk/connection.ts';
import { failure, type Result, success } from '../../../shared/util/result.ts';
import type { IssuancePortal, PortalRefusal } from '../../ports/issuance/issuance-portal.ts';
import type { ServiceFailure } from '../../ports/service-failure.ts';
import { boundedFetch, failureOfStatus } from '../bounded-fetch.ts';
import { exchangeJson, type ServiceRefusal, unexpectedRefusal } from '../json-exchange.ts';
import {
  EVENTS_PATH,
  EventsAnswer,
  type EventsRequest,
  FACTS_PATH,
  FactsAnswer,
  type FactsRequest,
  type MaterialRequest,
  MATERIALS_PATH,
  PersonCaseAnswer,
  type PersonCaseRequest,
  PERSONS_PATH,
  StageReceipt,
  type StageRequest,
  STAGES_PATH,
  UNKNOWN_CASE,
} from './messages.ts';

/** An event is a few hundred bytes, a page of them at most 500. */
const LARGEST_ANSWER = 1024 * 1024;
/** A picture of the citizen's page is at most 2 MB, a record of movements below that. */
const LARGEST_MATERIAL = 4 * 1024 * 1024;

type Settings = NonNullable<Connection['issuance']>;

export function createIssuancePortal({ url, apiKey, timeoutMs }: Settings): IssuancePortal {
  const endpoint = (path: string, waitMs = 0) => ({ url: new URL(path, url).href, timeoutMs: timeoutMs + waitMs, maxBytes: LARGEST_ANSWER });
  return {
    async events(after, limit, waitMs = 0, signal) {
      const message: EventsRequest = { api_key: apiKey, after, limit, wait_ms: waitMs };
      const answer = await exchangeJson({ ...endpoint(EVENTS_PATH, waitMs), ...(signal === undefined ? {} : { signal }) }, message, EventsAnswer);
      if (!answer.ok) return failure(unexpectedRefusal(answer.failure));
      const { events } = answer.value;
      // A feed with a gap or out of order would lose an event for ever.
      const inOrder = events.every(({ position }, index) => position === after + index + 1);
      return inOrder ? success(events) : failure({ code: 'answer-malformed', detail: 'positions' });
    },
    async showStage(caseId, step, stage, kept) {
      const message: StageRequest = { api_key: apiKey, case_id: caseId, step, stage, kept: kept === undefined ? null : { ...kept, faces: [...kept.faces] } };
      const answer = await exchangeJson(endpoint(STAGES_PATH), message, StageReceipt);
      return answer.ok ? success(null) : failure(unexpectedRefusal(answer.failure));
    },
    async facts(caseId) {
      const message: FactsRequest = { api_key: apiKey, case_id: caseId };
      const answer = await exchangeJson(endpoint(FACTS_PATH), message, FactsAnswer);
      return answer.ok ? answer : failure(refusalOf(answer.failure));
    },
    async material(caseId, sha256) {
      const message: MaterialRequest = { api_key: apiKey, case_id: caseId, sha256 };
      return fetchMaterial({ ...endpoint(MATERIALS_PATH), maxBytes: LARGEST_MATERIAL }, message);
    },
    async ofPerson(iin) {
      const message: PersonCaseRequest = { api_key: apiKey, iin };
      const answer = await exchangeJson(endpoint(PERSONS_PATH), message, PersonCaseAnswer);
      return answer.ok ? success(answer.value.case_id) : failure(unexpectedRefusal(answer.failure));
    },
  };
}

const refusalOf = (refusal: ServiceFailure | ServiceRefusal): PortalRefusal =>
  refusal.code === 'refused-by-service' && refusal.errorCode === UNKNOWN_CASE ? { code: 'unknown', detail: null } : unexpectedRefusal(refusal);

/** Bytes of another hash are no answer: what an operator decides upon is what the citizen handed in. */
async function fetchMaterial(endpoint: { url: string; timeoutMs: number; maxBytes: number }, message: MaterialRequest): Promise<Result<Uint8Array, PortalRefusal>> {
  const answered = await boundedFetch({ ...endpoint, method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(message) });
  if (!answered.ok) return answered;
  const { status, bytes } = answered.value;
  if (status === 404) return failure({ code: 'unknown', detail: null });
  if (status !== 200) return failure(failureOfStatus(status));
  const hash = createHash('sha256').update(bytes).digest('hex');
  return hash === message.sha256 ? success(new Uint8Array(bytes)) : failure({ code: 'answer-malformed', detail: 'hash' });
}
