/** What the machine says beside the operator of a call: faces, the card's zone, the register, risks and signs, each explained; it decides nothing. */
import { z } from 'zod';
import { ComparedField, RiskFinding } from '../issuance/case-desk.ts';
import { FaceOutcome } from '../identification/identification.ts';
import { CaseReason } from '../issuance/issuance-case.ts';
import { CameraSuspicion } from '../identification/liveness-record.ts';
import { MovementFinding } from './movement.ts';

/** `call`: the portrait that was taken in this call. */
export const CallFacePair = z.enum(['call-card', 'call-registry', 'card-registry']);
export type CallFacePair = z.infer<typeof CallFacePair>;

/**
 * `waiting`: a picture of the two is not taken yet. `no-face`, `several-faces`: in one of them. `absent`: the register has no
 * photograph. `unavailable`: this machine cannot compare.
 */
export const CallFace = z.discriminatedUnion('state', [
  z.strictObject({ pair: CallFacePair, state: z.literal('compared'), outcome: FaceOutcome, distanceMilli: z.int().nonnegative() }),
  z.strictObject({ pair: CallFacePair, state: z.enum(['waiting', 'comparing', 'no-face', 'several-faces', 'absent', 'unavailable']) }),
]);
export type CallFace = z.infer<typeof CallFace>;

const ZoneLine = z.string().regex(/^[A-Z0-9<]{30}$/);
/** The machine-readable zone as the page read it from the newest picture of the back; what it is worth is for the core to say. */
export const ZoneLines = z.tuple([ZoneLine, ZoneLine, ZoneLine]);
export type ZoneLines = z.infer<typeof ZoneLines>;

/** `good`: every check digit, the ИИН and its birth date hold. */
export const ZoneVerdict = z.enum(['waiting', 'good', 'wrong', 'unread']);
export type ZoneVerdict = z.infer<typeof ZoneVerdict>;

/**
 * Of the camera, told by the citizen's page; and of a frame of the moving picture, taken when a challenge was answered:
 * `another-face` is far from the portrait of this call.
 */
export const CallSign = z.discriminatedUnion('sign', [
  z.strictObject({ sign: z.literal('camera'), suspicion: CameraSuspicion }),
  z.strictObject({ sign: z.enum(['another-face', 'no-face', 'several-faces']), step: z.string() }),
]);
export type CallSign = z.infer<typeof CallSign>;

/**
 * `portal`, `registry`: away just now. `consent-waiting`: КДП has asked the person by SMS. `refused`: the register gives nothing without
 * a consent, or nothing to this organisation.
 */
export const Unanswered = z.enum(['portal', 'registry', 'consent-waiting', 'refused']);
export type Unanswered = z.infer<typeof Unanswered>;

export const CallSupport = z.strictObject({
  faces: z.array(CallFace),
  /** Of the policy: up to the first a match, up to the second a human decides. */
  thresholds: z.strictObject({ matchMilli: z.int(), doubtMilli: z.int() }),
  zone: ZoneVerdict,
  /** Empty until a good zone was read and the register has answered. */
  fields: z.array(ComparedField),
  /** What zone and register say against the person or the card. */
  reasons: z.array(CaseReason),
  risks: z.array(RiskFinding),
  signs: z.array(CallSign),
  /** Of challenges the engine can measure, in the order they were asked. */
  movements: z.array(MovementFinding.extend({ step: z.string() })),
  /** Who said nothing, and why; asked again with the next picture. */
  unanswered: z.array(Unanswered),
});
export type CallSupport = z.infer<typeof CallSupport>;

/** Whether this workstation compares faces; where it cannot, a call is led by the human-only rules of the policy. */
export const CallMachine = z.enum(['helps', 'cannot-run', 'too-weak']);
export type CallMachine = z.infer<typeof CallMachine>;
