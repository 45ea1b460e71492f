/** The engine's files as bytes inside a script of the bundle, for a page that may fetch nothing. */
import wasm from '../../../../node_modules/@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url&inline';
import detectorWeights from '../../../../node_modules/@vladmandic/human/models/blazeface.bin?url&inline';
import detector from '../../../../node_modules/@vladmandic/human/models/blazeface.json?url&inline';
import meshWeights from '../../../../node_modules/@vladmandic/human/models/facemesh.bin?url&inline';
import mesh from '../../../../node_modules/@vladmandic/human/models/facemesh.json?url&inline';
import irisWeights from '../../../../node_modules/@vladmandic/human/models/iris.bin?url&inline';
import iris from '../../../../node_modules/@vladmandic/human/models/iris.json?url&inline';
import { bytesOfData, type EngineFiles } from './verified-fetch.ts';

/** As data: addresses, under their names in `PAGE_FILES`. */
const FILES: Readonly<Record<string, string>> = {
  'tfjs-backend-wasm-simd.wasm': wasm,
  'blazeface.bin': detectorWeights,
  'blazeface.json': detector,
  'facemesh.bin': meshWeights,
  'facemesh.json': mesh,
  'iris.bin': irisWeights,
  'iris.json': iris,
};

export const bundledFiles = (): EngineFiles => async (name) => {
  const address = FILES[name];
  return address === undefined ? null : bytesOfData(address);
};
