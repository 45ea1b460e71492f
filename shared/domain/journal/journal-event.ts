/** What a line of the journal says happened: codes, hashes, times and ids, and nothing about who the document describes. */
import { z } from 'zod';
import { CallKind } from '../call/call-script.ts';
import { Instant } from '../checking/check-outcome.ts';
import { DocumentTypeId, FieldKey } from '../checking/document-template.ts';
import { Environment } from '../desk/environment.ts';
import { FaceRefusal } from '../checking/face-decision.ts';
import { KeyFileForm } from '../keys/key-file-form.ts';
import { RemovalReason } from '../keys/key-view.ts';
import { CaseEventKind, CaseReason, CaseStageName, RiskSignal, WeakMachineCause } from '../issuance/issuance-case.ts';
import { SignInRefusal } from '../desk/operator-session.ts';
import { ReasonCode } from '../reason-code.ts';
import { RenewalRuleVersion } from '../renewal/renewal-rule.ts';
import { ScanSource } from '../scanning/scan-input.ts';
import { SignatureState, SignedFileForm } from '../trust/signed-file.ts';
import { CallerDecision, SignedForm, SigningCaller, SigningTask } from '../signing/signing-request.ts';
import { Verdict } from '../checking/verdict.ts';

/** SHA-256, or a keyed hash of as many digits. */
export const HexHash = z.string().regex(/^[0-9a-f]{64}$/);
/** What a service names its requests and permissions by: too short for a sentence, without the signs a person's data is written in. */
const ServiceId = z.string().regex(/^[A-Za-z0-9._~-]{1,128}$/);
const Version = z.string().regex(/^\d{1,5}(?:\.\d{1,5}){1,2}(?:-[a-z0-9.]{1,20})?$/);
const FileName = z.string().regex(/^[a-z0-9-]{1,60}\.sqlite$/i);

/** Who asked for a signature; the origin of a page, where it is one of the plain kind. */
const Caller = {
  caller: z.enum(SigningCaller.options.map((option) => option.shape.kind.value)),
  origin: z.string().regex(/^https?:\/\/[a-z0-9.-]{1,90}(?::\d{1,5})?$/).nullable(),
};

/**
 * Marks that were taken along from the file before and stand in front of the first entry: so many from this place on, and SHA-256 over their texts as they are kept.
 * Where none was, and in entries of earlier versions, it is not there.
 */
const CarriedMarks = z.strictObject({ first: z.int().negative(), marks: z.int().positive(), hash: HexHash });
export type CarriedMarks = z.infer<typeof CarriedMarks>;

/** What happened; `kind` names it. */
export const JournalEvent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('desk-started'), environment: Environment, appVersion: Version, policyVersion: Version }),
  /** The first entry of a journal begun because the one before could not be continued; what of the old one is known, where it could be read. */
  z.strictObject({
    kind: z.literal('journal-restarted'),
    quarantinedAs: FileName,
    previousEntries: z.int().nonnegative().nullable(),
    previousHead: HexHash.nullable(),
    carried: CarriedMarks.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('signed-in'), certificateHash: HexHash }),
  z.strictObject({ kind: z.literal('sign-in-refused'), code: SignInRefusal }),
  /** Entries of earlier versions say no cause. */
  z.strictObject({ kind: z.literal('signed-out'), cause: z.enum(['operator', 'idle']).exactOptional() }),
  z.strictObject({ kind: z.literal('locked'), cause: z.enum(['operator', 'idle']) }),
  z.strictObject({ kind: z.literal('unlocked') }),
  /** A key in the store of this desk: how it came, changed hands, and went; signatures made with it are entries of their own. */
  z.strictObject({
    kind: z.literal('key-changed'),
    change: z.enum(['imported', 'generated', 'certificate-installed', 'password-changed', 'password-wrong', 'handed-out', 'removed']),
    keyId: z.uuid(),
    /** Null until the key has a certificate. */
    certificateHash: HexHash.nullable(),
    /** Of the file, where it was handed out. */
    form: KeyFileForm.nullable(),
    /** Where it was removed. */
    reason: RemovalReason.nullable(),
  }),
  z.strictObject({
    kind: z.literal('checked'),
    channel: z.enum(['qr', 'short-code', 'sms-consent']),
    source: ScanSource,
    verdict: Verdict,
    headline: ReasonCode,
    codes: z.array(ReasonCode),
    documentType: DocumentTypeId.nullable(),
    /** HMAC-SHA-256 of the ИИН under the organisation's key: finds one citizen's entries, tells nothing else. */
    subjectHash: HexHash.nullable(),
    /** HMAC-SHA-256 of the scanned text under the same key: a bare hash of six digits or of an ИИН barcode could be guessed. */
    payloadHash: HexHash,
    documentHash: HexHash.nullable(),
    accessId: ServiceId.nullable(),
    policyVersion: Version,
  }),
  z.strictObject({ kind: z.literal('consent-requested'), requestId: ServiceId, documentType: DocumentTypeId, subjectHash: HexHash }),
  z.strictObject({ kind: z.literal('field-revealed'), outcomeId: z.uuid(), field: FieldKey }),
  z.strictObject({ kind: z.literal('face-attested'), outcomeId: z.uuid() }),
  z.strictObject({ kind: z.literal('face-refused'), outcomeId: z.uuid(), reason: FaceRefusal }),
  z.strictObject({ kind: z.literal('cleared'), outcomeId: z.uuid(), cause: z.enum(['operator', 'timer', 'next-scan', 'lock']) }),
  /** Somebody looked up what was recorded about one citizen. */
  z.strictObject({ kind: z.literal('history-read'), subjectHash: HexHash, entries: z.int().nonnegative() }),
  /** A remote application for keys went on; by an operator where the entry names one, else by the citizen or a system. */
  z.strictObject({
    kind: z.literal('case-advanced'),
    caseId: z.uuid(),
    /** Counts the transitions of the case from 1: one left out or told twice is seen. */
    step: z.int().positive(),
    happened: CaseEventKind,
    from: CaseStageName,
    to: CaseStageName,
    /** The first of them where there are several. */
    reason: CaseReason.nullable(),
    /** Every reason. Absent where there is one at most. */
    reasons: z.array(CaseReason).min(2).exactOptional(),
    /** The sign that was noted. */
    risk: RiskSignal.exactOptional(),
    /** What the citizen's device could not do. */
    cause: WeakMachineCause.exactOptional(),
    policyVersion: Version,
    /** SHA-256 of what the step rests on: the record of the movements as the portal keeps it, or the package that was sealed. */
    evidence: HexHash.optional(),
  }),
  /** Renewal of an identity card online: asked about, applied for, or sent on the paper route because the office is away. */
  z.strictObject({
    kind: z.literal('renewal-step'),
    act: z.enum(['judged', 'applied', 'paper-act']),
    /** Code of the answer. */
    answer: z.string().regex(/^[a-z-]{1,40}$/),
    ruleVersion: RenewalRuleVersion,
    /** Why the eyes on the photograph count as open: by their measure, or by the operator's word. Absent where there is no photograph. */
    eyes: z.enum(['measured', 'confirmed']).optional(),
    /** Absent where it is about nobody in particular. */
    subjectHash: HexHash.optional(),
  }),
  /** An operator took a case out of the queue, or put it back undecided. */
  z.strictObject({ kind: z.literal('case-held'), caseId: z.uuid(), act: z.enum(['taken', 'put-back']), cause: z.enum(['acquaintance', 'shift-over', 'other']).nullable() }),
  /** An operator gave too many cases back: the queue gives them no other one until then. */
  z.strictObject({ kind: z.literal('draws-paused'), until: Instant, policyVersion: Version }),
  /** A package of evidence: begun; ended by a signature, its manifest by hash; or left where the session broke off. */
  z.strictObject({ kind: z.literal('evidence-begun'), caseId: z.uuid(), packageId: z.uuid() }),
  z.strictObject({
    kind: z.literal('evidence-sealed'),
    caseId: z.uuid(),
    packageId: z.uuid(),
    manifestHash: HexHash,
    head: HexHash,
    items: z.int().nonnegative(),
  }),
  z.strictObject({ kind: z.literal('evidence-left'), caseId: z.uuid(), packageId: z.uuid(), head: HexHash, items: z.int().nonnegative() }),
  /** Packages of evidence older than the policy keeps them were removed from this workstation. */
  z.strictObject({ kind: z.literal('evidence-forgotten'), packages: z.int().positive(), before: Instant }),
  /** A number for БМГ, asked for here and confirmed by its owner elsewhere. */
  z.strictObject({
    kind: z.literal('phone-registered'),
    registrationId: z.uuid(),
    /** Null where it is for an application: that names the person. */
    subjectHash: HexHash.nullable(),
    caseId: z.uuid().nullable(),
    how: z.enum(['counter', 'video-call']),
    state: z.enum(['asked', 'confirmed', 'changed', 'over']),
  }),
  /** A video call: taken from the queue by its script, ended with the hash of its sealed evidence, null where it could not be sealed. */
  z.strictObject({ kind: z.literal('call-accepted'), callId: z.uuid(), caseId: z.uuid(), call: CallKind, scriptVersion: Version }),
  z.strictObject({
    kind: z.literal('call-ended'),
    callId: z.uuid(),
    caseId: z.uuid(),
    outcome: z.enum(['passed', 'aborted', 'left', 'lost']),
    /** Of the script, where it was broken off. */
    code: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/).nullable(),
    evidenceHash: HexHash.nullable(),
    scriptVersion: Version,
  }),
  /** No machine stood beside the operator: more was asked, by the numbers of the policy. */
  z.strictObject({ kind: z.literal('call-human-only'), callId: z.uuid(), caseId: z.uuid(), cause: z.enum(['cannot-run', 'too-weak']), policyVersion: Version }),
  /** Somebody in a call is under pressure; nothing on either page told it. */
  z.strictObject({ kind: z.literal('call-alarm'), callId: z.uuid(), caseId: z.uuid() }),
  /** Whether a page or a program may ask for signatures here: said by a person, or by the administrator's rules. */
  z.strictObject({ kind: z.literal('caller-decided'), ...Caller, decision: z.enum([...CallerDecision.options, 'denied-by-policy']) }),
  z.strictObject({
    kind: z.literal('signature-made'),
    ...Caller,
    ...SignedForm.shape,
    /** Null for a time-stamp alone: nobody's key was used. */
    certificateHash: HexHash.nullable(),
    /** SHA-256 of each document, or what stands for one whose digest alone was sent. */
    documentHashes: z.array(HexHash).min(1).max(1000),
  }),
  z.strictObject({
    kind: z.literal('signature-not-made'),
    ...Caller,
    task: z.enum(SigningTask.options.map((option) => option.shape.kind.value)),
    reason: z.enum(['person', 'caller-gone', 'policy', 'failed']),
    documentHashes: z.array(HexHash).max(1000),
  }),
  z.strictObject({ kind: z.literal('certificate-shown'), ...Caller, certificateHash: HexHash }),
  /** A signed file somebody brought; what it was is known to nobody who has not the file. Older entries have the three states a signature has. */
  z.strictObject({ kind: z.literal('file-checked'), fileHash: HexHash, form: SignedFileForm, state: z.union([Verdict, SignatureState]) }),
  z.strictObject({ kind: z.literal('journal-exported'), entries: z.int(), fileHash: HexHash }),
  /** A supervisor put an altered journal aside; the entry before says which. */
  z.strictObject({ kind: z.literal('journal-set-aside') }),
  /** A supervisor went on from a backup: it held so many entries; what was written after it is in the file named, where there was one. */
  z.strictObject({ kind: z.literal('journal-restored'), entries: z.int().positive(), setAsideAs: FileName.nullable(), carried: CarriedMarks.exactOptional() }),
  /** A supervisor let go of what the rules of retention no longer want, up to this sequence. */
  z.strictObject({ kind: z.literal('journal-forgotten'), through: z.int().positive(), entries: z.int().positive() }),
  /** So many entries waited undelivered, or one for so long, that nothing new is checked; a supervisor lets the desk go on for a while. */
  z.strictObject({ kind: z.literal('desk-frozen'), by: z.enum(['age', 'entries']), entries: z.int().positive() }),
  z.strictObject({ kind: z.literal('freeze-lifted'), entries: z.int().nonnegative() }),
]);
export type JournalEvent = z.infer<typeof JournalEvent>;
export type JournalEventKind = JournalEvent['kind'];
export const JOURNAL_EVENT_KINDS: readonly JournalEventKind[] = JournalEvent.options.map((option) => option.shape.kind.value);
