/** Whether a movement that was asked for in a call was made, from what the face engine measured of the citizen's picture; it only says so. */
import type { MovementFinding } from '../../../../../shared/domain/call/movement.ts';
import type { LivenessChallenge } from '../../../../../shared/domain/identification/identification.ts';
import { createLivenessJudge, type LivenessState } from '../../../../../shared/domain/identification/liveness-judge.ts';
import type { FaceFrame, LivenessRules } from '../../../../../shared/domain/identification/liveness-rules.ts';

export interface MovementWatch {
  see(frame: FaceFrame): void;
  finding(): MovementFinding;
  /** Whether a second face was in the picture. */
  sawSecondPerson(): boolean;
  frames(): readonly FaceFrame[];
}

/** Which way, and along which axis, a movement goes; see `FaceFrame`. */
const DIRECTION: Readonly<Record<Exclude<LivenessChallenge, 'blink'>, { axis: 'yaw' | 'pitch'; sign: 1 | -1 }>> = {
  'turn-left': { axis: 'yaw', sign: -1 },
  'turn-right': { axis: 'yaw', sign: 1 },
  'chin-up': { axis: 'pitch', sign: -1 },
  'chin-down': { axis: 'pitch', sign: 1 },
};
/** In degrees of the model, as in a portrait (`PORTRAIT_LIMITS`): whoever looks elsewhere has no straight pose to move from. */
const STRAIGHT = { yaw: 8, pitchMin: -3, pitchMax: 12 } as const;
/** Of one step: five minutes at ten frames a second. */
const MOST_FRAMES = 3000;

/**
 * An operator may ask and explain for as long as it takes, so a person who is too slow, or out of the picture for a moment, is watched
 * anew instead of failed.
 */
export function watchMovement(movement: Exclude<LivenessChallenge, 'blink'>, rules: LivenessRules): MovementWatch {
  const { axis, sign } = DIRECTION[movement];
  const needed = axis === 'yaw' ? rules.turnDegrees : rules.nodDegrees;
  const frames: FaceFrame[] = [];
  let judge = createLivenessJudge([movement], rules);
  let straight: number[] = [];
  let state: MovementFinding['state'] = 'looking';
  let degrees = 0;
  let second = false;

  function begin(): void {
    judge = createLivenessJudge([movement], rules);
    straight = [];
    if (state === 'still') state = 'looking';
  }

  function take(frame: FaceFrame, before: LivenessState, now: LivenessState): void {
    if (before.state === 'finding-neutral') straight.push(frame[axis]);
    else if (frame.faces > 0) degrees = Math.max(degrees, sign * (frame[axis] - mean(straight)));
    if (now.state === 'challenge') state = now.phase === 'back' ? 'seen' : state === 'looking' ? 'still' : state;
    else if (now.state === 'failed' && now.reason === 'wrong-movement') state = 'another';
    if (now.state === 'restart' && now.reason === 'second-person') second = true;
    if (now.state === 'failed' || now.state === 'restart') begin();
  }

  return {
    see(frame) {
      // The page was loaded anew and counts from zero again.
      if (frame.atMs < (frames.at(-1)?.atMs ?? 0)) begin();
      if (frames.length < MOST_FRAMES) frames.push(frame);
      if (state === 'seen') return;
      const before = judge.state();
      if (before.state === 'finding-neutral' && frame.faces === 1 && !looksStraight(frame)) return;
      take(frame, before, judge.see(frame));
    },
    finding: () => ({ state, degrees: Math.round(degrees * 10) / 10, needed }),
    sawSecondPerson: () => second,
    frames: () => frames,
  };
}

const looksStraight = ({ yaw, pitch }: FaceFrame): boolean => Math.abs(yaw) <= STRAIGHT.yaw && pitch >= STRAIGHT.pitchMin && pitch <= STRAIGHT.pitchMax;
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
