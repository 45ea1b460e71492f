/** A frame that the engine cannot look at is told as one, and the frames after it are looked at. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type FaceEngine, openEngineOf } from '../../../../renderer/features/identification/face/face-engine.ts';
import type { FaceObservation } from '../../../../renderer/features/identification/face/face-observation.ts';
import type { FaceReport, FaceRequest } from '../../../../renderer/features/identification/face/face-protocol.ts';

/** A worker whose model opens, and fails for some of the frames. */
class FailingWorker extends EventTarget {
  #looks = 0;
  terminated = false;
  readonly #fails: (look: number) => boolean;
  readonly #frameMs: number;
  constructor(fails: (look: number) => boolean, frameMs = 50) {
    super();
    this.#fails = fails;
    this.#frameMs = frameMs;
  }
  postMessage(request: FaceRequest): void {
    if (request.kind === 'open') this.#report({ kind: 'opened', readiness: { readyMs: 1, frameMs: this.#frameMs } });
    if (request.kind !== 'look') return;
    const { id, atMs } = request;
    this.#looks += 1;
    this.#report(this.#fails(this.#looks) ? { kind: 'unseen', id } : { kind: 'seen', id, observation: { atMs, width: 4, height: 3, faces: 0, face: null } });
  }
  terminate(): void {
    this.terminated = true;
  }
  #report(report: FaceReport): void {
    setTimeout(() => this.dispatchEvent(new MessageEvent('message', { data: report })));
  }
}

async function engineThatFails(fails: (look: number) => boolean): Promise<FaceEngine> {
  const opened = await openEngineOf(new FailingWorker(fails) as unknown as Worker);
  if (!opened.ok) throw new Error(opened.failure);
  return opened.value;
}

const PICTURE = {} as ImageBitmap;
const VIDEO = { readyState: 2, videoWidth: 4, requestVideoFrameCallback: (shown: () => void) => setTimeout(shown) } as unknown as HTMLVideoElement;

beforeEach(() => {
  vi.stubGlobal('HTMLMediaElement', { HAVE_CURRENT_DATA: 2 });
  vi.stubGlobal('createImageBitmap', async () => PICTURE);
});
afterEach(() => void vi.unstubAllGlobals());

test('a picture that cannot be looked at is an error, one that can is an observation', async () => {
  const engine = await engineThatFails((look) => look === 1);
  await expect(engine.look(PICTURE)).rejects.toThrow('FrameUnseen');
  expect(await engine.look(PICTURE)).toMatchObject({ faces: 0, face: null });
});

test('a film goes on after a frame that cannot be looked at', async () => {
  const engine = await engineThatFails((look) => look % 2 === 1);
  const seen: FaceObservation[] = [];
  const three = Promise.withResolvers<void>();
  const watch = engine.watch(VIDEO, (observation) => {
    seen.push(observation);
    if (seen.length === 3) three.resolve();
  });
  await three.promise;
  watch.stop();
  expect(seen).toHaveLength(3);
});

test('a machine that needs a third of a second for a frame is fast enough, one that needs more is too weak and its worker ends', async () => {
  const opened = async (frameMs: number) => {
    const worker = new FailingWorker(() => false, frameMs);
    const answer = await openEngineOf(worker as unknown as Worker);
    return [answer.ok ? 'opened' : answer.failure, worker.terminated];
  };
  expect([await opened(333), await opened(334)]).toEqual([['opened', false], ['too-weak', true]]);
});
