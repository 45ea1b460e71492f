/** The page's end of the face worker: one engine, opened before it is needed, asked frame by frame. */
// oxlint-disable-next-line import/default -- Vite makes this module: its default is the address of the built worker
import faceWorkerUrl from './face.worker.ts?worker&url';
import { failure, type Result, success } from '../../../../shared/util/result.ts';
import { ENGINE_VERSION } from '../../../../shared/domain/identification/identification-files.ts';
import { createFrameClock } from './frame-clock.ts';
import type { FaceObservation, Still } from './face-observation.ts';
import type { EngineReadiness, FaceReport, FaceRequest, StillChoice } from './face-protocol.ts';

/**
 * `cannot-run`: no WebAssembly SIMD, a file missing or altered, or no answer in time. `too-weak`: it runs, but misses movements.
 * Either way only a human can identify.
 */
export type EngineFailure = 'cannot-run' | 'too-weak';

export interface FaceWatch {
  /** The newest frame the engine has looked at, or the best portrait since `forgetBest`; null before there is one. */
  still(of: StillChoice): Promise<Still | null>;
  forgetBest(): void;
  stop(): void;
}

export interface FaceEngine {
  readonly readiness: EngineReadiness;
  /** Names libraries and model files in the record. */
  readonly version: string;
  /** Frames a second this machine reaches at most. */
  readonly framesPerSecond: number;
  /** Looks at frame after frame of a playing picture, as fast as the machine can and never more than one at a time. @param leastMs from one frame to the next */
  watch(video: HTMLVideoElement, see: (observation: FaceObservation) => void, leastMs?: number): FaceWatch;
  /** One still picture; the bitmap is taken over. @throws where the model failed at it */
  look(picture: ImageBitmap): Promise<FaceObservation>;
  close(): void;
}

/** Libraries and models come from the disk or a local network; a slow machine needs seconds, not more. */
const OPENING_LIMIT_MS = 45_000;

/** A turn of the head takes about a second, and two frames in a row must show it. */
const SLOWEST_FRAME_MS = 333;

/** Loads lazily: call it while the citizen still reads, so that the camera finds it warm. */
export const openFaceEngine = (): Promise<Result<FaceEngine, EngineFailure>> => openEngineOf(new Worker(faceWorkerUrl, { type: 'module', name: 'face' }));

/** @param worker with `serveFace` in it; ended where the engine does not open */
export function openEngineOf(worker: Worker): Promise<Result<FaceEngine, EngineFailure>> {
  return new Promise((resolve) => {
    const give = (answer: Result<FaceEngine, EngineFailure>): void => {
      clearTimeout(limit);
      if (!answer.ok) worker.terminate();
      resolve(answer);
    };
    const limit = setTimeout(() => give(failure('cannot-run')), OPENING_LIMIT_MS);
    worker.addEventListener('error', () => give(failure('cannot-run')));
    worker.addEventListener('message', ({ data }: MessageEvent<FaceReport>) => {
      if (data.kind === 'failed') give(failure('cannot-run'));
      if (data.kind === 'opened') give(data.readiness.frameMs > SLOWEST_FRAME_MS ? failure('too-weak') : success(engineOf(worker, data.readiness)));
    });
    worker.postMessage({ kind: 'open' } satisfies FaceRequest);
  });
}

function engineOf(worker: Worker, readiness: EngineReadiness): FaceEngine {
  const waiting = new Map<number, (report: FaceReport) => void>();
  let asked = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<FaceReport>) => {
    if (data.kind !== 'seen' && data.kind !== 'unseen' && data.kind !== 'still') return;
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  });

  const look = async (picture: ImageBitmap, atMs: number): Promise<FaceObservation> => {
    const report = await ask((id) => worker.postMessage({ kind: 'look', id, picture, atMs } satisfies FaceRequest, [picture]));
    if (report.kind !== 'seen') throw new Error('FrameUnseen');
    return report.observation;
  };
  const still = async (of: StillChoice): Promise<Still | null> => {
    const report = await ask((id) => worker.postMessage({ kind: 'still', id, of } satisfies FaceRequest));
    return report.kind === 'still' ? report.still : null;
  };
  function ask(send: (id: number) => void): Promise<FaceReport> {
    asked += 1;
    const id = asked;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      send(id);
    });
  }

  return {
    readiness,
    version: ENGINE_VERSION,
    framesPerSecond: 1000 / readiness.frameMs,
    watch(video, see, leastMs) {
      const clock = createFrameClock(video, async (picture, atMs) => see(await look(picture, atMs)), leastMs);
      return { still, forgetBest: () => worker.postMessage({ kind: 'forget' } satisfies FaceRequest), stop: clock.stop };
    },
    look: (picture) => look(picture, 0),
    close: () => worker.terminate(),
  };
}
