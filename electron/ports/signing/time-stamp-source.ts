/** A time-stamp authority (RFC 3161) as far as a signer needs it. */
import type { Result } from '../../../shared/util/result.ts';
import type { ServiceFailure } from '../service-failure.ts';

export interface TimeStampSource {
  /** `signature`: the imprint by the hash of the signature, as the NCA's authority takes it; otherwise always SHA-256. */
  readonly imprintHash: 'signature' | 'SHA-256';
  /** @param request DER TimeStampReq. Answers with DER TimeStampResp, unread. */
  stamp(request: Uint8Array): Promise<Result<Uint8Array, ServiceFailure>>;
}
