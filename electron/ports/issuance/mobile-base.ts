/** БМГ, the base of mobile citizens: whose number is whose. A number is written there only after its owner typed the code 1414 sent to it. */
import type { Result } from '../../../shared/util/result.ts';
import type { ServiceFailure } from '../service-failure.ts';

export interface RegistrationOrder {
  /** The person by an application of theirs, or by the ИИН on the card at the counter. */
  whom: { caseId: string } | { iin: string };
  /** E.164. */
  phone: string;
  how: 'counter' | 'video-call';
  /** Named to the citizen in the message. */
  organisation: string;
}

export type RegistrationState =
  | { state: 'waiting'; expiresAt: string }
  /** `changed`: another number stood there before. */
  | { state: 'confirmed'; changed: boolean }
  | { state: 'over'; cause: 'expired' | 'wrong-codes' | 'cancelled' };

export type RegistrationRefusal = { code: 'person-unknown' | 'person-deceased' | 'same-number' | 'too-soon'; detail: null } | ServiceFailure;

export interface MobileBase {
  /** Sends the code to the new number; the person types it on the own phone or page, nowhere else. */
  begin(order: RegistrationOrder): Promise<Result<{ registrationId: string; expiresAt: string }, RegistrationRefusal>>;
  state(registrationId: string): Promise<Result<RegistrationState, ServiceFailure>>;
  cancel(registrationId: string): Promise<Result<null, ServiceFailure>>;
}
