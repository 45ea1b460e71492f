/** The model files of the face descriptor: where they lie, and the hashes without which none is used. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/** In the package while the sources run; beside the bundle, under `face-models/`, where the program is packed. */
const PLACES = {
  'ssd_mobilenetv1_model-weights_manifest.json': ['@vladmandic/face-api/model', '888f744dffbc84f5f060d1f8427d9742341943a2dfaaf9205d10029b7e7a2955'],
  'ssd_mobilenetv1_model.bin': ['@vladmandic/face-api/model', '2835640602d53718aa6ae9a42896327eaa21beefed056c218d32ca7d79e1e2f8'],
  'face_landmark_68_model-weights_manifest.json': ['@vladmandic/face-api/model', 'ca4886639f86e99b39fed0c155f81b63317225773bd9616716e887b0153389c9'],
  'face_landmark_68_model.bin': ['@vladmandic/face-api/model', '4611ef65c87d836d03d684b30eec4d195d8b219fa1dd58fc58945831c6b9299b'],
  'face_recognition_model-weights_manifest.json': ['@vladmandic/face-api/model', 'cbaffa501b0b9275a12b63357a6843e7e30c054e1c9151e1a5f879b26e32986b'],
  'face_recognition_model.bin': ['@vladmandic/face-api/model', 'b413e420d6840b2775fba32008db6f3cddb07d485967fb42cfcf379c16a8c589'],
  'tfjs-backend-wasm-simd.wasm': ['@tensorflow/tfjs-backend-wasm/dist', '77ebb28a6d34f371dbbf2086b7f2de8994acd8ea5a3cf1fa24d2c26c840cac7b'],
} as const;
export type ModelFile = keyof typeof PLACES;

/** Name, path from node_modules and SHA-256 of every file, for the build that packs them. */
export const MODEL_FILES = Object.entries(PLACES).map(([name, [folder, hash]]) => ({ name, path: `${folder}/${name}`, hash }));

/** @throws where the file is missing or is not the one that was examined */
export async function readModelFile(name: ModelFile): Promise<Uint8Array<ArrayBuffer>> {
  const [folder, hash] = PLACES[name];
  const place = import.meta.url.endsWith('.ts') ? `../../../node_modules/${folder}/${name}` : `./face-models/${name}`;
  const bytes = Uint8Array.from(await readFile(new URL(place, import.meta.url)));
  if (createHash('sha256').update(bytes).digest('hex') !== hash) throw new Error(`${name} is not the file that was examined`);
  return bytes;
}
