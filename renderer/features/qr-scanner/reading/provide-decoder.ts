/** Starts the best decoder this machine allows: WebAssembly, and plain script where it cannot start. */
import type { Decoder } from './decoder.ts';
import { createWasmDecoder } from './wasm-decoder.ts';

/** Loaded only where it is needed: the common desk never does. */
export async function provideScriptDecoder(): Promise<Decoder> {
  const { createScriptDecoder } = await import('./script/script-decoder.ts');
  return createScriptDecoder();
}

/** @param wasm the bytes of zxing_reader.wasm */
export async function provideDecoder(wasm: Uint8Array<ArrayBuffer>): Promise<{ kind: 'wasm' | 'script'; decoder: Decoder }> {
  try {
    return { kind: 'wasm', decoder: await createWasmDecoder(wasm) };
  } catch {
    // The policy of a managed browser may forbid WebAssembly, an old machine may lack the memory.
    return { kind: 'script', decoder: await provideScriptDecoder() };
  }
}
