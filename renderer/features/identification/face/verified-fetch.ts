/** The only fetch of the engine's worker: files of the list, from beside the page, each held against its SHA-256. */
import { PAGE_FILES } from '../../../../shared/domain/identification-files.ts';
import { bytesToHex } from '../../../../shared/util/bytes.ts';

/** Beside the folder the built worker lies in. */
export const FILES_BASE = new URL('../identification/', self.location.href).href;

const CONTENT_TYPES: Readonly<Record<string, string>> = { json: 'application/json', wasm: 'application/wasm' };

/**
 * Replaces the worker's fetch, because the libraries load their models by it. The sample face of the warm-up comes as a data: address.
 * @param refused told when a file is missing or altered: the library may wait for it for ever
 */
export function verifyEveryFetch(refused: () => void): void {
  const fetchFromServer = self.fetch.bind(self);
  self.fetch = async (input) => {
    const address = input instanceof Request ? input.url : String(input);
    if (address.startsWith('data:')) return responseOfData(address);
    const name = address.startsWith(FILES_BASE) ? address.slice(FILES_BASE.length) : '';
    const response = PAGE_FILES[name] === undefined ? Response.error() : await fetchFromServer(address).catch(() => Response.error());
    const bytes = await response.arrayBuffer();
    if (bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))) !== PAGE_FILES[name]) {
      refused();
      throw new TypeError(`${name} is not the file that was examined`);
    }
    return new Response(bytes, { headers: { 'content-type': CONTENT_TYPES[name.split('.').at(-1)!] ?? 'application/octet-stream' } });
  };
}

/** The page's policy lets nothing be fetched from a data: address; its bytes are there already. */
function responseOfData(address: string): Response {
  const encoded = atob(address.slice(address.indexOf(',') + 1));
  const bytes = Uint8Array.from(encoded, (character) => character.charCodeAt(0));
  return new Response(bytes, { headers: { 'content-type': /^data:([^;,]*)/.exec(address)?.[1] ?? '' } });
}
