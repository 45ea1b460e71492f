/**
 * Third way in (352/НҚ п.20): the citizen consents from the phone registered in БМГ.
 * There is no operation that takes the one-time password: it never passes the operator.
 */
import type { Result } from '../../../shared/util/result.ts';
import type { RequestContext } from './document-access.ts';
import type { ServiceFailure } from '../service-failure.ts';

export interface ConsentRequest {
  requestId: string;
  expiresAt: string;
  /** Last digits of the number the message went to. */
  phoneEnding: string;
}

export type ConsentState = { state: 'waiting'; expiresAt: string; phoneEnding: string } | { state: 'given' | 'refused' | 'expired' };

/** The reverse way: the desk shows a one-time request as a QR, the citizen's phone scans it and answers. */
export interface DeskRequest {
  requestId: string;
  /** What the QR on the desk's screen says. */
  qr: string;
  /** Four digits that both screens show: the citizen sees by them whose request it is. */
  deskCode: string;
  expiresAt: string;
}

export type DeskRequestState =
  | { state: 'waiting'; expiresAt: string; scanned: boolean }
  /** `payload` is that of an access QR and is checked like one. */
  | { state: 'given'; payload: string }
  | { state: 'refused' | 'expired' };

export interface ConsentRequests {
  request(
    input: { iin: string; phone: string; documentType: string },
    context: RequestContext,
  ): Promise<Result<ConsentRequest, { code: 'consent-phone-unknown'; detail: null } | ServiceFailure>>;
  state(requestId: string): Promise<Result<ConsentState, ServiceFailure>>;
  cancel(requestId: string): Promise<void>;
  /** @param documentType null leaves the choice of the document to the citizen */
  openDeskRequest(documentType: string | null, context: RequestContext): Promise<Result<DeskRequest, ServiceFailure>>;
  deskRequestState(requestId: string): Promise<Result<DeskRequestState, ServiceFailure>>;
  cancelDeskRequest(requestId: string): Promise<void>;
}
