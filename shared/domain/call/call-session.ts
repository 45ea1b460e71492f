/** One call as it is kept: the script it follows, what was answered, and how it ended. No name, no number, nothing that was said. */
import { z } from 'zod';
import { Instant } from '../checking/check-outcome.ts';
import { CameraSuspicion } from '../identification/liveness-record.ts';
import { Language, Localized } from '../localized.ts';
import { AbortRule, CallKind, CallStep } from './call-script.ts';
import { CallMachine } from './call-support.ts';
import { CallAgent, Preflight } from './call-talk.ts';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

const SessionStep = z.strictObject({
  step: CallStep,
  /** Answers that did not pass, in order; the step has failed when they are as many as its tries. */
  failures: z.array(z.strictObject({ answer: z.string(), at: Instant })),
  passed: z.strictObject({ answer: z.string().nullable(), at: Instant }).nullable(),
  /** SHA-256 of the newest picture of a still. */
  still: Hash.nullable(),
  /** Its picture did not outlive a crash: it is taken again. */
  pictureLost: z.boolean(),
});
export type SessionStep = z.infer<typeof SessionStep>;

export const CallOutcome = z.enum(['passed', 'aborted', 'left', 'lost']);
export type CallOutcome = z.infer<typeof CallOutcome>;

export const CallSession = z.strictObject({
  callId: z.uuid(),
  caseId: z.uuid(),
  kind: CallKind,
  agent: CallAgent,
  language: Language,
  code: z.string(),
  acceptedAt: Instant,
  preflight: Preflight,
  /** What the citizen's page noticed of its camera. */
  camera: z.array(CameraSuspicion),
  /** Once a machine that does not help, always: what was asked instead stays asked. */
  machine: CallMachine,
  scriptVersion: z.string(),
  purpose: Localized,
  steps: z.array(SessionStep).min(1),
  aborts: z.array(AbortRule),
  /** A number was proven by its owner: whether another stood there before. */
  phoneChanged: z.boolean().nullable(),
  alarmAt: Instant.nullable(),
  /** Pieces of the recording that are in the evidence. */
  recorded: z.int().nonnegative(),
  /** Packages of evidence, the newest last: after a crash the call goes on in a new one. */
  packages: z.array(z.uuid()),
  ended: z.strictObject({ outcome: CallOutcome, code: z.string().nullable(), at: Instant }).nullable(),
});
export type CallSession = z.infer<typeof CallSession>;
