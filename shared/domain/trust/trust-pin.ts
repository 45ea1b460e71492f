/** The certification authorities known by fingerprint: facts shipped with the program, while the certificates come from their owner. */
import { z } from 'zod';

/** Training has none: its stand makes its own authority. */
export const PinnedEnvironment = z.enum(['production', 'test']);
export type PinnedEnvironment = z.infer<typeof PinnedEnvironment>;

export const TrustPin = z.strictObject({
  /** Common name as in the certificate; two authorities may bear the same one, so it identifies nothing. */
  name: z.string().min(1),
  /** Year it was issued and its signature algorithm, for people. */
  generation: z.string().min(1),
  environment: PinnedEnvironment,
  /** Only a root may be trusted without proof; an issuer is proven by its root's signature. */
  role: z.enum(['root', 'issuer']),
  /** Of the whole certificate in DER, lower-case hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Where its owner publishes it; plain HTTP is enough for what is held against a pin. Null where no address is known. */
  address: z.url({ protocol: /^https?$/ }).nullable(),
});
export type TrustPin = z.infer<typeof TrustPin>;

export const TrustPins = z
  .array(TrustPin)
  .min(1)
  .refine((pins) => new Set(pins.map(({ sha256 }) => sha256)).size === pins.length, 'one pin for one certificate');
export type TrustPins = z.infer<typeof TrustPins>;
