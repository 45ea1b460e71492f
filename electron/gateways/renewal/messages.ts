/** Messages between a workstation and the office that renews identity cards. The real format is not public; the steps are the pilot's. */
import { z } from 'zod';
import { Iin } from '../../../shared/domain/person/iin.ts';
import { RenewalNumber, RenewalStatus } from '../../../shared/domain/renewal/renewal.ts';

const ApiKey = z.string().min(1).max(200);
const Picture = z.base64().max(700_000);

export const CARDS_PATH = '/renewal/v1/cards/';
export const CardRequest = z.object({ api_key: ApiKey, iin: Iin });
export type CardRequest = z.infer<typeof CardRequest>;
export const CardAnswer = z.object({
  card: z
    .object({
      expires_on: z.iso.date(),
      number_ending: z.string().max(4),
      fees: z.object({ standard: z.int().nonnegative(), delivery: z.int().nonnegative() }),
      centres: z.array(z.object({ id: z.string().max(40), kk: z.string().max(200), ru: z.string().max(200) })).max(200),
    })
    .nullable(),
});

export const APPLICATIONS_PATH = '/renewal/v1/applications/';
export const ApplicationRequest = z.object({
  api_key: ApiKey,
  iin: Iin,
  photo: Picture,
  signature: Picture,
  email: z.email().max(120),
  phone: z.string().regex(/^\+77\d{9}$/),
  handover: z.discriminatedUnion('by', [
    z.object({ by: z.literal('pick-up'), centre_id: z.string().min(1).max(40) }),
    z.object({ by: z.literal('delivery'), address: z.string().min(10).max(200) }),
  ]),
});
export type ApplicationRequest = z.infer<typeof ApplicationRequest>;
export const ApplicationAnswer = z.object({ number: RenewalNumber });
/** The office's own codes. */
export const APPLICATION_REFUSALS = { NO_CARD: 'no-card', PICTURE_REFUSED: 'picture-refused', ALREADY_APPLIED: 'already-applied', PHONE_DIFFERS: 'phone-differs' } as const;

export const STANDINGS_PATH = '/renewal/v1/standings/';
export const StandingRequest = z.object({ api_key: ApiKey, number: RenewalNumber });
export type StandingRequest = z.infer<typeof StandingRequest>;
export const StandingAnswer = z.object({ standing: z.object({ status: RenewalStatus, changed_at: z.iso.datetime({ offset: true }), feedback_given: z.boolean() }).nullable() });

export const FEEDBACK_PATH = '/renewal/v1/feedback/';
export const FeedbackRequest = z.object({ api_key: ApiKey, number: RenewalNumber, score: z.int().min(1).max(5), text: z.string().max(500) });
export type FeedbackRequest = z.infer<typeof FeedbackRequest>;
export const FeedbackAnswer = z.object({ taken: z.boolean() });
