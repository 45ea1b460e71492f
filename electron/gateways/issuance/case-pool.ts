/** CasePool over HTTP, for one workstation. */
import type { Connection } from '../../../shared/domain/desk/connection.ts';
import { failure, success } from '../../../shared/util/result.ts';
import type { CasePool } from '../../ports/issuance/case-pool.ts';
import { exchangeJson, unexpectedRefusal } from '../json-exchange.ts';
import {
  ASSIGN_PATH,
  AssignAnswer,
  type AssignRequest,
  MOST_CASES,
  RELEASE_PATH,
  ReleaseReceipt,
  type ReleaseRequest,
  SYNC_PATH,
  SyncAnswer,
  type SyncRequest,
} from './pool-messages.ts';

/** A kept case is below two kilobytes. */
const LARGEST_ANSWER = 4 * 1024 * 1024;

export function createCasePool({ url, apiKey, timeoutMs }: NonNullable<Connection['issuance']>, workstation: string): CasePool {
  const endpoint = (path: string) => ({ url: new URL(path, url).href, timeoutMs, maxBytes: LARGEST_ANSWER });
  const signed = { api_key: apiKey, workstation };
  return {
    async assign(caseIds, leaseMs) {
      const message: AssignRequest = { ...signed, case_ids: caseIds.slice(0, MOST_CASES), lease_ms: leaseMs };
      const answer = await exchangeJson(endpoint(ASSIGN_PATH), message, AssignAnswer);
      if (!answer.ok) return failure(unexpectedRefusal(answer.failure));
      const { case_id: assigned } = answer.value;
      return assigned === null || caseIds.includes(assigned) ? success(assigned) : failure({ code: 'answer-malformed', detail: 'case' });
    },
    async release(caseId) {
      const message: ReleaseRequest = { ...signed, case_id: caseId };
      const answer = await exchangeJson(endpoint(RELEASE_PATH), message, ReleaseReceipt);
      return answer.ok ? success(null) : failure(unexpectedRefusal(answer.failure));
    },
    async sync(held, known, leaseMs) {
      const message: SyncRequest = {
        ...signed,
        held: held.slice(0, MOST_CASES),
        known: known.slice(0, MOST_CASES).map(({ caseId, step, stage }) => ({ case_id: caseId, step, stage })),
        lease_ms: leaseMs,
      };
      const answer = await exchangeJson(endpoint(SYNC_PATH), message, SyncAnswer);
      return answer.ok ? answer : failure(unexpectedRefusal(answer.failure));
    },
  };
}
