/** A request for a signature as the person at the workstation sees it: who asks, what for, and what came of it. */
import { z } from 'zod';
import { Language } from '../localized.ts';
import { KeyPlace, KeyPlaceOffer } from './signing-keys.ts';

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

/** What became of the person's own word; the request itself ends with a change of `SigningView`. */
export const SignAnswer = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true) }),
  z.strictObject({
    ok: z.literal(false),
    code: z.enum(['not-current', 'key-refused', 'token-removed', 'time-stamp-unavailable', 'document-malformed', 'document-changed', 'journal-unwritable']),
  }),
]);
export type SignAnswer = z.infer<typeof SignAnswer>;

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
