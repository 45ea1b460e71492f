/** What a worker with the face engine does: frames of the camera enter it and only numbers leave, and the stills a person hands in. */
import { judgePortrait, portraitScore } from '../portrait/judge-portrait.ts';
import type { FaceObservation, Still } from './face-observation.ts';
import type { EngineReadiness, FaceReport, FaceRequest } from './face-protocol.ts';
import { greyOf } from '../../../../shared/util/measure-picture.ts';
import { loadMeshModel, type MeshModel } from './mesh-model.ts';
import { boxOf, type FoundFace, observeFace } from './observe-face.ts';
import { type EngineFiles, verifyEveryFetch } from './verified-fetch.ts';

/** Sharpness is measured on the face drawn at this width, so that a face near and one far are judged alike. */
const PATCH_WIDTH = 160;
const JPEG_QUALITY = 0.92;
const TIMED_FRAMES = 5;

interface Kept {
  picture: OffscreenCanvas;
  observation: FaceObservation;
}

let model: MeshModel | null = null;
let newest: Kept | null = null;
let best: (Kept & { score: number }) | null = null;
const patch = new OffscreenCanvas(PATCH_WIDTH, PATCH_WIDTH);
/** The DOM types take every file for a page's; a worker's own port has the type of the page's end. */
const page = self as unknown as Worker;
const report = (message: FaceReport, transfer: Transferable[] = []): void => page.postMessage(message, transfer);

/** Called once, by the worker's own module. @param files where the models come from */
export function serveFace(files: EngineFiles): void {
  verifyEveryFetch(files, () => report({ kind: 'failed' }));
  self.addEventListener('message', ({ data }: MessageEvent<FaceRequest>) => answer(data));
}

function answer(request: FaceRequest): void {
  switch (request.kind) {
    case 'open':
      void open();
      break;
    case 'look':
      void look(request.picture, request.atMs).then(
        (observation) => report({ kind: 'seen', id: request.id, observation }),
        () => report({ kind: 'unseen', id: request.id }),
      );
      break;
    case 'still':
      void still(request.of === 'newest' ? newest : best).then((found) => report({ kind: 'still', id: request.id, still: found }, found === null ? [] : [found.jpeg.buffer]));
      break;
    case 'forget':
      best = null;
      break;
  }
}

async function open(): Promise<void> {
  const startedAt = performance.now();
  try {
    model = await loadMeshModel();
    await model.warmUp();
    const readyMs = performance.now() - startedAt;
    report({ kind: 'opened', readiness: { readyMs, frameMs: await timeFrames(model) } });
  } catch {
    report({ kind: 'failed' });
  }
}

async function timeFrames(warm: MeshModel): Promise<EngineReadiness['frameMs']> {
  const times: number[] = [];
  for (let frame = 0; frame < TIMED_FRAMES; frame += 1) {
    const from = performance.now();
    await warm.warmUp();
    times.push(performance.now() - from);
  }
  // What else runs at this moment is not the machine's weakness.
  return Math.min(...times);
}

async function look(picture: ImageBitmap, atMs: number): Promise<FaceObservation> {
  const { width, height } = picture;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.drawImage(picture, 0, 0);
  picture.close();
  const found = (await model!.find(canvas)).toSorted((a, b) => areaOf(b) - areaOf(a));
  const [largest] = found;
  const face = largest === undefined ? null : observeFace(largest, greyOf(context.getImageData(0, 0, width, height)), greyOf(faceAtFixedSize(canvas, largest)));
  const observation: FaceObservation = { atMs, width, height, faces: found.length, face };
  newest = { picture: canvas, observation };
  if (judgePortrait(observation) === null) keepIfBetter(newest);
  return observation;
}

function areaOf({ mesh }: FoundFace): number {
  const [, , width, height] = boxOf(mesh);
  return width * height;
}

function keepIfBetter(kept: Kept): void {
  const score = portraitScore(kept.observation);
  if (best === null || score > best.score) best = { ...kept, score };
}

function faceAtFixedSize(canvas: OffscreenCanvas, found: FoundFace): ImageData {
  const [left, top, width, height] = boxOf(found.mesh);
  patch.height = Math.max(8, Math.round((PATCH_WIDTH * height) / Math.max(1, width)));
  const context = patch.getContext('2d', { willReadFrequently: true })!;
  context.drawImage(canvas, left, top, width, height, 0, 0, patch.width, patch.height);
  return context.getImageData(0, 0, patch.width, patch.height);
}

async function still(kept: Kept | null): Promise<Still | null> {
  if (kept === null) return null;
  const blob = await kept.picture.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY });
  return { jpeg: new Uint8Array(await blob.arrayBuffer()), observation: kept.observation };
}
