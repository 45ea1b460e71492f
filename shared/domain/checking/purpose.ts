/** Why a document is looked at: chosen once per service, sent with every request and written into every entry. */
import { z } from 'zod';
import { Localized } from '../localized.ts';

export const Profile = z.enum(['tson', 'bank', 'supervisor', 'video-agent']);
export type Profile = z.infer<typeof Profile>;

export const PurposeId = z.string().regex(/^[a-z][a-z0-9-]{1,40}$/);
export type PurposeId = z.infer<typeof PurposeId>;

export const Purpose = z.strictObject({
  id: PurposeId,
  title: Localized,
  /** Named to the citizen in the notification; the legal ground in the organisation's words. */
  ground: Localized,
  profiles: z.array(Profile).min(1),
  /** 352/НҚ п.21: for payment and financial services only with the person present. */
  presence: z.enum(['required', 'not-required']),
  /** Whether a minor's document may be presented by a legal representative. */
  representative: z.enum(['allowed', 'refused']),
});
export type Purpose = z.infer<typeof Purpose>;
