/** The WebAssembly of the decoder as bytes inside the bundle: the page may fetch nothing, not even from itself. */
// oxlint-disable-next-line import/default -- Vite makes this module: its default is a data: address with the bytes
import address from 'zxing-wasm/reader/zxing_reader.wasm?url&inline';

export function decoderBytes(): Uint8Array<ArrayBuffer> {
  const encoded = atob(address.slice(address.indexOf(',') + 1));
  const bytes = new Uint8Array(encoded.length);
  for (let index = 0; index < encoded.length; index += 1) bytes[index] = encoded.charCodeAt(index);
  return bytes;
}
