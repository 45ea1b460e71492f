/** Messages about numbers between a workstation and БМГ. The real fields are not public; what must be in them follows from the guide. */
import { z } from 'zod';
import { Iin } from '../../../shared/domain/person/iin.ts';
import { MobileNumber } from '../../../shared/domain/issuance/case-desk.ts';

const ApiKey = z.string().min(1).max(200);
const Instant = z.iso.datetime({ offset: true });

export const REGISTRATIONS_PATH = '/bmg/v1/registrations/';
export const RegistrationRequest = z.object({
  api_key: ApiKey,
  /** The person: by their application, or by the ИИН. */
  whom: z.union([z.strictObject({ case_id: z.uuid() }), z.strictObject({ iin: Iin })]),
  phone: MobileNumber,
  how: z.enum(['counter', 'video-call']),
  organisation: z.string().max(200),
});
export type RegistrationRequest = z.infer<typeof RegistrationRequest>;
export const RegistrationAnswer = z.object({ registration_id: z.uuid(), expires_at: Instant });

export const REGISTRATION_STATE_PATH = '/bmg/v1/registrations/state/';
export const RegistrationRef = z.object({ api_key: ApiKey, registration_id: z.uuid() });
export type RegistrationRef = z.infer<typeof RegistrationRef>;
export const RegistrationStateAnswer = z.discriminatedUnion('state', [
  z.object({ state: z.literal('waiting'), expires_at: Instant }),
  z.object({ state: z.literal('confirmed'), changed: z.boolean() }),
  z.object({ state: z.literal('over'), cause: z.enum(['expired', 'wrong-codes', 'cancelled']) }),
]);

export const REGISTRATION_CANCEL_PATH = '/bmg/v1/registrations/cancel/';

export const REGISTRATION_REFUSALS = {
  PERSON_UNKNOWN: 'person-unknown',
  PERSON_DECEASED: 'person-deceased',
  SAME_NUMBER: 'same-number',
  TOO_SOON: 'too-soon',
} as const;
