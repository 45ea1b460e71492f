/**
 * Judges a session of movements frame by frame: the page uses it to lead the person, the identification service judges the whole
 * series again by the same rules. Pure: the same frames and plan always give the same answer.
 */
import type { LivenessChallenge } from './identification.ts';
import type { FaceFrame, LivenessRules } from './liveness-rules.ts';

/** `restart`: nothing is said about the person; a new session with a new plan is asked for. */
export type LivenessState =
  | { state: 'finding-neutral'; advice: FaceAdvice | null }
  | { state: 'challenge'; challenge: LivenessChallenge; passed: number; phase: 'move' | 'back'; strikes: number; advice: FaceAdvice | null }
  | { state: 'passed'; challenges: number }
  | { state: 'failed'; reason: 'wrong-movement' | 'too-slow' }
  | { state: 'restart'; reason: 'face-lost' | 'second-person' | 'no-neutral-pose' };

export type FaceAdvice = 'no-face' | 'come-closer' | 'go-back' | 'to-the-middle';

interface Pose {
  yaw: number;
  pitch: number;
  eyes: number;
}

/** How a frame differs from the person's neutral pose; eyes as a share of it. */
type Movement = Pose;

export interface LivenessJudge {
  see(frame: FaceFrame): LivenessState;
  state(): LivenessState;
}

/** The answer about a whole series, for who was not there. */
export function judgeLiveness(plan: readonly LivenessChallenge[], frames: readonly FaceFrame[], rules: LivenessRules): LivenessState {
  const judge = createLivenessJudge(plan, rules);
  for (const frame of frames) judge.see(frame);
  return judge.state();
}

export function createLivenessJudge(plan: readonly LivenessChallenge[], rules: LivenessRules): LivenessJudge {
  let current: LivenessState = { state: 'finding-neutral', advice: null };
  const samples: Pose[] = [];
  let neutral: Pose | null = null;
  let startedAt: number | null = null;
  let lastFaceAt: number | null = null;
  let inARow = 0;
  /** After a strike the head must come back before another one counts. */
  let strikeOpen = false;
  let closedAt: number | null = null;

  const begin = (index: number, strikes: number, atMs: number): LivenessState => {
    startedAt = atMs;
    inARow = 0;
    closedAt = null;
    const challenge = plan[index];
    return challenge === undefined
      ? { state: 'passed', challenges: plan.length }
      : { state: 'challenge', challenge, passed: index, phase: 'move', strikes, advice: null };
  };

  function seeNeutral(frame: FaceFrame, advice: FaceAdvice | null): LivenessState {
    if (frame.atMs - startedAt! > rules.neutralMaxMs) return { state: 'restart', reason: 'no-neutral-pose' };
    if (advice === null) samples.push(frame);
    if (samples.length < rules.neutralFrames) return { state: 'finding-neutral', advice };
    neutral = { yaw: median(samples.map(({ yaw }) => yaw)), pitch: median(samples.map(({ pitch }) => pitch)), eyes: median(samples.map(({ eyes }) => eyes)) };
    return begin(0, 0, frame.atMs);
  }

  function seeChallenge(now: Extract<LivenessState, { state: 'challenge' }>, frame: FaceFrame, advice: FaceAdvice | null): LivenessState {
    const movement: Movement = {
      yaw: frame.yaw - neutral!.yaw,
      pitch: frame.pitch - neutral!.pitch,
      eyes: neutral!.eyes === 0 ? 1 : frame.eyes / neutral!.eyes,
    };
    const back = Math.abs(movement.yaw) < rules.neutralDegrees && Math.abs(movement.pitch) < rules.neutralDegrees;
    if (frame.atMs - startedAt! > rules.challengeMaxMs) return { state: 'failed', reason: 'too-slow' };
    if (now.phase === 'back') return back ? begin(now.passed + 1, now.strikes, frame.atMs) : { ...now, advice };

    if (back) strikeOpen = false;
    else if (!strikeOpen && isWrong(now.challenge, movement, rules)) {
      strikeOpen = true;
      inARow = 0;
      const strikes = now.strikes + 1;
      return strikes >= rules.strikes ? { state: 'failed', reason: 'wrong-movement' } : { ...now, strikes, advice };
    }
    return isDone(now.challenge, movement, frame.atMs) ? { ...now, phase: 'back', advice } : { ...now, advice };
  }

  function isDone(challenge: LivenessChallenge, movement: Movement, atMs: number): boolean {
    if (challenge === 'blink') return blinked(movement, atMs);
    inARow = isMovement(challenge, movement, rules) ? inARow + 1 : 0;
    return inARow >= rules.framesInARow;
  }

  /** Closed and open again in time, with the head straight all the while. */
  function blinked({ yaw, pitch, eyes }: Movement, atMs: number): boolean {
    const straight = Math.abs(yaw) < rules.blinkStraightDegrees && Math.abs(pitch) < rules.blinkStraightDegrees;
    if (!straight || (closedAt !== null && atMs - closedAt > rules.blinkMaxMs)) closedAt = null;
    if (!straight) return false;
    if (closedAt !== null && eyes > rules.blinkOpenShare) return true;
    if (eyes < rules.blinkClosedShare) closedAt ??= atMs;
    return false;
  }

  return {
    see(frame) {
      if (current.state !== 'finding-neutral' && current.state !== 'challenge') return current;
      startedAt ??= frame.atMs;
      lastFaceAt ??= frame.atMs;
      if (frame.faces > 1) return (current = { state: 'restart', reason: 'second-person' });
      if (frame.atMs - lastFaceAt > rules.faceLostMs) return (current = { state: 'restart', reason: 'face-lost' });
      if (frame.faces === 0) return (current = { ...current, advice: 'no-face' });
      lastFaceAt = frame.atMs;
      const advice = adviceOf(frame, rules);
      return (current = current.state === 'challenge' ? seeChallenge(current, frame, advice) : seeNeutral(frame, advice));
    },
    state: () => current,
  };
}

function adviceOf({ height, offset }: FaceFrame, rules: LivenessRules): FaceAdvice | null {
  if (height < rules.faceHeightMin) return 'come-closer';
  if (height > rules.faceHeightMax) return 'go-back';
  return offset > rules.faceOffsetMax ? 'to-the-middle' : null;
}

function isMovement(challenge: LivenessChallenge, { yaw, pitch }: Movement, rules: LivenessRules): boolean {
  switch (challenge) {
    case 'turn-left':
      return yaw <= -rules.turnDegrees;
    case 'turn-right':
      return yaw >= rules.turnDegrees;
    case 'chin-up':
      return pitch <= -rules.nodDegrees;
    case 'chin-down':
      return pitch >= rules.nodDegrees;
    case 'blink':
      return false;
  }
}

/** A movement that was clearly another one than was asked for: what a recording does that does not know the order. */
function isWrong(challenge: LivenessChallenge, { yaw, pitch }: Movement, rules: LivenessRules): boolean {
  const turned: LivenessChallenge | null = Math.abs(yaw) < rules.wrongTurnDegrees ? null : yaw < 0 ? 'turn-left' : 'turn-right';
  if (turned !== null) return turned !== challenge;
  if (Math.abs(pitch) < rules.wrongNodDegrees || Math.abs(yaw) >= rules.wrongNodOnlyWithinTurnDegrees) return false;
  return (pitch < 0 ? 'chin-up' : 'chin-down') !== challenge;
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
