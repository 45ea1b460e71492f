/** The reverse way: this desk's one-time requests, shown as a QR and answered on the citizen's phone. */
import type { DocumentTemplate } from '../../../shared/domain/checking/document-template.ts';
import type { ReasonCode } from '../../../shared/domain/reason-code.ts';
import type { DeskRequestAnswer } from '../../../shared/ipc/checking-calls.ts';
import type { ConsentRequests, DeskRequest } from '../../ports/checking/consent-requests.ts';
import { NotPermitted } from '../not-permitted.ts';
import type { DeskContext } from './evidence.ts';
import { purposeRefusal } from './layers/purpose-rule-layer.ts';
import { requestContext } from './request-context.ts';

export interface DeskRequestTools {
  consents: ConsentRequests;
  templateOf(type: string): DocumentTemplate | null;
  workstation: string;
  randomId(): string;
}

export interface DeskRequests {
  /** @param documentType null leaves the choice to the citizen */
  open(documentType: string | null, desk: DeskContext): Promise<DeskRequestAnswer>;
  poll(requestId: string): Promise<DeskRequestAnswer>;
  cancel(requestId: string): Promise<void>;
  /** Withdraws every open request; on lock and sign-out. */
  forgetAll(): Promise<void>;
}

const refused = (code: ReasonCode): DeskRequestAnswer => ({ state: 'refused', code });

export function createDeskRequests(tools: DeskRequestTools): DeskRequests {
  const { consents, templateOf } = tools;
  const shown = new Map<string, DeskRequest>();
  /** Counts departures from the desk: a request opened before the last one belongs to nobody. */
  let departures = 0;

  async function cancel(requestId: string): Promise<void> {
    if (shown.delete(requestId)) await consents.cancelDeskRequest(requestId);
  }

  return {
    async open(documentType, desk) {
      if (documentType !== null) {
        const template = templateOf(documentType);
        if (template === null) return refused('document-type-unknown');
        // The person stands here with the phone in hand: for the rule of presence this is a QR like any other.
        const refusal = purposeRefusal(template, desk, 'qr');
        if (refusal !== null) return refused(refusal);
      }
      const before = departures;
      const answer = await consents.openDeskRequest(documentType, requestContext(desk, tools));
      if (!answer.ok) return refused(answer.failure.code);
      const request = answer.value;
      shown.set(request.requestId, request);
      if (before !== departures) {
        await cancel(request.requestId);
        throw new NotPermitted('superseded');
      }
      return { state: 'waiting', ...request, scanned: false };
    },

    async poll(requestId) {
      const request = shown.get(requestId);
      if (request === undefined) return refused('consent-expired');
      const answer = await consents.deskRequestState(requestId);
      if (!answer.ok) return refused(answer.failure.code);
      const told = answer.value;
      if (told.state === 'waiting') return { state: 'waiting', ...request, expiresAt: told.expiresAt, scanned: told.scanned };
      shown.delete(requestId);
      if (told.state === 'given') return { state: 'given', payload: told.payload };
      return refused(told.state === 'refused' ? 'consent-refused' : 'consent-expired');
    },

    cancel,
    async forgetAll() {
      departures += 1;
      await Promise.all([...shown.keys()].map(cancel));
    },
  };
}
