/** The block `calls` of the contract: an operator's video calls with citizens. No field here could carry what a citizen types. */
import { z } from 'zod';
import { CallSignal, ChatLine } from '../domain/call/call-talk.ts';
import { ZoneLines } from '../domain/call/call-support.ts';
import { CallAnswer, CallDeskView, LineMeasure } from '../domain/call/call-view.ts';
import { call, event } from './define-contract.ts';
import { FaceFrame } from '../domain/identification/liveness-rules.ts';
import { TypedPhone } from './typed-numbers.ts';

const Nothing = z.null();
/** As the script names its steps, answers and codes: never a word or a number of the citizen’s. */
const ScriptId = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/);
const CallRef = z.strictObject({ callId: z.uuid() });
/** A second of the recording is below 200 KB, a still at full resolution below 3 MB. */
const BYTES_MAX = 4 * 1024 * 1024;
/** Half a second of measurements, several times over: a page that was busy hands in more at once. */
const FRAMES_MAX = 100;
const CallBytes = z.instanceof(Uint8Array).refine((bytes) => bytes.length > 0 && bytes.length <= BYTES_MAX, 'nothing, or too much');

export const videoCalls = {
  desk: call(Nothing, CallDeskView),
  /** Takes calls from now on, or no more; only then the page may use the microphone. */
  setDuty: call(z.strictObject({ on: z.boolean() }), CallDeskView),
  /** Between this desk and the service, for the pre-flight; null where the service is away. */
  measureLine: call(Nothing, LineMeasure.nullable()),
  /** Tries again whether this machine compares faces; the answer is told by the desk. */
  tryMachine: call(Nothing, CallDeskView),
  /** Whoever waits longest: nobody is picked. */
  accept: call(Nothing, CallAnswer),
  signal: call(CallRef.extend({ signal: CallSignal }), Nothing),
  say: call(CallRef.extend({ line: ChatLine }), Nothing),
  answer: call(CallRef.extend({ step: ScriptId, answer: ScriptId }), CallAnswer),
  /** The number as the citizen said it; its code goes there and is typed on the citizen's own page. */
  registerPhone: call(CallRef.extend({ phone: TypedPhone }), CallAnswer),
  /** A picture of the step at hand as it came over the data channel; refused where its SHA-256 is another. */
  keepStill: call(CallRef.extend({ step: ScriptId, sha256: z.string().regex(/^[0-9a-f]{64}$/), jpeg: CallBytes }), CallAnswer, 2 * BYTES_MAX),
  /** The machine-readable zone in the picture of this hash, as the page's worker read it; null where there was none. */
  readZone: call(CallRef.extend({ sha256: z.string().regex(/^[0-9a-f]{64}$/), lines: ZoneLines.nullable() }), Nothing),
  /** The moving picture when the challenge of this step was answered: held against the portrait. */
  keepFrame: call(CallRef.extend({ step: ScriptId, jpeg: CallBytes }), Nothing, 2 * BYTES_MAX),
  /** What the engine measured of the citizen's picture since the last time, while the movement of this step is asked for. */
  keepMovement: call(CallRef.extend({ step: ScriptId, frames: z.array(FaceFrame).min(1).max(FRAMES_MAX) }), Nothing),
  /** The next second of the recording, numbered from 0 without gaps; the answer is false where it was not wanted. */
  keepRecording: call(CallRef.extend({ position: z.int().nonnegative(), webm: CallBytes }), z.boolean(), 2 * BYTES_MAX),
  /** Makes no sound and changes nothing on either page that somebody looking over a shoulder could see. */
  alarm: call(CallRef, Nothing),
  abort: call(CallRef.extend({ code: ScriptId }), CallAnswer),
  /** The decision for the citizen; refused unless the whole script is passed. */
  pass: call(CallRef, CallAnswer),
  /** The ended call is no longer wanted on the screen. */
  dismiss: call(CallRef, CallAnswer),
  deskChanged: event(CallDeskView),
  signalled: event(CallRef.extend({ signal: CallSignal })),
  said: event(CallRef.extend({ line: ChatLine })),
} as const;
