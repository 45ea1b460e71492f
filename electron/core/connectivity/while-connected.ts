/** Stands in front of the services that open accesses: while the desk is offline nobody waits for an answer that will not come. */
import { failure } from '../../../shared/util/result.ts';
import type { ConsentRequests } from '../../ports/consent-requests.ts';
import type { DocumentAccess } from '../../ports/document-access.ts';
import type { ServiceFailure } from '../../ports/service-failure.ts';
import type { Permit, Work } from './work-policy.ts';

type AccessAnswered = Awaited<ReturnType<DocumentAccess['open']>>;

/** Asks the service once more before it forbids anything: it may be back since the mode was last judged. */
type AskPermit = (work: Work) => Promise<Permit>;

const OFFLINE: ServiceFailure = { code: 'service-unreachable', detail: 'offline' };

/** @param onAnswer told of each exchange when it ends: what is gathered afterwards takes its time, and says nothing of the service */
export const accessWhileConnected = (documents: DocumentAccess, permit: AskPermit, onAnswer: (answer: AccessAnswered) => void): DocumentAccess => ({
  shortCodeNeedsIin: documents.shortCodeNeedsIin,
  async open(key, context) {
    if (!(await permit('access')).allowed) return failure(OFFLINE);
    const answer = await documents.open(key, context);
    onAnswer(answer);
    return answer;
  },
  // What is on the screen was let in before: only whether it is still open is asked.
  status: (accessId) => documents.status(accessId),
  serviceTime: () => documents.serviceTime(),
});

export const consentsWhileConnected = (consents: ConsentRequests, permit: AskPermit): ConsentRequests => ({
  request: async (input, context) => ((await permit('consent')).allowed ? consents.request(input, context) : failure(OFFLINE)),
  state: (requestId) => consents.state(requestId),
  cancel: (requestId) => consents.cancel(requestId),
  openDeskRequest: async (documentType, context) =>
    (await permit('consent')).allowed ? consents.openDeskRequest(documentType, context) : failure(OFFLINE),
  deskRequestState: (requestId) => consents.deskRequestState(requestId),
  cancelDeskRequest: (requestId) => consents.cancelDeskRequest(requestId),
});
