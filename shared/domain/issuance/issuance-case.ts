/** One remote application, for ЭЦП keys or for a number in БМГ alone: where it stands, and everything that can happen to it. No name, no ИИН, no code: only what was decided and hashes. */
import { z } from 'zod';
import { Instant } from '../checking/check-outcome.ts';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const OperatorId = z.string().min(1).max(64);

/** Why a person of ours may not be taken for the applicant; each is a line of the checklist or of the comparison. */
export const CaseReason = z.enum([
  'face-differs',
  'face-unclear',
  'machine-unavailable',
  'card-unreadable',
  'card-suspect',
  'card-expired',
  'data-differ',
  'person-deceased',
  'person-missing',
  'no-registry-photo',
  'second-person',
  'person-changed',
  'coercion-suspected',
  'camera-suspect',
  'citizen-declined',
  'registry-error',
]);
export type CaseReason = z.infer<typeof CaseReason>;

/** Signs of a risk that stand beside the human decision, never instead of it. */
export const RiskSignal = z.enum([
  'phone-changed-recently',
  'many-applications',
  'shared-device',
  'person-wanted',
  'virtual-camera',
  'second-person-seen',
  'person-changed',
  'machine-too-weak',
]);
export type RiskSignal = z.infer<typeof RiskSignal>;

/** Why a device does not measure movements: it has not what is needed, or is too slow. */
export const WeakMachineCause = z.enum(['cannot-run', 'too-weak']);
export type WeakMachineCause = z.infer<typeof WeakMachineCause>;

/** Steps that are done once and stay done; `issued` needs all of them (see `REQUIRED_STEPS` in the core). */
export const CaseStep = z.enum(['phone', 'identification', 'account', 'card', 'confirmation', 'comparison', 'grant', 'application', 'requests']);
export type CaseStep = z.infer<typeof CaseStep>;

/** By Digital ID without anybody, by an operator in a call, by an operator with the person present. */
export const IdentificationChannel = z.enum(['digital-id', 'video-call', 'counter']);
export type IdentificationChannel = z.infer<typeof IdentificationChannel>;

/** What an application is for: keys, or a number in БМГ and nothing after it. */
export const CaseAim = z.enum(['keys', 'phone']);
export type CaseAim = z.infer<typeof CaseAim>;

export const CaseStage = z.discriminatedUnion('stage', [
  /** A one-time password is on its way to the number in БМГ; the citizen types it on their own page. */
  z.strictObject({ stage: z.literal('phone') }),
  /** The number is not registered, or no SMS comes: an operator registers it in a call or at the counter. */
  z.strictObject({ stage: z.literal('phone-registration') }),
  /** The number was changed and keys asked for at once: nothing goes on before this instant. */
  z.strictObject({ stage: z.literal('cooling-off'), until: Instant }),
  z.strictObject({ stage: z.literal('identification') }),
  z.strictObject({ stage: z.literal('blocked'), until: Instant }),
  /** Attempts are used up: an operator identifies the person. */
  z.strictObject({ stage: z.literal('operator-identification') }),
  z.strictObject({ stage: z.literal('account') }),
  z.strictObject({ stage: z.literal('card') }),
  z.strictObject({ stage: z.literal('confirmation') }),
  /** `sealAwaitedSince`: everything agrees, and only the stamp of the authority of time is missing, without which no match counts. */
  z.strictObject({ stage: z.literal('comparison'), sealAwaitedSince: Instant.exactOptional() }),
  /** `escalatedAt`: since when it is past its time and with the supervisors; the citizen was told that it takes longer. */
  z.strictObject({ stage: z.literal('moderation'), priority: z.enum(['normal', 'high']), dueAt: Instant, reasons: z.array(CaseReason), escalatedAt: Instant.exactOptional() }),
  /** One operator would pass against the machine’s answer; another one decides. */
  z.strictObject({ stage: z.literal('second-opinion'), firstOperator: OperatorId, dueAt: Instant, reasons: z.array(CaseReason), escalatedAt: Instant.exactOptional() }),
  z.strictObject({ stage: z.literal('grant') }),
  z.strictObject({ stage: z.literal('application') }),
  z.strictObject({ stage: z.literal('requests') }),
  /** The НУЦ decides about these requests; the desk vouches for how the person was identified, and the certificate will say so. */
  z.strictObject({ stage: z.literal('decision'), requests: z.array(Hash).min(1), channel: IdentificationChannel }),
  /** Certificates are made; the citizen sets the password and installs the keys, old ones are revoked. */
  z.strictObject({ stage: z.literal('installation'), certificates: z.array(Hash).min(1) }),
  z.strictObject({ stage: z.literal('issued'), certificates: z.array(Hash).min(1), revokedOld: z.int().nonnegative() }),
  /** The number is in БМГ. Where it took another's place no keys are asked for with it before this instant. */
  z.strictObject({ stage: z.literal('registered'), coolsUntil: Instant.nullable() }),
  z.strictObject({ stage: z.literal('refused'), by: z.enum(['operator', 'authority', 'machine']), reason: CaseReason }),
  z.strictObject({ stage: z.literal('withdrawn') }),
  z.strictObject({ stage: z.literal('expired') }),
]);
export type CaseStage = z.infer<typeof CaseStage>;
export const CaseStageName = z.enum(CaseStage.options.map((option) => option.shape.stage.value) as [CaseStage['stage'], ...CaseStage['stage'][]]);
export type CaseStageName = z.infer<typeof CaseStageName>;

export const IssuanceCase = z.strictObject({
  id: z.uuid(),
  /** The person's account at the portal, the same in all their applications: a number by chance that says nothing of them. Absent: the portal names none. */
  account: z.uuid().exactOptional(),
  /** Absent: keys. */
  aim: CaseAim.exactOptional(),
  openedAt: Instant,
  /** Since when the application is at its stage. */
  touchedAt: Instant,
  policyVersion: z.string(),
  /** The citizen's, independent of the operator's. */
  language: z.enum(['kk', 'ru', 'en']),
  stage: CaseStage,
  done: z.array(CaseStep),
  /** How the person was identified; the НУЦ writes it into the certificate. */
  channel: IdentificationChannel.nullable(),
  /** Failed video identifications so far, those of the account's other applications among them. */
  failedAttempts: z.int().nonnegative(),
  /** When the newest of them failed. Absent: none did. */
  lastFailedAt: Instant.exactOptional(),
  risks: z.array(RiskSignal),
  /** Operators who may not work on it: it is their own, or they know the person. Absent: there is none. */
  barred: z.array(OperatorId).exactOptional(),
});
export type IssuanceCase = z.infer<typeof IssuanceCase>;

/** What can happen, told by the citizen's page, by a system of the state, or by an operator; secrets are in none of them. */
export const CaseEvent = z.discriminatedUnion('kind', [
  /** `changedAt`: when this number took another's place in БМГ; absent where it never did. */
  z.strictObject({ kind: z.literal('phone-confirmed'), changedAt: Instant.exactOptional() }),
  z.strictObject({ kind: z.literal('phone-unreachable') }),
  z.strictObject({ kind: z.literal('phone-registered'), operatorId: OperatorId, changed: z.boolean() }),
  z.strictObject({ kind: z.literal('liveness-passed'), challenges: z.int().nonnegative(), evidence: Hash }),
  z.strictObject({ kind: z.literal('liveness-failed'), evidence: Hash.nullable() }),
  /** What failed in another application of the same account counts and blocks here too. */
  z.strictObject({ kind: z.literal('account-failed'), failedAttempts: z.int().positive(), lastFailedAt: Instant }),
  /** The citizen's device cannot measure movements: nobody failed, and only a human identifies. */
  z.strictObject({ kind: z.literal('machine-too-weak'), cause: WeakMachineCause }),
  z.strictObject({ kind: z.literal('identified-by-operator'), operatorId: OperatorId, how: z.enum(['video-call', 'counter']), evidence: Hash }),
  z.strictObject({ kind: z.literal('account-made') }),
  z.strictObject({ kind: z.literal('card-captured'), front: Hash, back: Hash }),
  z.strictObject({ kind: z.literal('data-confirmed'), corrected: z.int().nonnegative() }),
  /** `evidence`: the sealed package of a match, which nobody looks at any more. */
  z.strictObject({ kind: z.literal('compared'), outcome: z.enum(['match', 'moderation', 'mismatch']), reasons: z.array(CaseReason), evidence: Hash.exactOptional() }),
  /** The match is found and its package written; what signs it does not answer. */
  z.strictObject({ kind: z.literal('seal-awaited') }),
  z.strictObject({ kind: z.literal('moderated'), operatorId: OperatorId, decision: z.enum(['approve', 'retake', 'refuse']), reason: CaseReason.nullable() }),
  z.strictObject({ kind: z.literal('access-granted') }),
  z.strictObject({ kind: z.literal('applied'), agreementVersion: z.string().max(40), store: z.enum(['computer', 'token']) }),
  z.strictObject({ kind: z.literal('requests-received'), requests: z.array(Hash).min(1).max(4) }),
  z.strictObject({ kind: z.literal('authority-issued'), certificates: z.array(Hash).min(1).max(4) }),
  z.strictObject({ kind: z.literal('authority-refused') }),
  z.strictObject({ kind: z.literal('keys-installed'), revokedOld: z.int().nonnegative() }),
  z.strictObject({ kind: z.literal('refused-by-operator'), operatorId: OperatorId, reason: CaseReason }),
  z.strictObject({ kind: z.literal('operator-barred'), operatorId: OperatorId }),
  z.strictObject({ kind: z.literal('risk-noted'), risk: RiskSignal }),
  z.strictObject({ kind: z.literal('withdrawn') }),
  /** Time has passed: a block, a cooling-off, the time of a moderation or the whole application may be over. */
  z.strictObject({ kind: z.literal('time-passed') }),
]);
export type CaseEvent = z.infer<typeof CaseEvent>;
/** `opened` is the first happening of a case, before there is anything to advance. */
export const CaseEventKind = z.enum(['opened', ...CaseEvent.options.map((option) => option.shape.kind.value)] as ['opened', ...CaseEvent['kind'][]]);
export type CaseEventKind = z.infer<typeof CaseEventKind>;
