/** What an operator sees of applications for keys: the list without names, the one case in front of them, and what they may answer. */
import { z } from 'zod';
import { Instant } from '../checking/check-outcome.ts';
import { CardField, FaceOutcome, FieldComparison } from '../identification/identification.ts';
import { CaseReason, CaseStageName, IssuanceCase, RiskSignal } from './issuance-case.ts';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** Stages at which a case waits for a person of ours. */
export const WaitingKind = z.enum(['phone-registration', 'operator-identification', 'moderation', 'second-opinion']);
export type WaitingKind = z.infer<typeof WaitingKind>;

/** Nothing here tells whose case it is: nobody picks an acquaintance. */
export const WaitingCase = z.strictObject({
  caseId: z.uuid(),
  kind: WaitingKind,
  priority: z.enum(['normal', 'high']),
  since: Instant,
  /** Null where no clock runs: the citizen is at the page and waits for a call. */
  dueAt: Instant.nullable(),
  /** Past its time, and with the supervisors. */
  escalated: z.boolean(),
  /** The citizen's, for who speaks with them. */
  language: z.enum(['kk', 'ru', 'en']),
  /** `not-for-you`: the first opinion was yours, the application is your own, or you know the person. */
  held: z.enum(['free', 'mine', 'by-another', 'not-for-you']),
});
export type WaitingCase = z.infer<typeof WaitingCase>;

/** Applications in which everything agrees and only the stamp of the authority of time is missing; `since`: of the first of them. */
export const SealsAwaited = z.strictObject({ count: z.int().positive(), since: Instant });
export type SealsAwaited = z.infer<typeof SealsAwaited>;

export const CaseQueue = z.discriminatedUnion('state', [
  /** This organisation takes no part in remote issuance. */
  z.strictObject({ state: z.literal('off') }),
  z.strictObject({
    state: z.literal('on'),
    waiting: z.array(WaitingCase),
    /** Since when the portal cannot be reached; null while it can. */
    portalAwaySince: Instant.nullable(),
    /** Null where none waits for its signature. */
    sealsAwaited: SealsAwaited.nullable(),
  }),
]);
export type CaseQueue = z.infer<typeof CaseQueue>;

export const CaseMaterial = z.strictObject({
  /** `selfie`, `liveness-1` …, `card-front`, `card-back`, `registry-photo`. */
  name: z.string().regex(/^[a-z0-9-]{1,60}$/),
  mediaType: z.string().regex(/^[a-z]+\/[a-z0-9.+-]{1,60}$/),
  sha256: Hash,
  at: Instant,
});
export type CaseMaterial = z.infer<typeof CaseMaterial>;

/** Besides the fields of the card, the names in Latin letters: of the machine-readable zone, and of the register. */
export const ComparedFieldName = z.enum([...CardField.options, 'latinSurname', 'latinName']);
export type ComparedFieldName = z.infer<typeof ComparedFieldName>;

/** One line of the comparison: what the person confirmed of the card, and what the registry says. */
export const ComparedField = z.strictObject({
  field: ComparedFieldName,
  onCard: z.string().max(100).nullable(),
  registered: z.string().max(100).nullable(),
  comparison: FieldComparison,
  /** The person corrected what the machine had read. */
  corrected: z.boolean(),
});
export type ComparedField = z.infer<typeof ComparedField>;

/** `selfie-session`: the person of the selfie against everybody pictured while they moved before the camera. */
export const FacePair = z.enum(['selfie-card', 'selfie-registry', 'card-registry', 'selfie-session']);
export type FacePair = z.infer<typeof FacePair>;

/** `no-face`, `several-faces`: in one of the pictures; `absent`: one of them is not there; `unavailable`: this machine cannot compare. */
export const FaceFinding = z.discriminatedUnion('state', [
  z.strictObject({
    pair: FacePair,
    state: z.literal('compared'),
    outcome: FaceOutcome,
    /** The median over the citizen's frontal pictures; of the session the farthest picture. */
    distanceMilli: z.int().nonnegative(),
    /** How many pictures of the citizen were looked at for it. */
    pictures: z.int().positive(),
  }),
  z.strictObject({ pair: FacePair, state: z.enum(['no-face', 'several-faces', 'absent', 'unavailable']) }),
]);
export type FaceFinding = z.infer<typeof FaceFinding>;

/** A rule that spoke, with the figure it spoke about: an instant, or a count. */
export const RiskFinding = z.strictObject({ risk: RiskSignal, at: Instant.nullable(), count: z.int().nonnegative().nullable() });
export type RiskFinding = z.infer<typeof RiskFinding>;

export const CaseView = z.strictObject({
  case: IssuanceCase,
  kind: WaitingKind,
  since: Instant,
  dueAt: Instant.nullable(),
  heldSince: Instant,
  /** Last digits of the number in БМГ; null where none is registered. */
  phoneEnding: z.string().nullable(),
  /** Empty until the person has photographed the card. */
  fields: z.array(ComparedField),
  faces: z.array(FaceFinding),
  materials: z.array(CaseMaterial),
  risks: z.array(RiskFinding),
  /** Systems that did not answer just now: what they would say is missing from this view. */
  away: z.array(z.enum(['portal', 'registry'])),
  /** Whether the answer “approve” may be given, and what becomes of it. */
  approval: z.enum(['final', 'needs-second', 'never']),
});
export type CaseView = z.infer<typeof CaseView>;

export const TakeAnswer = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('taken'), view: CaseView }),
  z.strictObject({ state: z.literal('none-waiting') }),
  /** This operator gave too many back; calls and people at the counter are theirs as before. */
  z.strictObject({ state: z.literal('draws-paused'), until: Instant }),
]);
export type TakeAnswer = z.infer<typeof TakeAnswer>;

export const CaseDecision = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('approve') }),
  z.strictObject({ decision: z.literal('retake'), reason: CaseReason }),
  z.strictObject({ decision: z.literal('refuse'), reason: CaseReason }),
]);
export type CaseDecision = z.infer<typeof CaseDecision>;

/**
 * `moved`: the case went on by itself, or at another workstation. `not-held`: somebody else's. `not-seen`: a picture one would approve was not on
 * the screen yet. `evidence-failed`: nothing is decided that cannot be sealed.
 */
export const CaseAnswer = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), stage: CaseStageName }),
  z.strictObject({ ok: z.literal(false), code: z.enum(['moved', 'not-held', 'not-allowed', 'same-operator', 'not-seen', 'evidence-failed']) }),
]);
export type CaseAnswer = z.infer<typeof CaseAnswer>;

/** `goes-on`: the application has not ended. */
export const CaseAct = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), path: z.string() }),
  z.strictObject({ ok: z.literal(false), code: z.enum(['unknown', 'goes-on']) }),
]);
export type CaseAct = z.infer<typeof CaseAct>;

/** What an operator looks at with the person before them; a point left out is no answer. */
export const CounterChecks = z.strictObject({ originalCard: z.literal(true), faceLikeCard: z.literal(true), ofOwnWill: z.literal(true) });
export type CounterChecks = z.infer<typeof CounterChecks>;

/** E.164 of a Kazakh mobile number. */
export const MobileNumber = z.string().regex(/^\+77\d{9}$/);

/** A number being written into БМГ: confirmed by the code its owner types on the own phone or page; there is no field for it here. */
export const PhoneRegistration = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('waiting'), registrationId: z.uuid(), phoneEnding: z.string(), expiresAt: Instant }),
  z.strictObject({ state: z.literal('confirmed'), registrationId: z.uuid(), phoneEnding: z.string(), changed: z.boolean() }),
  z.strictObject({ state: z.literal('over'), registrationId: z.uuid(), cause: z.enum(['expired', 'wrong-codes', 'cancelled']) }),
  z.strictObject({ state: z.literal('refused'), code: z.enum(['person-unknown', 'person-deceased', 'phone-malformed', 'iin-malformed', 'same-number', 'too-soon', 'service-away', 'not-held']) }),
]);
export type PhoneRegistration = z.infer<typeof PhoneRegistration>;
