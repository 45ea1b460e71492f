/** A request for a signature as the person at the workstation sees it: what, for whom, by which key. */
import { z } from 'zod';
import { Instant } from './check-outcome.ts';
import { KeyAlgorithm } from './key-algorithm.ts';
import { Language } from './localized.ts';

/** A page is known by its origin; a program that opens the connection itself by the name of its process, where that can be told. */
export const SigningCaller = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('site'), origin: z.string().max(300) }),
  z.strictObject({ kind: z.literal('program'), name: z.string().max(120).nullable() }),
  z.strictObject({ kind: z.literal('workstation') }),
]);
export type SigningCaller = z.infer<typeof SigningCaller>;

/** The administrator's rules for a caller, or what a person said before, already answered the question. */
export const CallerDecision = z.enum(['allow-once', 'allow-always', 'deny']);
export type CallerDecision = z.infer<typeof CallerDecision>;

export const SignedForm = z.strictObject({
  format: z.enum(['cms', 'xml', 'raw']),
  /** Whether the document goes along inside the signature; null where the form leaves no choice. */
  attached: z.boolean().nullable(),
  timeStamped: z.boolean(),
});
export type SignedForm = z.infer<typeof SignedForm>;

/** As much of a document as can be shown honestly. */
export const DocumentPreview = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string(), shortened: z.boolean() }),
  /** Pages are drawn from the bytes of `signing.documentContent`. */
  z.strictObject({ kind: z.literal('pdf') }),
  z.strictObject({ kind: z.literal('binary') }),
  /** The caller sent a digest only: nobody here can see what it stands for. */
  z.strictObject({ kind: z.literal('digest-only') }),
]);
export type DocumentPreview = z.infer<typeof DocumentPreview>;

export const DocumentToSign = z.strictObject({
  name: z.string().nullable(),
  /** Octets; null of a document only its digest is known of. */
  size: z.number().int().nonnegative().nullable(),
  /** SHA-256 of the document, or the digest itself as it was sent. */
  digestHex: z.string(),
  /** Signatures it bears already. */
  signatures: z.int().nonnegative(),
  preview: DocumentPreview,
});
export type DocumentToSign = z.infer<typeof DocumentToSign>;

export const SigningTask = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sign'), form: SignedForm, documents: z.array(DocumentToSign).min(1) }),
  /** Signing in to a portal: its usage filter asks for a key of authentication. */
  z.strictObject({ kind: z.literal('sign-in'), form: SignedForm, documents: z.array(DocumentToSign).min(1) }),
  /** The certificate is shown to the caller; nothing is signed. */
  z.strictObject({ kind: z.literal('show-certificate') }),
  z.strictObject({ kind: z.literal('add-time-stamp'), document: DocumentToSign }),
  z.strictObject({ kind: z.literal('choose-file'), files: z.enum(['directory', 'key', 'certificate', 'crl', 'any']) }),
]);
export type SigningTask = z.infer<typeof SigningTask>;

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
  'store-locked',
]);
export type OpenKeysRefusal = z.infer<typeof OpenKeysRefusal>;

export const OpenKeysAnswer = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), keys: z.array(KeyOffer) }),
  /** `triesLeft`: of a token that counts them; a file does not. */
  z.strictObject({ ok: z.literal(false), code: OpenKeysRefusal, triesLeft: z.int().nullable() }),
]);
export type OpenKeysAnswer = z.infer<typeof OpenKeysAnswer>;

/** What became of the person's own word; the request itself ends with a change of `SigningView`. */
export const SignAnswer = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true) }),
  z.strictObject({
    ok: z.literal(false),
    code: z.enum(['not-current', 'key-refused', 'token-removed', 'time-stamp-unavailable', 'document-malformed', 'journal-unwritable']),
  }),
]);
export type SignAnswer = z.infer<typeof SignAnswer>;

export const FolderEntry = z.strictObject({
  name: z.string(),
  path: z.string(),
  kind: z.enum(['folder', 'file']),
  size: z.number().int().nonnegative().nullable(),
});
export const FolderView = z.strictObject({
  /** Null for the list of places to begin from: home, desktop, drives. */
  path: z.string().nullable(),
  /** Null at the top of what is shown. */
  parent: z.string().nullable(),
  entries: z.array(FolderEntry),
  /** The folder is longer than what is shown of it. */
  shortened: z.boolean(),
});
export type FolderView = z.infer<typeof FolderView>;

export const FolderAnswer = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), folder: FolderView }),
  z.strictObject({ ok: z.literal(false), code: z.enum(['file-not-found', 'not-permitted']) }),
]);
export type FolderAnswer = z.infer<typeof FolderAnswer>;

export const SigningView = z.strictObject({
  requestId: z.string(),
  caller: SigningCaller,
  /** The language the caller asked for; null for that of the workstation. */
  locale: Language.nullable(),
  /** `caller`: may this caller ask at all? `choice`: the person chooses, looks and decides. `working`: it is being signed. */
  step: z.enum(['caller', 'choice', 'working']),
  task: SigningTask,
  /** Keys at hand besides files, and whether a file may be used for this request. */
  places: z.array(KeyPlaceOffer),
  files: z.boolean(),
  lastPlace: KeyPlace.nullable(),
  /** Requests that wait behind this one. */
  waiting: z.int().nonnegative(),
});
export type SigningView = z.infer<typeof SigningView>;

/** The signing service of the portals, as the settings and the diagnostics show it. */
export const PortalService = z.discriminatedUnion('state', [
  /** The administrator has not switched it on. */
  z.strictObject({ state: z.literal('off') }),
  z.strictObject({ state: z.literal('starting') }),
  z.strictObject({
    state: z.literal('listening'),
    port: z.int(),
    connections: z.int().nonnegative(),
    /** Null while no page has ever connected since the start: then trust or the browser's gate may be missing. */
    lastConnectedAt: Instant.nullable(),
    certificateUntil: Instant,
  }),
  /** `by`: name of the program that holds the port, where it can be told. */
  z.strictObject({ state: z.literal('port-taken'), port: z.int(), by: z.string().nullable() }),
]);
export type PortalService = z.infer<typeof PortalService>;
