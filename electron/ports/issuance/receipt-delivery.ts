/** Hands a printed receipt to the citizen’s page of the portal. */
import type { Result } from '../../../shared/util/result.ts';
import type { ServiceFailure } from '../service-failure.ts';

export interface ReceiptDelivery {
  /** Given again, the newer one counts. @param pdf without anything only the citizen may know */
  give(caseId: string, pdf: Uint8Array): Promise<Result<null, ServiceFailure>>;
}
