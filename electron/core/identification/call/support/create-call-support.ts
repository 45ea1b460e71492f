/** The machine beside the operator: takes each picture of a call as it comes, compares by itself, and says what it found and why. */
import { almatyDay } from '../../../../../shared/domain/almaty-day.ts';
import type { CallFace, CallFacePair, CallSign, CallSupport, ZoneLines } from '../../../../../shared/domain/call/call-support.ts';
import type { StillSubject } from '../../../../../shared/domain/call/call-script.ts';
import type { FaceOutcome } from '../../../../../shared/domain/identification.ts';
import type { CameraSuspicion } from '../../../../../shared/domain/liveness-record.ts';
import type { PolicyNumberName } from '../../../../../shared/domain/policy.ts';
import type { Clock } from '../../../../ports/clock.ts';
import type { FaceComparer, FaceComparison } from '../../../../ports/face-comparer.ts';
import { judgeFace, judgeSession } from '../../judge-face.ts';
import type { CallBackground } from '../call-ports.ts';
import { type JudgedZone, judgeZone } from './judge-zone.ts';

export interface CallSupportOptions {
  /** Asked at the beginning, and again with a picture for as long as somebody has not answered. */
  background(): Promise<CallBackground>;
  /** Null where this machine cannot compare. */
  faces: FaceComparer | null;
  camera: readonly CameraSuspicion[];
  clock: Clock;
  numbers(): Readonly<Record<PolicyNumberName, number>>;
  onChange(): void;
  /** Into the evidence. */
  onFound(name: string, value: unknown): Promise<void>;
  /** The comparison of faces does not answer any more. */
  onUnavailable(): void;
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
  /** Resolves when everything so far has been looked at. */
  settled(): Promise<void>;
  stop(): void;
}

type FrameSign = Exclude<CallSign, { sign: 'camera' }>;
type Compared = { state: 'compared'; outcome: FaceOutcome; distanceMilli: number } | Exclude<FaceComparison, { state: 'compared' }>;

type Picture = 'call' | 'card' | 'registry';
const PAIRS: readonly { pair: CallFacePair; of: readonly [Picture, Picture] }[] = [
  { pair: 'call-card', of: ['call', 'card'] },
  { pair: 'call-registry', of: ['call', 'registry'] },
  { pair: 'card-registry', of: ['card', 'registry'] },
];
const PICTURE_OF: Readonly<Record<StillSubject, Picture | null>> = { face: 'call', 'card-front': 'card', 'card-back': null };

export function createCallSupport(options: CallSupportOptions): MachineSupport {
  const { clock, numbers, onChange, onFound } = options;
  const pictures = new Map<Picture, Uint8Array>();
  const found = new Map<CallFacePair, CallFace>();
  const frames: { step: string; jpeg: Uint8Array }[] = [];
  const signs: CallSign[] = options.camera.map((suspicion) => ({ sign: 'camera', suspicion }));
  let background: CallBackground | null = null;
  let zone: JudgedZone | null = null;
  let { faces } = options;
  let stopped = false;

  /** One after the other: the comparisons share one thread, and pictures replace one another. */
  let turn: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): void => void (turn = turn.then(() => (stopped ? undefined : work())).catch(options.onFault));

  function faceOf(pair: CallFacePair, [left, right]: readonly [Picture, Picture]): CallFace {
    const known = found.get(pair);
    if (known !== undefined) return known;
    if (faces === null) return { pair, state: 'unavailable' };
    const noPhoto = background !== null && background.unanswered.length === 0 && background.registryPhoto === null && (left === 'registry' || right === 'registry');
    return { pair, state: noPhoto ? 'absent' : 'waiting' };
  }

  async function compare(left: Uint8Array, right: Uint8Array, judge: typeof judgeFace = judgeFace): Promise<Compared> {
    if (faces === null) return { state: 'unavailable' };
    const compared = await faces.compare(left, right);
    if (compared.state === 'unavailable') {
      faces = null;
      options.onUnavailable();
    }
    if (compared.state !== 'compared') return compared;
    return { state: 'compared', outcome: judge(compared, numbers()), distanceMilli: Math.round(Math.max(0, compared.distance) * 1000) };
  }

  /** @param changed a picture that is there, or there anew */
  async function compareWith(changed: Picture): Promise<void> {
    const touched = PAIRS.filter(({ of }) => of.includes(changed));
    for (const { pair } of touched) found.delete(pair);
    for (const { pair, of } of touched) {
      const [left, right] = [pictures.get(of[0]), pictures.get(of[1])];
      if (left === undefined || right === undefined || faces === null) continue;
      found.set(pair, { pair, state: 'comparing' });
      onChange();
      found.set(pair, { pair, ...(await compare(left, right)) });
      if (!stopped) await onFound(`faces-${pair}`, found.get(pair));
    }
    onChange();
  }

  async function gather(): Promise<void> {
    if (background !== null && background.unanswered.length === 0) return;
    const photoBefore = background?.registryPhoto ?? null;
    background = await options.background();
    if (stopped) return;
    const { risks, unanswered, registryPhoto } = background;
    await onFound('background', { risks, unanswered, registryPhoto: registryPhoto !== null, camera: options.camera });
    onChange();
    if (registryPhoto === null || photoBefore !== null) return;
    pictures.set('registry', registryPhoto);
    await compareWith('registry');
  }

  /** A step tried again may show the same thing again. */
  function note(sign: FrameSign): void {
    if (!signs.some((known) => known.sign === sign.sign && known.step === sign.step)) signs.push(sign);
  }

  async function lookAtFrames(): Promise<void> {
    const portrait = pictures.get('call');
    if (portrait === undefined) return;
    for (const { step, jpeg } of frames.splice(0)) {
      const seen = await compare(portrait, jpeg, judgeSession);
      if (seen.state === 'no-face' || seen.state === 'several-faces') note({ sign: seen.state, step });
      if (seen.state === 'compared' && seen.outcome === 'moderation') note({ sign: 'another-face', step });
      if (!stopped) await onFound('frame-compared', { step, ...seen });
    }
    onChange();
  }

  inTurn(gather);

  return {
    view() {
      const held = background?.compare(zone?.fields ?? null) ?? null;
      return {
        faces: PAIRS.map(({ pair, of }) => faceOf(pair, of)),
        thresholds: { matchMilli: numbers().faceMatchMaxMilli, doubtMilli: numbers().faceDoubtMaxMilli },
        zone: zone?.verdict ?? 'waiting',
        fields: [...(held?.fields ?? [])],
        reasons: [...new Set([...(zone?.reasons ?? []), ...(held?.reasons ?? [])])],
        risks: [...(background?.risks ?? [])],
        signs: [...signs],
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
        pictures.set(picture, jpeg);
        await compareWith(picture);
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
    settled: () => turn,
    stop: () => void (stopped = true),
  };
}
