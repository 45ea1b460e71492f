/** The documents service: what «Открыть доступ» opened, collected once with a purpose. */
import type { Pair } from '../../../shared/domain/localized.ts';
import type { ReasonCode } from '../../../shared/domain/reason-code.ts';
import type { Result } from '../../../shared/util/result.ts';
import type { ServiceFailure } from '../service-failure.ts';

/** Who asks and why; the citizen will read it in the notification of the view. */
export interface RequestContext {
  /** Unique for this request; the answer must echo it. */
  requestId: string;
  purposeId: string;
  ground: Pair;
  /** The operator's id from the policy and the name shown to the citizen. */
  operatorId: string;
  employeeName: string;
  organisation: string;
  branch: string;
  workstation: string;
}

export type AccessKey =
  | { channel: 'qr'; token: string }
  | { channel: 'short-code'; code: string; iin: string | null }
  | { channel: 'sms-consent'; requestId: string };

export interface AccessAnswer {
  accessId: string;
  /** Echo of the request; anything else is a replay. */
  requestId: string;
  openedAt: string;
  expiresAt: string;
  extended: boolean;
  /** The clock of the service when it answered. */
  serviceTime: string;
  /** CAdES signature of the owner body with the document inside (DER). */
  signedDocument: Uint8Array;
}

export interface AccessStatus {
  state: 'open' | 'closed' | 'expired';
  openedAt: string;
  expiresAt: string;
  extended: boolean;
  serviceTime: string;
}

export type AccessRefusal = {
  code: Extract<
    ReasonCode,
    | 'access-unknown'
    | 'access-expired'
    | 'access-used'
    | 'access-other-purpose'
    | 'code-blocked'
    | 'consent-waiting'
    | 'consent-refused'
    | 'consent-expired'
  >;
  detail: string | null;
};

export interface DocumentAccess {
  /** Whether a short code is looked up together with the ИИН. */
  readonly shortCodeNeedsIin: boolean;
  open(key: AccessKey, context: RequestContext): Promise<Result<AccessAnswer, AccessRefusal | ServiceFailure>>;
  status(accessId: string): Promise<Result<AccessStatus, ServiceFailure>>;
  /** The clock of the service, for checking ours. */
  serviceTime(): Promise<Result<Date, ServiceFailure>>;
}
