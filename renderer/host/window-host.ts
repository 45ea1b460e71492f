/** Finds the one object through which the page reaches the core; nothing else in the renderer names it. */
import type { WindowHost } from '../../shared/ipc/wire.ts';

declare global {
  interface Window {
    readonly host?: WindowHost;
  }
}

/** @throws {Error} where the page was opened outside a shell: there is nothing it could do then. */
export function windowHost(): WindowHost {
  if (window.host === undefined) throw new Error('HostMissing');
  return window.host;
}
