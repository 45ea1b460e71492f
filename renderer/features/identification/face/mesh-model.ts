/** The face model itself: @vladmandic/human on WebAssembly, with everything switched off that identification does not use. */
import Human, { type Config } from '@vladmandic/human';
import type { FoundFace, MeshPoint } from './observe-face.ts';
import { FILES_BASE } from './verified-fetch.ts';

/** Never "auto": WebGL without a GPU hangs or takes a second a frame, the plain JavaScript backend three. */
const CONFIG: Partial<Config> = {
  backend: 'wasm',
  wasmPath: FILES_BASE,
  modelBasePath: FILES_BASE,
  // What the worker's fetch has verified must not come from a cache of the library the next time.
  cacheModels: false,
  cacheSensitivity: 0,
  warmup: 'none',
  debug: false,
  async: false,
  filter: { enabled: false },
  gesture: { enabled: false },
  body: { enabled: false },
  hand: { enabled: false },
  object: { enabled: false },
  segmentation: { enabled: false },
  face: {
    enabled: true,
    // Two, to see that there is a second person; turned into place, because a tilted head is measured badly.
    detector: { modelPath: 'blazeface.json', rotation: true, maxDetected: 2, minConfidence: 0.3, skipFrames: 0, skipTime: 0 },
    mesh: { enabled: true, modelPath: 'facemesh.json' },
    // Without the iris model a closed eye reads 0.8 of an open one, with it 0.65.
    iris: { enabled: true, modelPath: 'iris.json' },
    emotion: { enabled: false },
    description: { enabled: false },
    antispoof: { enabled: false },
    liveness: { enabled: false },
    attention: { enabled: false },
  },
};

/** Of a face with both irises. */
const POINTS = 478;

export interface MeshModel {
  find(picture: OffscreenCanvas): Promise<FoundFace[]>;
  /** The library's own sample face is found; a picture without a face would leave most of the model cold. */
  warmUp(): Promise<void>;
}

/** @throws where WebAssembly SIMD is missing or a file is not what it should be. */
export async function loadMeshModel(): Promise<MeshModel> {
  const human = new Human(CONFIG);
  // On an isolated page, as the desk's is, the backend would insist on threads of its own.
  human.tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  await human.init();
  if (human.tf.getBackend() !== 'wasm') throw new Error('the engine runs on WebAssembly only');
  await human.load();
  return {
    async find(picture) {
      const { face } = await human.detect(picture);
      return face.flatMap(({ mesh, rotation }) =>
        mesh.length === 0 || !rotation ? [] : [{ mesh: mesh as unknown as MeshPoint[], angle: rotation.angle }],
      );
    },
    async warmUp() {
      const sample = await human.warmup({ warmup: 'face' });
      // The library goes on without a model it could not load.
      if (sample?.face[0]?.mesh.length !== POINTS) throw new Error('the sample face was not found: a model is missing');
    },
  };
}
