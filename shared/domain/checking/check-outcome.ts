/** The one answer to a presented document: verdict, layers and the document belong together and are made outside the page. */
import { z } from 'zod';
import { DocumentTypeId, FieldTemplate } from './document-template.ts';
import { Localized, Pair } from '../localized.ts';
import { ReasonCode } from '../reason-code.ts';
import { CheckLayer, LayerOutcome, Verdict } from './verdict.ts';

export const Instant = z.iso.datetime({ offset: true });
/** A calendar day in Asia/Almaty. */
export const Day = z.iso.date();

export const Check = z.strictObject({
  layer: CheckLayer,
  outcome: LayerOutcome,
  code: ReasonCode,
  /** Facts for the curious (an issuer's name, a time), never personal data of the subject. */
  detail: z.string().max(300).nullable(),
});
export type Check = z.infer<typeof Check>;

export const PersonName = z.strictObject({ name: z.string(), iin: z.string(), role: Pair.nullable() });

export const FieldValue = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string() }),
  z.strictObject({ kind: z.literal('date'), day: Day }),
  z.strictObject({ kind: z.literal('pair'), pair: Pair }),
  z.strictObject({ kind: z.literal('people'), people: z.array(PersonName) }),
]);
export type FieldValue = z.infer<typeof FieldValue>;

export const FieldView = z.strictObject({
  key: FieldTemplate.shape.key,
  label: Localized,
  /** A hidden value stays in the main process until `checking.revealField`. */
  value: z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('shown'), value: FieldValue, damaged: z.boolean() }),
    z.strictObject({ state: z.literal('hidden') }),
    z.strictObject({ state: z.literal('absent') }),
  ]),
});
export type FieldView = z.infer<typeof FieldView>;

export const DocumentView = z.strictObject({
  type: DocumentTypeId,
  templateVersion: z.int(),
  title: Localized,
  issuer: Localized,
  /** JPEG or PNG bytes out of the signed content. */
  photo: z.strictObject({ mime: z.enum(['image/jpeg', 'image/png']), bytes: z.instanceof(Uint8Array) }).nullable(),
  fields: z.array(FieldView),
});
export type DocumentView = z.infer<typeof DocumentView>;

/** State of the citizen's permission, by the clock of the service. */
export const AccessView = z.strictObject({
  channel: z.enum(['qr', 'short-code', 'sms-consent']),
  openedAt: Instant,
  expiresAt: Instant,
  /** Service clock minus workstation clock, so that the page can draw the time left. */
  clockOffsetMs: z.int(),
  extended: z.boolean(),
});
export type AccessView = z.infer<typeof AccessView>;

export const MarkState = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('not-needed') }),
  z.strictObject({ state: z.literal('waiting'), since: Instant }),
  z.strictObject({ state: z.literal('delivered'), receiptId: z.string(), at: Instant }),
  z.strictObject({ state: z.literal('refused'), code: z.string(), at: Instant }),
]);
export type MarkState = z.infer<typeof MarkState>;

export const CheckOutcome = z.strictObject({
  /** Also the id of the journal entry: a verdict the journal does not know was never given. */
  id: z.uuid(),
  at: Instant,
  verdict: Verdict,
  /** The code that decided; the headline of the screen. */
  headline: ReasonCode,
  checks: z.array(Check),
  /** Things to read before accepting, even when every layer passed. */
  notices: z.array(ReasonCode),
  /** Present only when the signature held: nothing unverified is ever shown. */
  document: DocumentView.nullable(),
  access: AccessView.nullable(),
  presentedBy: z.enum(['owner', 'representative', 'unknown']),
  signature: z
    .strictObject({
      signer: z.string(),
      organisation: z.string().nullable(),
      signedAt: Instant.nullable(),
      revocationAsOf: Instant.nullable(),
    })
    .nullable(),
  mark: MarkState,
});
export type CheckOutcome = z.infer<typeof CheckOutcome>;
