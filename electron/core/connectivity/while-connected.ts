/** Stands in front of the services that open accesses: while the desk is offline nobody waits for an answer that will not come. */
import { failure } from '../../../shared/util/result.ts';
import type { ConsentRequests } from '../../ports/checking/consent-requests.ts';
import type { DocumentAccess } from '../../ports/checking/document-access.ts';
import type { ServiceFailure } from '../../ports/service-failure.ts';
import type { Permit } from './work-policy.ts';

type AccessAnswered = Awaited<ReturnType<DocumentAccess['open']>>;

/** Asks the service once more before it forbids anything: it may be back since the mode was last judged. */
type AskPermit = () => Promise<Permit>;

const refusal = ({ code }: Extract<Permit, { allowed: false }>) => failure<ServiceFailure>({ code, detail: 'offline' });

/** @param onAnswer told of each exchange when it ends: what is gathered afterwards takes its time, and says nothing of the service */
export const accessWhileConnected = (documents: DocumentAccess, permit: AskPermit, onAnswer: (answer: AccessAnswered) => void): DocumentAccess => ({
  shortCodeNeedsIin: documents.shortCodeNeedsIin,
  async open(key, context) {
    const leave = await permit();
    if (!leave.allowed) return refusal(leave);
    const answer = await documents.open(key, context);
    onAnswer(answer);
    return answer;
  },
  // What is on the screen was let in before: only whether it is still open is asked.
  status: (accessId) => documents.status(accessId),
  serviceTime: () => documents.serviceTime(),
});

export const consentsWhileConnected = (consents: ConsentRequests, permit: AskPermit): ConsentRequests => ({
  async request(input, context) {
    const leave = await permit();
    return leave.allowed ? consents.request(input, context) : refusal(leave);
  },
  state: (requestId) => consents.state(requestId),
  cancel: (requestId) => consents.cancel(requestId),
  async openDeskRequest(documentType, context) {
    const leave = await permit();
    return leave.allowed ? consents.openDeskRequest(documentType, context) : refusal(leave);
  },
  deskRequestState: (requestId) => consents.deskRequestState(requestId),
  cancelDeskRequest: (requestId) => consents.cancelDeskRequest(requestId),
});
