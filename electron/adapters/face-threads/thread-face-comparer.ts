/** FaceComparer and PortraitExaminer in a thread of its own: half a second a face would hold up the window, and the models take a hundred megabytes. */
import type { FaceComparer } from '../../ports/issuance/face-comparer.ts';
import type { PortraitExaminer } from '../../ports/issuance/portrait-examiner.ts';
import { createCallThread } from '../call-thread/call-thread.ts';
import type { DescribedFace } from './describe-face.ts';
import type { FaceThread } from './face.worker.ts';

/** One case is followed by the next; between shifts the memory is given back. */
const IDLE_MS = 5 * 60_000;
/** A picture of sixteen megapixels, once as bytes and once as numbers; the models lie in the memory of WebAssembly. */
const HEAP_MB = 512;
/** Models and first picture on a slow machine; what takes longer will not come. */
const DEADLINE_MS = 60_000;

/** Beside this module in the sources, beside the bundle where the program is packed. */
const ENTRY = new URL(import.meta.url.endsWith('.ts') ? './face.worker.ts' : './face-worker.js', import.meta.url);

export interface ThreadFaceComparer extends FaceComparer, PortraitExaminer {
  /** Null where this machine cannot. A picture described before is not described again. */
  describe(picture: Uint8Array): Promise<DescribedFace | null>;
  end(): Promise<void>;
}

export function createThreadFaceComparer(): ThreadFaceComparer {
  let idle: NodeJS.Timeout | undefined;
  const described = new WeakMap<Uint8Array, Promise<DescribedFace | null>>();
  const thread = createCallThread<FaceThread>({ entry: ENTRY, name: 'faces', heapMb: HEAP_MB, onEnd: () => clearTimeout(idle), onRest: rest });

  function rest(): void {
    clearTimeout(idle);
    idle = setTimeout(() => void (thread.busy || thread.end()), IDLE_MS);
    idle.unref();
  }

  async function ask(picture: Uint8Array): Promise<DescribedFace | null> {
    clearTimeout(idle);
    const deadline = setTimeout(() => void thread.end(), DEADLINE_MS);
    try {
      return await thread.ask('describe', picture);
    } catch {
      return null;
    } finally {
      clearTimeout(deadline);
    }
  }

  async function describe(picture: Uint8Array): Promise<DescribedFace | null> {
    const known = described.get(picture) ?? ask(picture);
    described.set(picture, known);
    const answer = await known;
    // The machine may be able to the next time.
    if (answer === null) described.delete(picture);
    return answer;
  }

  return {
    describe,
    async compare(left, right) {
      const [one, other] = [await describe(left), await describe(right)];
      if (one === null || other === null) return { state: 'unavailable' };
      if (one.state === 'several-faces' || other.state === 'several-faces') return { state: 'several-faces' };
      if (one.state === 'no-face' || other.state === 'no-face') return { state: 'no-face' };
      return { state: 'compared', distance: distanceOf(one.descriptor, other.descriptor), goodPictures: one.good && other.good };
    },
    async examine(picture) {
      const answer = await describe(picture);
      if (answer === null) return { state: 'unavailable' };
      return answer.state === 'described' ? { state: 'one-face', face: answer.face } : answer;
    },
    end: () => thread.end(),
  };
}

const distanceOf = (one: Float32Array, other: Float32Array): number => Math.hypot(...one.map((value, index) => value - other[index]!));
