/** The line between this desk and the service of calls: the queue without names, the call in hand, and nothing of the media itself. */
import { z } from 'zod';
import { CallKind } from '../../../shared/domain/call/call-script.ts';
import { type CallAgent, CallSignal, ChatLine, Preflight } from '../../../shared/domain/call/call-talk.ts';
import { type LineMeasure, RaisedAlarm } from '../../../shared/domain/call/call-view.ts';
import { CallEnd, CallPrompt } from '../../../shared/domain/call/citizen-messages.ts';
import { Instant } from '../../../shared/domain/checking/check-outcome.ts';
import { CameraSuspicion } from '../../../shared/domain/identification/liveness-record.ts';
import { Language } from '../../../shared/domain/localized.ts';

const CallId = z.uuid();

export const AcceptedCall = z.strictObject({
  callId: CallId,
  caseId: z.uuid(),
  kind: CallKind,
  language: Language,
  /** The service made it: the citizen finds the same one in the cabinet. */
  code: z.string().regex(/^\d{4}$/),
  preflight: Preflight,
  /** What the citizen's page noticed of its camera: signs, never proofs. */
  camera: z.array(CameraSuspicion),
});
export type AcceptedCall = z.infer<typeof AcceptedCall>;

export const LineOrder = z.discriminatedUnion('type', [
  /** Whoever waits longest; answered by `accepted` or `nobody`. */
  z.strictObject({ type: z.literal('accept') }),
  /** The citizen waits on, in the former place; for another operator where this one may not have the application. */
  z.strictObject({ type: z.literal('put-back'), callId: CallId, forAnother: z.boolean() }),
  /** After a broken line or a crash; answered by `resumed` or `gone`. */
  z.strictObject({ type: z.literal('resume'), callId: CallId }),
  z.strictObject({ type: z.literal('signal'), callId: CallId, signal: CallSignal }),
  z.strictObject({ type: z.literal('say'), callId: CallId, line: ChatLine }),
  z.strictObject({ type: z.literal('prompt'), callId: CallId, prompt: CallPrompt }),
  z.strictObject({ type: z.literal('end'), callId: CallId, end: CallEnd }),
  z.strictObject({ type: z.literal('alarm'), callId: CallId }),
]);
export type LineOrder = z.infer<typeof LineOrder>;

export const LineEvent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('queue'), count: z.int().nonnegative(), oldestSince: Instant.nullable() }),
  z.strictObject({ type: z.literal('accepted'), call: AcceptedCall }),
  z.strictObject({ type: z.literal('nobody') }),
  z.strictObject({ type: z.literal('resumed'), callId: CallId, citizenAwayUntil: Instant.nullable() }),
  z.strictObject({ type: z.literal('gone'), callId: CallId }),
  z.strictObject({ type: z.literal('signal'), callId: CallId, signal: CallSignal }),
  z.strictObject({ type: z.literal('said'), callId: CallId, line: ChatLine }),
  z.strictObject({ type: z.literal('citizen-away'), callId: CallId, until: Instant }),
  z.strictObject({ type: z.literal('citizen-back'), callId: CallId }),
  /** What the page knows of the camera in use now: chosen anew, or after a reload. */
  z.strictObject({ type: z.literal('citizen-camera'), callId: CallId, camera: z.array(CameraSuspicion) }),
  z.strictObject({ type: z.literal('ended'), callId: CallId, outcome: z.enum(['left', 'lost']) }),
  z.strictObject({ type: z.literal('alarm'), alarm: RaisedAlarm }),
]);
export type LineEvent = z.infer<typeof LineEvent>;

/** `supervisor` takes no calls and hears alarms. */
export type LineRole = 'operator' | 'supervisor';

export interface CallLine {
  /** Connects, and again whenever the way breaks, until `close`; `up` and `down` frame every connection. */
  open(who: { agent: CallAgent; role: LineRole }, listener: (event: LineEvent | { type: 'up' } | { type: 'down' }) => void): void;
  close(): void;
  /** False while there is no connection: nothing is kept for later. */
  send(order: LineOrder): boolean;
  /** Null where the service does not answer. */
  measure(): Promise<LineMeasure | null>;
}
