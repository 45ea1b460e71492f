/** Both decoders of the scanner, started as its worker starts them. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Decoder } from '../../../renderer/features/qr-scanner/reading/decoder.ts';
import { provideDecoder } from '../../../renderer/features/qr-scanner/reading/provide-decoder.ts';
import { createScriptDecoder } from '../../../renderer/features/qr-scanner/reading/script/script-decoder.ts';

export const WASM = new Uint8Array(readFileSync(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'))));

export const wasmDecoder: Decoder = (await provideDecoder(WASM)).decoder;
export const scriptDecoder: Decoder = createScriptDecoder();
export const provideSecond = () => Promise.resolve(scriptDecoder);
