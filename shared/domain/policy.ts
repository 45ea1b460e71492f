/**
 * Numbers the law or the organisation may change: lifetimes, attempts, limits.
 * They live in versioned sets with effective dates (resources/policy/policy.json); the version in force is written into the journal.
 */
import { z } from 'zod';
import { Instant } from './checking/check-outcome.ts';

/** One number with the reason why it is what it is; the unit is the end of its name. */
const setting = <Schema extends z.ZodType<number>>(value: Schema) => z.strictObject({ value, source: z.string().min(10).max(300) });

const positive = () => setting(z.int().positive());

const PolicySettings = z.strictObject({
  /** Wrong short codes at one desk: after the first number each try waits, after the second the field is blocked. */
  codeAttemptsBeforeDelay: positive(),
  codeAttemptDelayMs: positive(),
  codeAttemptsBeforeBlock: positive(),
  codeBlockMs: positive(),
  autoLockMs: positive(),
  /** How long before the lock the warning appears. */
  autoLockWarningMs: positive(),
  /** A desk still locked after this has been left: the operator is signed out. */
  signOutAfterLockMs: positive(),
  autoClearMs: positive(),
  /** The countdown is drawn for this long before the document is cleared. */
  autoClearWarningMs: positive(),
  /** The key that attests the face does nothing before this, so that nobody confirms without looking. */
  faceAttestDelayMs: setting(z.int().nonnegative()),
  stillCheckingMs: positive(),
  /** All steps of one check together; what has not answered by then counts as away. */
  checkDeadlineMs: positive(),
  /** How often the desk asks the service for its clock while nobody checks. */
  healthPollMs: positive(),
  /** How long a desk waits for its service before it gives it up and goes offline; also how often it asks again. */
  modeSwitchMs: positive(),
  outageReportMs: positive(),
  clockWarnMs: positive(),
  clockRefuseMs: positive(),
  signInAttempts: positive(),
  signInPauseMs: positive(),
  /** Of a key's password; the six characters of the NCA are the floor below any policy. */
  keyPasswordMinLength: positive(),
  /** Whole days before the end of a key at which its owner is reminded. */
  keyReminderFirstDays: positive(),
  keyReminderSecondDays: positive(),
  keyReminderLastDays: positive(),
  /** Largest answers accepted from the documents service, from ШЭП and from revocation services. */
  documentAnswerMaxBytes: positive(),
  registryAnswerMaxBytes: positive(),
  evidenceAnswerMaxBytes: positive(),
  /** Revocation evidence of a signer produced longer ago than this is stale even inside its own validity. */
  revocationFreshMs: positive(),
  /** Revocation evidence older than this is used, and shown as ageing. */
  trustDataAmberMs: positive(),
  markRetryMs: positive(),
  markRetryMaxMs: positive(),
  /** Entries that wait undelivered, or the age of the oldest, at which nothing new is checked; amber at half of either. */
  freezeAfterMs: positive(),
  freezeAfterEntries: positive(),
  /** How far a supervisor's leave to go on reaches, in time and in further entries. */
  freezeLiftMs: positive(),
  freezeLiftEntries: positive(),
  /** Below this the disk beside the journal counts as nearly full. */
  journalFreeBytes: positive(),
  /** Entries younger than this are never let go, whoever agrees. */
  journalKeptDays: positive(),
  /** Failed video identifications before an operator takes over, the pause after each, and the fewest challenges that count. */
  livenessAttempts: positive(),
  livenessBlockMs: positive(),
  livenessChallenges: positive(),
  /** Distances of face descriptors in thousandths: up to the first a match, up to the second a human looks. */
  faceMatchMaxMilli: positive(),
  faceDoubtMaxMilli: positive(),
  /** The same, between the selfie and a picture of the movements: beyond it somebody else moved. */
  faceSessionMaxMilli: positive(),
  /** Height through width of the eyes on a renewal's photograph, in thousandths: below it the operator is asked whether they are open. */
  photoEyesDoubtfulBelowMilli: positive(),
  /** Operators who must agree to an approval where no machine could compare the faces. */
  humanOnlyOperators: positive(),
  moderationDueMs: positive(),
  /** A case in the hands of a workstation that is heard of no more is free again after this. */
  caseLeaseMs: positive(),
  /** Who gave so many cases back within the window draws no other one before the first of these has left it. */
  casePutBacksMax: positive(),
  casePutBackWindowMs: positive(),
  /** Keys asked for right after the phone number was changed wait this long. */
  phoneChangeCoolingMs: positive(),
  issuanceCaseMaxMs: positive(),
  /** How long both sides of a dropped video call have to come back. */
  callResumeMs: positive(),
  /** A machine that looks at one face for longer is too weak to help in a call; then at least so many challenges and features are asked. */
  faceLookMaxMs: positive(),
  /** So long after it was found too weak a machine is tried again. */
  machineRetryMs: positive(),
  humanOnlyChallenges: positive(),
  humanOnlyFeatures: positive(),
  /** Rules of risk over an application: how recent a change of the number is, and from how many on applications and strangers on one device count. */
  riskPhoneChangeMs: positive(),
  riskApplicationsPerWeek: positive(),
  riskOthersOnDevice: positive(),
  /** Packages of evidence older than this are let go. */
  evidenceKeptDays: positive(),
});

/** Policy OIDs of a time-stamp authority (RFC 3161 2.4.1) whose tokens prove a time here. */
const TimeStampPolicies = z.strictObject({
  value: z.array(z.string().regex(/^[0-2](?:\.(?:0|[1-9]\d*)){2,}$/)).min(1),
  source: z.string().min(10).max(300),
});

export const PolicySet = z
  .strictObject({
    version: z.string().regex(/^\d{4}\.\d+$/),
    effectiveFrom: Instant,
    /** Null while no end is known. */
    effectiveUntil: Instant.nullable(),
    settings: PolicySettings,
    timeStampPolicies: TimeStampPolicies,
  })
  .refine(({ settings: s }) => s.autoLockWarningMs.value < s.autoLockMs.value, 'lock warning longer than the lock itself')
  .refine(({ settings: s }) => s.autoClearWarningMs.value <= s.autoClearMs.value, 'clear warning longer than the view itself')
  .refine(({ settings: s }) => s.codeAttemptsBeforeDelay.value < s.codeAttemptsBeforeBlock.value, 'block before delay')
  .refine(({ settings: s }) => s.clockWarnMs.value < s.clockRefuseMs.value, 'clock refused before warned')
  .refine(({ settings: s }) => s.trustDataAmberMs.value < s.revocationFreshMs.value, 'trust data refused before amber')
  .refine(({ settings: s }) => s.faceMatchMaxMilli.value < s.faceDoubtMaxMilli.value, 'no room for doubt about a face')
  .refine(({ settings: s }) => s.markRetryMs.value <= s.markRetryMaxMs.value, 'first retry later than the last');
export type PolicySet = z.infer<typeof PolicySet>;

/** Every version is named once and begins at an own instant, so that a version in the journal means one set of numbers. */
export const PolicyFile = z
  .strictObject({ sets: z.array(PolicySet).min(1) })
  .refine(({ sets }) => new Set(sets.map((set) => set.version)).size === sets.length, 'a version named twice')
  .refine(({ sets }) => new Set(sets.map((set) => Date.parse(set.effectiveFrom))).size === sets.length, 'two sets begin together');
export type PolicyFile = z.infer<typeof PolicyFile>;

export type PolicyNumberName = keyof PolicySet['settings'];
export const POLICY_NUMBER_NAMES = Object.keys(PolicySettings.shape) as PolicyNumberName[];

/** What the rest of the program works with: the bare numbers, and the version that the journal names. */
export interface Policy {
  version: string;
  /** False where every set has ended or none has begun: the desk goes on locking and clearing by these numbers, but checks nothing. */
  inForce: boolean;
  numbers: Readonly<Record<PolicyNumberName, number>>;
  timeStampPolicies: readonly string[];
}

/** The latest of `sets` begun by `at`; an ended one is not silently continued, see `inForce`. @throws where there is no set at all. */
export function policyAt(sets: PolicyFile['sets'], at: Date): Policy {
  const inOrder = sets.toSorted((a, b) => Date.parse(a.effectiveFrom) - Date.parse(b.effectiveFrom));
  const begun = inOrder.findLast(({ effectiveFrom }) => Date.parse(effectiveFrom) <= at.getTime());
  const set = begun ?? inOrder[0];
  if (set === undefined) throw new RangeError('a policy file without a set');
  const ended = set.effectiveUntil !== null && Date.parse(set.effectiveUntil) <= at.getTime();
  const numbers = Object.fromEntries(POLICY_NUMBER_NAMES.map((name) => [name, set.settings[name].value]));
  return {
    version: set.version,
    inForce: begun !== undefined && !ended,
    numbers: numbers as Record<PolicyNumberName, number>,
    timeStampPolicies: set.timeStampPolicies.value,
  };
}
