/** The face descriptor: @vladmandic/face-api on WebAssembly in a thread of Node, fed from files whose hashes were checked. */
import type * as FaceApi from '@vladmandic/face-api/dist/face-api.esm.js';
import { type ModelFile, readModelFile } from './model-files.ts';

export type FaceModel = typeof FaceApi;

/** Of tfjs, which the library carries whole and types in part. */
interface TensorRuntime {
  env(): { setPlatform(name: string, platform: typeof PLATFORM): void; set(flag: string, value: boolean): void };
  setWasmPaths(folder: string, byPlatformFetch: boolean): void;
  setBackend(name: string): Promise<boolean>;
  ready(): Promise<void>;
  getBackend(): string;
}

/**
 * The library is a bundle for pages. It must not notice that it runs in Node (its branches for Node ask for modules a bundle does
 * not have), so the thread gives up `process`, which nothing else in it uses, and brings the few things the library needs.
 * @throws where WebAssembly SIMD is missing or a file is altered
 */
export async function loadFaceModel(): Promise<FaceModel> {
  Reflect.deleteProperty(globalThis, 'process');
  const api = await import('@vladmandic/face-api/dist/face-api.esm.js');
  const runtime = api.tf as unknown as TensorRuntime;
  runtime.env().setPlatform('thread', PLATFORM);
  // Threads within the thread would need workers of a page.
  runtime.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  api.env.setEnv(WITHOUT_CANVAS);
  runtime.setWasmPaths('', true);
  await runtime.setBackend('wasm');
  await runtime.ready();
  // On the plain JavaScript backend one face takes half a minute.
  if (runtime.getBackend() !== 'wasm') throw new Error('the face descriptor runs on WebAssembly only');
  await fill(api, api.nets.ssdMobilenetv1, 'ssd_mobilenetv1_model');
  await fill(api, api.nets.faceLandmark68Net, 'face_landmark_68_model');
  await fill(api, api.nets.faceRecognitionNet, 'face_recognition_model');
  return api;
}

type Network = 'ssd_mobilenetv1_model' | 'face_landmark_68_model' | 'face_recognition_model';

async function fill(api: FaceModel, net: { loadFromWeightMap(weights: FaceApi.tf.NamedTensorMap): void }, name: Network): Promise<void> {
  const manifest = JSON.parse(new TextDecoder().decode(await readModelFile(`${name}-weights_manifest.json`))) as { weights: FaceApi.tf.io.WeightsManifestEntry[] }[];
  const weights = await readModelFile(`${name}.bin`);
  net.loadFromWeightMap(api.tf.io.decodeWeights(weights.buffer, manifest.flatMap((group) => group.weights)));
}

/** tfjs asks its platform for the time, for text as bytes, and for its WebAssembly by its file name. */
const PLATFORM = {
  now: () => performance.now(),
  fetch: async (path: string) => new Response(await readModelFile(path.split('/').at(-1) as ModelFile)),
  encode: (text: string) => new TextEncoder().encode(text),
  decode: (bytes: Uint8Array) => new TextDecoder().decode(bytes),
  setTimeoutCustom: (run: () => void, afterMs: number) => setTimeout(run, afterMs),
  isTypedArray: (value: unknown): value is Uint8Array => ArrayBuffer.isView(value),
};

function noElement(): never {
  throw new TypeError('pictures come as tensors here');
}
const WITHOUT_CANVAS = {
  Canvas: noElement,
  CanvasRenderingContext2D: noElement,
  Image: noElement,
  ImageData: noElement,
  Video: noElement,
  createCanvasElement: noElement,
  createImageElement: noElement,
  createVideoElement: noElement,
  fetch: noElement,
  readFile: noElement,
} as unknown as FaceApi.Environment;
