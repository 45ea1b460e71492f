/** The machine beside the operator: takes each picture of a call as it comes, compares by itself, and says what it found and why. */
import { almatyDay } from '../../../../../shared/domain/almaty-day.ts';
import type { CallStep, StillSubject } from '../../../../../shared/domain/call/call-script.ts';
import type { CallSign, CallSupport, ZoneLines } from '../../../../../shared/domain/call/call-support.ts';
import type { CameraSuspicion } from '../../../../../shared/domain/identification/liveness-record.ts';
import type { FaceFrame, LivenessRules } from '../../../../../shared/domain/identification/liveness-rules.ts';
import type { Clock } from '../../../../ports/clock.ts';
import type { CallBackground } from '../call-ports.ts';
import { createPictureComparison, type Picture, type PictureComparisonOptions } from './compare-pictures.ts';
import { type JudgedZone, judgeZone } from './judge-zone.ts';
import { type MovementWatch, watchMovement } from './watch-movement.ts';

/** `onFound` writes into the evidence. */
export interface CallSupportOptions extends PictureComparisonOptions {
  /** Asked at the beginning, and again with a picture for as long as somebody has not answered. */
  background(): Promise<CallBackground>;
  camera: readonly CameraSuspicion[];
  liveness: LivenessRules;
  clock: Clock;
  onFault(error: unknown): void;
}

export interface MachineSupport {
  view(): CallSupport;
  /** A still of the script, as it was kept. */
  still(subject: StillSubject, jpeg: Uint8Array): void;
  /** As the page read it from the newest back of the card; null where it found none. */
  zone(lines: ZoneLines | null): void;
  /** The moving picture at the end of a challenge. */
  frame(step: string, jpeg: Uint8Array): void;
  /** What the citizen's page noticed of a camera it films with now. */
  camera(suspicions: readonly CameraSuspicion[]): void;
  /** Measurements of the moving picture while a challenge is asked for; of one that cannot be measured they say nothing. */
  movement(step: Pick<CallStep, 'id' | 'movement'>, frames: readonly FaceFrame[]): void;
  /** What was measured of this step, for the evidence; null where nothing was. */
  movementOf(step: string): Pick<MovementWatch, 'finding' | 'frames'> | null;
  /** The movement is asked for anew: what was measured of the former try counts no more. */
  forgetMovement(step: string): void;
  /** Resolves when everything so far has been looked at. */
  settled(): Promise<void>;
  stop(): void;
}

const PICTURE_OF: Readonly<Record<StillSubject, Picture | null>> = { face: 'call', 'card-front': 'card', 'card-back': null };

export function createCallSupport(options: CallSupportOptions): MachineSupport {
  const { clock, numbers, onChange } = options;
  const frames: { step: string; jpeg: Uint8Array }[] = [];
  const signs = new Map<string, CallSign>();
  const movements = new Map<string, MovementWatch>();
  let background: CallBackground | null = null;
  let zone: JudgedZone | null = null;
  let stopped = false;

  const onFound = async (name: string, value: unknown): Promise<void> => {
    if (!stopped) await options.onFound(name, value);
  };
  const pictures = createPictureComparison({ ...options, onFound });

  /** One after the other: the comparisons share one thread, and pictures replace one another. */
  let turn: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): void => void (turn = turn.then(() => (stopped ? undefined : work())).catch(options.onFault));

  async function gather(): Promise<void> {
    if (background?.unanswered.length === 0) return;
    background = await options.background();
    const { risks, unanswered, registryPhoto } = background;
    await onFound('background', { risks, unanswered, registryPhoto: registryPhoto !== null, camera: options.camera });
    onChange();
    if (registryPhoto !== null && !pictures.has('registry')) await pictures.put('registry', registryPhoto);
  }

  /** The same thing shown again is one sign. */
  const note = (sign: CallSign): void => void signs.set(JSON.stringify(sign), sign);
  const noteCamera = (suspicions: readonly CameraSuspicion[]): void => suspicions.forEach((suspicion) => note({ sign: 'camera', suspicion }));

  /** Frames wait for the portrait they are held against. */
  async function lookAtFrames(): Promise<void> {
    if (!pictures.has('call')) return;
    for (const { step, jpeg } of frames.splice(0)) {
      const seen = (await pictures.compareFrame(jpeg))!;
      if (seen.state === 'no-face' || seen.state === 'several-faces') note({ sign: seen.state, step });
      if (seen.state === 'compared' && seen.outcome === 'moderation') note({ sign: 'another-face', step });
      await onFound('frame-compared', { step, ...seen });
    }
    onChange();
  }

  noteCamera(options.camera);
  inTurn(gather);

  return {
    view() {
      const held = background?.compare(zone?.fields ?? null) ?? null;
      const hasNoPhoto = background !== null && background.unanswered.length === 0 && background.registryPhoto === null;
      return {
        faces: pictures.faces(!hasNoPhoto),
        thresholds: { matchMilli: numbers().faceMatchMaxMilli, doubtMilli: numbers().faceDoubtMaxMilli },
        zone: zone?.verdict ?? 'waiting',
        fields: [...(held?.fields ?? [])],
        reasons: [...new Set([...(zone?.reasons ?? []), ...(held?.reasons ?? [])])],
        risks: [...(background?.risks ?? [])],
        signs: [...signs.values()],
        movements: [...movements].map(([step, watch]) => ({ step, ...watch.finding() })),
        unanswered: [...(background?.unanswered ?? [])],
      };
    },
    still: (subject, jpeg) =>
      inTurn(async () => {
        // Another picture of the back: what was read before is of the former one.
        if (subject === 'card-back') zone = null;
        await gather();
        const picture = PICTURE_OF[subject];
        if (picture === null) return onChange();
        await pictures.put(picture, jpeg);
        if (picture === 'call') await lookAtFrames();
      }),
    zone: (lines) =>
      inTurn(async () => {
        zone = judgeZone(lines, almatyDay(clock.now()));
        const held = background?.compare(zone.fields) ?? null;
        await onFound('zone', { lines, verdict: zone.verdict, reasons: zone.reasons, fields: held?.fields ?? null });
        onChange();
      }),
    frame: (step, jpeg) =>
      inTurn(async () => {
        frames.push({ step, jpeg });
        await lookAtFrames();
      }),
    camera(suspicions) {
      noteCamera(suspicions);
      onChange();
    },
    movement({ id, movement }, measured) {
      if (movement === null || movement === 'blink') return;
      const watch = movements.get(id) ?? watchMovement(movement, options.liveness);
      movements.set(id, watch);
      for (const frame of measured) watch.see(frame);
      if (watch.sawSecondPerson()) note({ sign: 'several-faces', step: id });
      onChange();
    },
    movementOf: (step) => movements.get(step) ?? null,
    forgetMovement: (step) => void movements.delete(step),
    settled: () => turn,
    stop: () => void (stopped = true),
  };
}
