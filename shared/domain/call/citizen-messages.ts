/** What the citizen's page and the service of calls tell each other over the page's socket. */
import { z } from 'zod';
import type { Instant } from '../checking/check-outcome.ts';
import { CameraSuspicion } from '../identification/liveness-record.ts';
import { Language, Localized } from '../localized.ts';
import { CallStepKind } from './call-script.ts';
import { type CallAgent, CallSignal, ChatLine, type IceServer, Preflight } from './call-talk.ts';

/** The first message says whose page this is; nothing else is heard before it. */
export const CitizenMessage = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('hello'),
    applicationId: z.uuid(),
    token: z.string().min(1).max(200),
    language: Language,
    preflight: Preflight,
    camera: z.array(CameraSuspicion).max(10),
    /** Given on the own page before the queue: for as long as this call lasts, the registers may be asked about the applicant. */
    consent: z.literal(true),
  }),
  z.strictObject({ type: z.literal('signal'), signal: CallSignal }),
  z.strictObject({ type: z.literal('say'), line: ChatLine }),
  /** Another camera than at the greeting: what the page knows of it. */
  z.strictObject({ type: z.literal('camera'), camera: z.array(CameraSuspicion).max(10) }),
  z.strictObject({ type: z.literal('leave') }),
]);
export type CitizenMessage = z.infer<typeof CitizenMessage>;

/** What the citizen is asked to do now, in all three languages: their page shows their own. */
export const CallPrompt = z.strictObject({
  step: z.string().max(64),
  kind: CallStepKind,
  text: Localized,
  /** What the application is for, by the script: the citizen reads it back. */
  purpose: Localized,
  /** No machine stands beside the operator: more is asked. */
  humanOnly: z.boolean(),
  done: z.int().nonnegative(),
  of: z.int().positive(),
});
export type CallPrompt = z.infer<typeof CallPrompt>;

export const CallEnd = z.strictObject({ outcome: z.enum(['passed', 'aborted', 'left', 'lost']), advice: Localized.nullable() });
export type CallEnd = z.infer<typeof CallEnd>;

export type ServiceMessage =
  /** Answered to the greeting; so long a dropped call is waited for. */
  | { type: 'welcome'; resumeMs: number }
  | { type: 'waiting'; ahead: number }
  | { type: 'accepted'; callId: string; agent: CallAgent; code: string; iceServers: IceServer[]; resumed: boolean }
  | { type: 'signal'; signal: CallSignal }
  | { type: 'said'; line: ChatLine }
  | { type: 'prompt'; prompt: CallPrompt }
  | { type: 'operator-away'; until: z.infer<typeof Instant> }
  | { type: 'operator-back' }
  | ({ type: 'ended' } & CallEnd)
  /** No such application, a foreign token, or no stage at which an operator is called. */
  | { type: 'refused'; code: 'unknown' | 'not-here' };
