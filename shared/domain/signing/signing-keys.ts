/** The keys a request for a signature may be answered with: where they come from, and what speaks against each. */
import { z } from 'zod';
import { Instant } from '../checking/check-outcome.ts';
import { KeyAlgorithm } from '../keys/key-algorithm.ts';

/** Why a key of an opened store cannot be taken for this request. */
export const KeyObjection = z.enum([
  'expired',
  'not-yet-valid',
  'revoked',
  'untrusted',
  'not-for-signing',
  'not-for-authentication',
  'other-purposes',
  'other-person',
  'other-organisation',
  'other-serial',
  'other-issuer',
  'no-signature',
]);
export type KeyObjection = z.infer<typeof KeyObjection>;

export const KeyOffer = z.strictObject({
  keyId: z.string(),
  algorithm: KeyAlgorithm,
  commonName: z.string(),
  organisation: z.string().nullable(),
  iin: z.string().nullable(),
  bin: z.string().nullable(),
  roles: z.array(z.string()),
  issuer: z.string(),
  serialHex: z.string(),
  notBefore: Instant,
  notAfter: Instant,
  /** Null where it may be used. */
  objection: KeyObjection.nullable(),
  /** Usable, and still to be said: its revocation could not be asked, or the policy lets an ended one pass. */
  attention: z.enum(['revocation-unknown', 'expired-allowed', 'revoked-allowed', 'issuer-not-checked']).nullable(),
});
export type KeyOffer = z.infer<typeof KeyOffer>;

/** Where keys come from. Hardware is named as the token names itself. */
export const KeyPlace = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('file'), path: z.string().max(4096) }),
  z.strictObject({ type: z.literal('own-store'), keyId: z.string().max(128) }),
  z.strictObject({ type: z.literal('token'), slot: z.string().max(128) }),
]);
export type KeyPlace = z.infer<typeof KeyPlace>;

export const KeyPlaceOffer = z.strictObject({ place: KeyPlace, label: z.string(), detail: z.string().nullable() });
export type KeyPlaceOffer = z.infer<typeof KeyPlaceOffer>;

export const OpenKeysRefusal = z.enum([
  'not-current',
  'file-not-found',
  'file-too-large',
  'key-file-unreadable',
  'password-wrong',
  'key-unsupported',
  'key-mismatch',
  'token-removed',
  'token-locked',
  'token-not-supported',
  /** Of the own store: gone since it was offered, or without a certificate. */
  'key-unknown',
  'stored-key-unreadable',
  'store-locked',
]);
export type OpenKeysRefusal = z.infer<typeof OpenKeysRefusal>;

export const OpenKeysAnswer = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), keys: z.array(KeyOffer) }),
  /** `triesLeft`: of a token that counts them; a file does not. */
  z.strictObject({ ok: z.literal(false), code: OpenKeysRefusal, triesLeft: z.int().nullable() }),
]);
export type OpenKeysAnswer = z.infer<typeof OpenKeysAnswer>;
