/** The thread that describes faces: pictures go in, 128 numbers come out, and nothing of either is kept. */
import { serveCalls } from '../call-thread/serve-calls.ts';
import { describeFace, type DescribedFace } from './describe-face.ts';
import { loadFaceModel } from './face-model.ts';

export interface FaceThread {
  describe(picture: Uint8Array): Promise<DescribedFace>;
}

const model = loadFaceModel();
/** Whoever asks is told; until then the failure waits here. */
model.catch(() => {});

serveCalls<FaceThread>({ describe: async (picture) => describeFace(await model, picture) });
