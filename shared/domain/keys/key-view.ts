/** Keys of this workstation as the page and the command line show them; nothing in here could sign. */
import { z } from 'zod';
import { Instant } from '../checking/check-outcome.ts';
import { KeyAlgorithm, NewKeyAlgorithm, TokenKeyAlgorithm } from './key-algorithm.ts';
import { KeyFileForm } from './key-file-form.ts';

export const KeyId = z.uuid();

/** What a stored key is worth today. */
export const KeyState = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('good'), daysLeft: z.int() }),
  /** Good, and so near its end that a new one should be asked for. */
  z.strictObject({ is: z.literal('expiring'), daysLeft: z.int() }),
  z.strictObject({ is: z.literal('expired') }),
  z.strictObject({ is: z.literal('not-yet-valid') }),
  z.strictObject({ is: z.literal('revoked') }),
  z.strictObject({ is: z.literal('untrusted') }),
  /** Whether it is revoked could not be asked. */
  z.strictObject({ is: z.literal('unknown'), daysLeft: z.int() }),
  /** Made here; its certificate has not come yet. */
  z.strictObject({ is: z.literal('awaiting-certificate') }),
]);
export type KeyState = z.infer<typeof KeyState>;

export const KeyRole = z.enum(['individual', 'organisation', 'first-head', 'right-to-sign', 'employee', 'information-system', 'state-body']);

export const KeyView = z.strictObject({
  id: KeyId,
  algorithm: KeyAlgorithm,
  /** Null until there is a certificate. */
  certificate: z
    .strictObject({
      commonName: z.string(),
      iin: z.string().nullable(),
      organisation: z.string().nullable(),
      bin: z.string().nullable(),
      roles: z.array(KeyRole),
      /** Whether documents may be signed with it; else it is for signing in. */
      forSigning: z.boolean(),
      issuer: z.string(),
      serialHex: z.string(),
      certificateHash: z.string(),
      notBefore: Instant,
      notAfter: Instant,
    })
    .nullable(),
  /** The name the NCA would give its file. */
  fileName: z.string(),
  addedAt: Instant,
  state: KeyState,
});
export type KeyView = z.infer<typeof KeyView>;

/** What is wrong with a new password, all at once. */
export const PasswordFault = z.enum(['too-short', 'too-long', 'no-upper', 'no-lower', 'no-digit', 'common', 'owner-data', 'same-as-before']);
export type PasswordFault = z.infer<typeof PasswordFault>;

export const KeyRefusalCode = z.enum([
  'key-file-unreadable',
  'password-wrong',
  'key-unsupported',
  'key-mismatch',
  'key-unknown',
  'key-known-already',
  'no-certificate',
  'certificate-unreadable',
  'certificate-of-another-key',
  'stored-key-unreadable',
  'too-many-attempts',
  'password-refused',
  // Of a token.
  'pin-wrong',
  'token-removed',
  'token-locked',
  'token-full',
  'token-not-supported',
]);
export type KeyRefusalCode = z.infer<typeof KeyRefusalCode>;

export const KeyRefusal = z.strictObject({
  code: KeyRefusalCode,
  /** For `password-refused`. */
  passwordFaults: z.array(PasswordFault),
  /** For `too-many-attempts`. */
  retryAt: Instant.nullable(),
});
export type KeyRefusal = z.infer<typeof KeyRefusal>;

export const RemovalReason = z.enum(['replaced', 'owner-left', 'revoked', 'compromised', 'imported-by-mistake']);
export type RemovalReason = z.infer<typeof RemovalReason>;

/** Whom a new key is for, as the NCA's request names them (kk/ru letters as in the identity document). */
export const KeyOwner = z.strictObject({
  surname: z.string().trim().min(1).max(64),
  name: z.string().trim().min(1).max(64),
  patronymic: z.string().trim().max(64),
  iin: z.string().regex(/^\d{12}$/),
  organisation: z.string().trim().max(200),
  bin: z.string().regex(/^(?:\d{12})?$/),
  email: z.string().trim().max(120),
});
export type KeyOwner = z.infer<typeof KeyOwner>;

export const NewKeyOrder = z.strictObject({ algorithm: NewKeyAlgorithm, owner: KeyOwner, password: z.string().min(1).max(256) });
export type NewKeyOrder = z.infer<typeof NewKeyOrder>;

/** A key that is made on a token and never leaves it; the PIN is the token's. */
export const TokenKeyOrder = z.strictObject({ tokenId: z.string().max(128), pin: z.string().min(1).max(256), algorithm: TokenKeyAlgorithm, owner: KeyOwner });
export type TokenKeyOrder = z.infer<typeof TokenKeyOrder>;

/** @param newPassword of the file that is handed out */
export const HandOutOrder = z.strictObject({ id: KeyId, password: z.string().min(1).max(256), newPassword: z.string().min(1).max(256), form: KeyFileForm });
export type HandOutOrder = z.infer<typeof HandOutOrder>;

export const HandedOutFile = z.strictObject({ fileName: z.string(), bytes: z.instanceof(Uint8Array) });
export type HandedOutFile = z.infer<typeof HandedOutFile>;

const Refused = z.strictObject({ ok: z.literal(false), refusal: KeyRefusal });
export const KeyAnswer = z.discriminatedUnion('ok', [z.strictObject({ ok: z.literal(true), key: KeyView }), Refused]);
export type KeyAnswer = z.infer<typeof KeyAnswer>;
/** `path` of the file that was written. */
export const KeyFileAnswer = z.discriminatedUnion('ok', [z.strictObject({ ok: z.literal(true), path: z.string() }), Refused]);
export type KeyFileAnswer = z.infer<typeof KeyFileAnswer>;
export const KeyDoneAnswer = z.discriminatedUnion('ok', [z.strictObject({ ok: z.literal(true) }), Refused]);
export type KeyDoneAnswer = z.infer<typeof KeyDoneAnswer>;

/** A token that is plugged in, as it names itself; `pin` is all that PKCS#11 tells of the tries left. */
export const TokenView = z.strictObject({
  id: z.string(),
  label: z.string(),
  manufacturer: z.string(),
  model: z.string(),
  serial: z.string(),
  pin: z.enum(['fresh', 'wrong-before', 'last-try', 'locked']),
});
export type TokenView = z.infer<typeof TokenView>;

export const KeyEnding = z.strictObject({ keyId: KeyId, daysLeft: z.int() });
export type KeyEnding = z.infer<typeof KeyEnding>;
