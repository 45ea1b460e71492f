/** What the desk's page is shown of calls: the queue without names, the call in hand, and how far its script is passed. */
import { z } from 'zod';
import { PhoneRegistration } from '../issuance/case-desk.ts';
import { Instant } from '../checking/check-outcome.ts';
import { LivenessChallenge } from '../identification/identification.ts';
import { Language, Localized } from '../localized.ts';
import { AbortRule, CallKind, CallStepAnswer, CallStepKind, StillSubject } from './call-script.ts';
import { CallMachine, CallSupport } from './call-support.ts';
import { CallAgent, IceServer, Preflight } from './call-talk.ts';

export const CallStepView = z.strictObject({
  id: z.string(),
  kind: CallStepKind,
  subject: StillSubject.nullable(),
  movement: LivenessChallenge.nullable(),
  operator: Localized,
  expected: Localized.nullable(),
  answers: z.array(CallStepAnswer),
  state: z.enum(['ahead', 'now', 'passed', 'failed']),
  triesLeft: z.int().nonnegative(),
  /** Id of the answer that stands; null where none was given or the citizen's page answers. */
  answer: z.string().nullable(),
  /** SHA-256 of the picture of a still, in hex; null while there is none. */
  still: z.string().nullable(),
  /** Its picture did not outlive a crash of the workstation: it is taken again. */
  pictureLost: z.boolean(),
});
export type CallStepView = z.infer<typeof CallStepView>;

/** `may-pass`: the whole script is passed. `must-break-off`: a step has failed for good. */
export const CallStanding = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('asking') }),
  z.strictObject({ state: z.literal('may-pass') }),
  z.strictObject({ state: z.literal('must-break-off'), step: z.string() }),
  z.strictObject({ state: z.literal('ended'), outcome: z.enum(['passed', 'aborted', 'left', 'lost']), code: z.string().nullable() }),
]);
export type CallStanding = z.infer<typeof CallStanding>;

export const CallView = z.strictObject({
  callId: z.uuid(),
  caseId: z.uuid(),
  kind: CallKind,
  /** The citizen's, whatever the operator's is. */
  language: Language,
  purpose: Localized,
  scriptVersion: z.string(),
  agent: CallAgent,
  /** Shown on the citizen's page and in their cabinet; a false agent knows neither. */
  code: z.string(),
  acceptedAt: Instant,
  preflight: Preflight,
  /** Since a drop both sides have until `until` to come back. */
  link: z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('together') }),
    z.strictObject({ state: z.literal('citizen-away'), until: Instant }),
    z.strictObject({ state: z.literal('service-away'), until: Instant }),
  ]),
  steps: z.array(CallStepView),
  aborts: z.array(AbortRule),
  machine: CallMachine,
  support: CallSupport,
  /** A number on its way into БМГ; its owner types the code on the own page. Null where none was said yet. */
  phone: PhoneRegistration.nullable(),
  /** Its first second is in the evidence: before that nothing can be passed. */
  recording: z.boolean(),
  standing: CallStanding,
  iceServers: z.array(IceServer),
});
export type CallView = z.infer<typeof CallView>;

/** The silent alarm of an operator of this organisation, as a supervisor hears it. */
export const RaisedAlarm = z.strictObject({ callId: z.uuid(), operatorId: z.string().max(64), branch: z.string().max(200), at: Instant });
export type RaisedAlarm = z.infer<typeof RaisedAlarm>;

/** Grows with every change: answers and events go different ways to the page, and an older view must not replace a newer one. */
const Revision = { revision: z.int().nonnegative() };

/** `off`: no calls are taken, and the page may not use the microphone. `watch`: a supervisor, who hears alarms and takes no calls. */
export const CallDeskView = z.discriminatedUnion('duty', [
  z.strictObject({ duty: z.literal('not-connected'), ...Revision }),
  z.strictObject({ duty: z.literal('off'), ...Revision }),
  z.strictObject({ duty: z.literal('watch'), ...Revision, alarms: z.array(RaisedAlarm) }),
  z.strictObject({
    duty: z.literal('on'),
    ...Revision,
    service: z.enum(['connecting', 'open', 'away']),
    waiting: z.strictObject({ count: z.int().nonnegative(), oldestSince: Instant.nullable() }),
    /** Whether faces are compared here; tried before anybody is taken. */
    machine: z.enum([...CallMachine.options, 'warming-up']),
    /** So long after it failed the page tries again to open what measures movements, as the core does with the comparison. */
    machineRetryMs: z.int().positive(),
    current: CallView.nullable(),
  }),
]);
export type CallDeskView = z.infer<typeof CallDeskView>;

export const CallRefusal = z.enum([
  'nobody-waits',
  /** There is a call in hand already. */
  'in-call',
  'service-away',
  'no-such-call',
  'not-this-step',
  'no-such-answer',
  /** A still step was answered before its picture came. */
  'no-picture',
  'picture-damaged',
  /** The script is not passed, whatever the operator thinks. */
  'script-not-passed',
  /** After an alarm somebody else decides. */
  'alarm-raised',
  /** The case moved on meanwhile, or was never here. */
  'case-elsewhere',
  /** It is the operator's own, or they know the person: somebody else decides. */
  'barred',
  /** Nothing was recorded: there would be no evidence of what was passed. */
  'no-recording',
  /** What was passed could not be sealed, so it is not passed. */
  'evidence-failed',
]);
export type CallRefusal = z.infer<typeof CallRefusal>;

export const CallAnswer = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), desk: CallDeskView }),
  z.strictObject({ ok: z.literal(false), code: CallRefusal }),
]);
export type CallAnswer = z.infer<typeof CallAnswer>;

/** Bits a second and the way there and back in milliseconds, between this desk and the service; null where it could not be measured. */
export const LineMeasure = z.strictObject({ downBitsPerSecond: z.int().nonnegative(), upBitsPerSecond: z.int().nonnegative(), roundTripMs: z.int().nonnegative() });
export type LineMeasure = z.infer<typeof LineMeasure>;
