/**
 * Third way in (352/НҚ п.20): the citizen consents from the phone registered in БМГ.
 * There is no operation that takes the one-time password: it never passes the operator.
 */
import type { Result } from '../../shared/util/result.ts';
import type { RequestContext } from './document-access.ts';
import type { ServiceFailure } from './service-failure.ts';

export interface ConsentRequest {
  requestId: string;
  expiresAt: string;
  /** Last digits of the number the message went to. */
  phoneEnding: string;
}

export type ConsentState = { state: 'waiting'; expiresAt: string; phoneEnding: string } | { state: 'given' | 'refused' | 'expired' };

export interface ConsentRequests {
  request(
    input: { iin: string; phone: string; documentType: string },
    context: RequestContext,
  ): Promise<Result<ConsentRequest, { code: 'consent-phone-unknown'; detail: null } | ServiceFailure>>;
  state(requestId: string): Promise<Result<ConsentState, ServiceFailure>>;
  cancel(requestId: string): Promise<void>;
}
