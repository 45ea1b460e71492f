/** Lays the model and program files of identification beside the built pages, each held against its hash: an altered package builds nothing. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { MODEL_FILES } from '../../adapters/face-threads/model-files.ts';
import { PAGE_FILES } from '../../../shared/domain/identification/identification-files.ts';
import { REPOSITORY } from '../repository.ts';

const MODULES = join(REPOSITORY, 'node_modules');
const HUMAN = '@vladmandic/human/models';

/** Where each file lies in its package, from node_modules. */
const PLACES: Readonly<Record<string, string>> = {
  'tfjs-backend-wasm-simd.wasm': '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm',
  'tesseract-worker.js': 'tesseract.js/dist/worker.min.js',
  'tesseract-core-relaxedsimd-lstm.wasm.js': 'tesseract.js-core/tesseract-core-relaxedsimd-lstm.wasm.js',
  'tesseract-core-simd-lstm.wasm.js': 'tesseract.js-core/tesseract-core-simd-lstm.wasm.js',
  'kaz.traineddata.gz': '@tesseract.js-data/kaz/4.0.0_best_int/kaz.traineddata.gz',
};

interface CarriedFile {
  /** Path in the built folder. */
  name: string;
  /** From node_modules. */
  path: string;
  hash: string;
}

/** Written, not handed to the bundler: builds for Node leave assets out. */
export const carry = (files: readonly CarriedFile[]) => ({
  name: 'identification-assets',
  async writeBundle({ dir }: { dir?: string | undefined }): Promise<void> {
    if (dir === undefined) throw new TypeError('the files need a folder');
    for (const { name, path, hash } of files) {
      const bytes = await readFile(join(MODULES, path));
      if (createHash('sha256').update(bytes).digest('hex') !== hash) throw new Error(`${path} is not the file that was examined`);
      await mkdir(join(dir, dirname(name)), { recursive: true });
      await writeFile(join(dir, name), bytes);
    }
  },
});

/** For a page with the identification engine: served from `identification/` beside it. */
export const identificationAssets = () =>
  carry(Object.entries(PAGE_FILES).map(([name, hash]) => ({ name: `identification/${name}`, path: PLACES[name] ?? `${HUMAN}/${name}`, hash })));

/** For the thread that compares faces: read from `face-models/` beside its bundle. */
export const faceModelAssets = () => carry(MODEL_FILES.map(({ name, path, hash }) => ({ name: `face-models/${name}`, path, hash })));
