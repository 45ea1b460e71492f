/** Stands in front of the services that open accesses: while the desk is offline nobody waits for an answer that will not come. */
import { failure } from '../../../shared/util/result.ts';
import type { ConsentRequests } from '../../ports/consent-requests.ts';
import type { DocumentAccess } from '../../ports/document-access.ts';
import type { ServiceFailure } from '../../ports/service-failure.ts';
import type { Permit, Work } from './work-policy.ts';

/** Asks the service once more before it forbids anything: it may be back since the mode was last judged. */
type AskPermit = (work: Work) => Promise<Permit>;

const OFFLINE: ServiceFailure = { code: 'service-unreachable', detail: 'offline' };

export const accessWhileConnected = (documents: DocumentAccess, permit: AskPermit): DocumentAccess => ({
  shortCodeNeedsIin: documents.shortCodeNeedsIin,
  open: async (key, context) => ((await permit('access')).allowed ? documents.open(key, context) : failure(OFFLINE)),
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
