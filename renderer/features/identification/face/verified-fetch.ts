/** The only fetch of the engine's worker: files of the list, each held against its SHA-256, wherever they come from. */
import { PAGE_FILES } from '../../../../shared/domain/identification/identification-files.ts';
import { bytesToHex } from '../../../../shared/util/bytes.ts';

/** Beside the folder the built worker lies in. */
export const FILES_BASE = new URL('../identification/', self.location.href).href;

const CONTENT_TYPES: Readonly<Record<string, string>> = { json: 'application/json', wasm: 'application/wasm' };

/** The bytes of a file by its name in `PAGE_FILES`; null where there are none. */
export type EngineFiles = (name: string) => Promise<Uint8Array<ArrayBuffer> | null>;

/** Those beside the page. To be called before the worker's fetch is replaced. */
export function filesFromServer(): EngineFiles {
  const fetchFromServer = self.fetch.bind(self);
  return async (name) => {
    const response = await fetchFromServer(FILES_BASE + name).catch(() => null);
    return response === null ? null : new Uint8Array(await response.arrayBuffer());
  };
}

/**
 * Replaces the worker's fetch, because the libraries load their models by it. The sample face of the warm-up comes as a data: address.
 * @param refused told when a file is missing or altered: the library may wait for it for ever
 */
export function verifyEveryFetch(files: EngineFiles, refused: () => void): void {
  self.fetch = async (input) => {
    const address = input instanceof Request ? input.url : String(input);
    if (address.startsWith('data:')) return new Response(bytesOfData(address), { headers: { 'content-type': /^data:([^;,]*)/.exec(address)?.[1] ?? '' } });
    const name = address.startsWith(FILES_BASE) ? address.slice(FILES_BASE.length) : '';
    const bytes = PAGE_FILES[name] === undefined ? null : await files(name);
    if (bytes === null || bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))) !== PAGE_FILES[name]) {
      refused();
      throw new TypeError(`${name} is not the file that was examined`);
    }
    return new Response(bytes, { headers: { 'content-type': CONTENT_TYPES[name.split('.').at(-1)!] ?? 'application/octet-stream' } });
  };
}

/** A page's policy lets nothing be fetched from a data: address; its bytes are there already. @param address in Base64 */
export function bytesOfData(address: string): Uint8Array<ArrayBuffer> {
  const encoded = atob(address.slice(address.indexOf(',') + 1));
  return Uint8Array.from(encoded, (character) => character.charCodeAt(0));
}
