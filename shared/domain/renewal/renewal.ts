/** Renewal of an identity card online, as the desk and its page speak of it: may it be, what is handed in, and how far it is. */
import { z } from 'zod';
import { Instant } from '../checking/check-outcome.ts';
import { RenewalAnswer } from './renewal-rule.ts';

export const RenewalReason = z.enum(['expiry', 'loss', 'damage', 'change-of-data']);
export type RenewalReason = z.infer<typeof RenewalReason>;

export const RenewalQuestionIn = z.strictObject({ iin: z.string().max(64), reason: RenewalReason, own: z.boolean() });

/** The office is away since `since`; once `paper` is true the way on paper is open, and its act may be printed. */
const Away = z.strictObject({ state: z.literal('away'), since: Instant, paper: z.boolean() });

export const RenewalCheck = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('judged'),
    answer: RenewalAnswer,
    /** Of the card that ends: last day of validity and last digits of its number; null where the rule answers without looking. */
    card: z.strictObject({ expiresOn: z.iso.date(), numberEnding: z.string().max(4) }).nullable(),
    /** Standard fee and the extra for delivery, in tenge. */
    fees: z.strictObject({ standard: z.int(), delivery: z.int() }).nullable(),
    /** Service centres where the card can be picked up. */
    centres: z.array(z.strictObject({ id: z.string().max(40), kk: z.string(), ru: z.string() })),
  }),
  z.strictObject({ state: z.literal('iin-wrong') }),
  z.strictObject({ state: z.literal('no-card') }),
  Away,
]);
export type RenewalCheck = z.infer<typeof RenewalCheck>;

export const RENEWAL_PICTURE_MAX_BYTES = 512 * 1024;
export const RenewalPicture = z.instanceof(Uint8Array).refine((bytes) => bytes.length <= RENEWAL_PICTURE_MAX_BYTES && bytes[0] === 0xff && bytes[1] === 0xd8, 'no JPEG of half a megabyte at most');

/** How wide the eyes on the photograph stand open, height through width of both in the mean, as the page's engine measured it; null where it measured nothing. */
export const EyesOpenness = z.number().min(0).max(10).nullable();
export type EyesOpenness = z.infer<typeof EyesOpenness>;

/** `doubtful`: they may be closed; `unseen`: nothing was measured. Either way the operator is asked: nobody's eyes are refused by a machine. */
export const EyesJudgement = z.enum(['open', 'doubtful', 'unseen']);
export type EyesJudgement = z.infer<typeof EyesJudgement>;

export const RenewalOrder = z.strictObject({
  iin: z.string().regex(/^\d{12}$/),
  photo: RenewalPicture,
  signature: RenewalPicture,
  /** `confirmedOpen`: the operator looked and says so. */
  eyes: z.strictObject({ openness: EyesOpenness, confirmedOpen: z.boolean() }),
  email: z.email().max(120),
  phone: z.string().regex(/^\+77\d{9}$/),
  handover: z.discriminatedUnion('by', [
    z.strictObject({ by: z.literal('pick-up'), centreId: z.string().min(1).max(40) }),
    z.strictObject({ by: z.literal('delivery'), address: z.string().trim().min(10).max(200) }),
  ]),
});
export type RenewalOrder = z.infer<typeof RenewalOrder>;

/** What keeps a photograph from being a portrait, the most urgent first. */
export const PhotoAdvice = z.enum(['no-face', 'several-faces', 'come-closer', 'go-back', 'to-the-middle', 'too-dark', 'too-bright', 'side-light', 'look-straight', 'hold-head-straight', 'not-sharp']);
export type PhotoAdvice = z.infer<typeof PhotoAdvice>;

/** `unavailable`: this machine cannot look for faces, and the operator alone judges. */
export const PhotoJudgement = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('good') }),
  z.strictObject({ state: z.literal('poor'), advice: PhotoAdvice }),
  z.strictObject({ state: z.literal('unavailable') }),
]);
export type PhotoJudgement = z.infer<typeof PhotoJudgement>;

/**
 * `not-allowed`: the rule says no at this moment; `photo-poor`: the photograph is no portrait; `eyes-unconfirmed`: nobody said that its eyes are
 * open. The others are the office's own.
 */
export const RenewalRefusal = z.enum(['not-allowed', 'photo-poor', 'eyes-unconfirmed', 'no-card', 'picture-refused', 'already-applied', 'phone-differs']);
export type RenewalRefusal = z.infer<typeof RenewalRefusal>;

export const RenewalNumber = z.string().regex(/^R-\d{4}-\d{6}$/);

export const RenewalApplied = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('applied'), number: RenewalNumber }),
  z.strictObject({ state: z.literal('refused'), code: RenewalRefusal }),
  Away,
]);
export type RenewalApplied = z.infer<typeof RenewalApplied>;

export const RenewalStatus = z.enum(['received', 'in-production', 'ready', 'handed-over', 'refused']);
export type RenewalStatus = z.infer<typeof RenewalStatus>;

export const RenewalStanding = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('known'), number: RenewalNumber, status: RenewalStatus, changedAt: Instant, feedbackGiven: z.boolean() }),
  z.strictObject({ state: z.literal('unknown') }),
  Away,
]);
export type RenewalStanding = z.infer<typeof RenewalStanding>;

export const RenewalFeedback = z.strictObject({ number: RenewalNumber, score: z.int().min(1).max(5), text: z.string().trim().max(500) });
export type RenewalFeedback = z.infer<typeof RenewalFeedback>;

/** `not-yet`: the office answers, or has been away for less than the rule's ten minutes. */
export const RenewalPaperAct = z.discriminatedUnion('ok', [z.strictObject({ ok: z.literal(true), path: z.string() }), z.strictObject({ ok: z.literal(false), code: z.literal('not-yet') })]);
export type RenewalPaperAct = z.infer<typeof RenewalPaperAct>;
