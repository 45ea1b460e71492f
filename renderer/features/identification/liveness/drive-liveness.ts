/** Leads a person through the movements the service asked for and writes down what was seen; the service judges the record itself. */
import type { LivenessChallenge } from '../../../../shared/domain/identification/identification.ts';
import { createLivenessJudge, type LivenessState } from '../../../../shared/domain/identification/liveness-judge.ts';
import type { LivenessRecord, LivenessStill } from '../../../../shared/domain/identification/liveness-record.ts';
import type { FaceFrame, LivenessRules } from '../../../../shared/domain/identification/liveness-rules.ts';
import { bytesToHex } from '../../../../shared/util/bytes.ts';
import type { FaceEngine } from '../face/face-engine.ts';
import { cameraFacts } from './camera-facts.ts';
import { frameOf } from './frame-of.ts';

export interface LivenessTask {
  engine: FaceEngine;
  /** Plays `track`; shown to the person mirrored. */
  video: HTMLVideoElement;
  track: MediaStreamTrack;
  plan: readonly LivenessChallenge[];
  rules: LivenessRules;
}

export interface LivenessPicture {
  /** `liveness-1` …: the name of the material. */
  name: string;
  jpeg: Uint8Array<ArrayBuffer>;
}

export interface LivenessEnding {
  /** `passed`, `failed` or `restart`, as this page judged: a hint for what to show, never the verdict. */
  state: LivenessState;
  record: LivenessRecord;
  pictures: readonly LivenessPicture[];
}

export interface LivenessRun {
  /** Null when stopped before the end. */
  readonly ended: Promise<LivenessEnding | null>;
  stop(): void;
}

export function driveLiveness(task: LivenessTask, tell: (state: LivenessState) => void): LivenessRun {
  const { engine, video, track, plan, rules } = task;
  const { promise: ended, resolve } = Promise.withResolvers<LivenessEnding | null>();
  const judge = createLivenessJudge(plan, rules);
  const frames: FaceFrame[] = [];
  const stills: Promise<{ picture: LivenessPicture; still: LivenessStill } | null>[] = [];
  let running = true;
  let pictured = -1;

  const watch = engine.watch(video, (observation) => {
    if (!running) return;
    const frame = frameOf(observation);
    frames.push(frame);
    const state = judge.see(frame);
    picture(state);
    tell(state);
    if (state.state !== 'finding-neutral' && state.state !== 'challenge') void finish(state);
  });

  /** One of every movement at its height, and one of the neutral pose before it: whose face it was all the while is looked at later, and the neutral ones are compared with the card. */
  function picture(state: LivenessState): void {
    if (state.state !== 'challenge') return;
    const reached = state.passed * 2 + (state.phase === 'back' ? 1 : 0);
    if (reached <= pictured) return;
    pictured = reached;
    stills.push(takePicture(`liveness-${stills.length + 1}`, state.phase === 'move' ? null : state.challenge));
  }

  async function takePicture(name: string, challenge: LivenessChallenge | null) {
    const still = await watch.still('newest');
    if (still === null) return null;
    const sha256 = bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', still.jpeg)));
    return { picture: { name, jpeg: still.jpeg }, still: { name, sha256, atMs: still.observation.atMs, challenge } };
  }

  async function finish(state: LivenessState): Promise<void> {
    running = false;
    watch.stop();
    const taken = (await Promise.all(stills)).filter((one) => one !== null);
    const seconds = ((frames.at(-1)?.atMs ?? 0) - (frames[0]?.atMs ?? 0)) / 1000;
    const camera = cameraFacts(track);
    resolve({
      state,
      pictures: taken.map(({ picture: one }) => one),
      record: {
        engine: engine.version,
        rulesVersion: rules.version,
        plan: [...plan],
        camera: isFrozen(frames) ? { ...camera, suspicions: [...camera.suspicions, 'frozen-picture'] } : camera,
        framesPerSecond: seconds === 0 ? 0 : Math.round(((frames.length - 1) / seconds) * 10) / 10,
        frames,
        stills: taken.map(({ still }) => still),
      },
    });
  }

  return {
    ended,
    stop() {
      if (!running) return;
      running = false;
      watch.stop();
      resolve(null);
    },
  };
}

/** A lens and its sensor never give the same numbers twice in a row for long; a paused picture does. */
const FROZEN_FRAMES = 12;

function isFrozen(frames: readonly FaceFrame[]): boolean {
  let same = 1;
  for (let index = 1; index < frames.length; index += 1) {
    const [one, other] = [frames[index - 1]!, frames[index]!];
    const equal = other.faces > 0 && one.yaw === other.yaw && one.pitch === other.pitch && one.eyes === other.eyes && one.height === other.height;
    same = equal ? same + 1 : 1;
    if (same >= FROZEN_FRAMES) return true;
  }
  return false;
}
