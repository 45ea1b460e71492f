/** Lays the model and program files of identification beside the built pages, each held against its hash: an altered package builds nothing. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PAGE_FILES } from '../../shared/domain/identification-files.ts';
import { REPOSITORY } from './repository.ts';

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

/** The part of a Vite plugin that this is; Vite's own type would tie the launchers to it. */
interface FileEmitter {
  emitFile(file: { type: 'asset'; fileName: string; source: Uint8Array }): string;
}

export const identificationAssets = () => ({
  name: 'identification-assets',
  async generateBundle(this: FileEmitter): Promise<void> {
    for (const [name, hash] of Object.entries(PAGE_FILES)) {
      const source = await readFile(join(MODULES, PLACES[name] ?? join(HUMAN, name)));
      if (createHash('sha256').update(source).digest('hex') !== hash) throw new Error(`${name} is not the file that was examined`);
      this.emitFile({ type: 'asset', fileName: `identification/${name}`, source });
    }
  },
});
