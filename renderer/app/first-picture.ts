/** Asks for what the first screen shows before the libraries that draw it are evaluated: the core answers meanwhile. */
// Past the index, which would bring those libraries first.
import { connectPage, type Page } from '../host/page.ts';
import { windowHost } from '../host/window-host.ts';
import type { Fault } from '../../shared/ipc/wire.ts';
import type { Result } from '../../shared/util/result.ts';

/** Rejects where there is no core to ask. */
export const firstPicture: Promise<Result<Page, Fault>> = ask();

async function ask(): Promise<Result<Page, Fault>> {
  const [connected] = await Promise.all([connectPage(windowHost()), lettersReady()]);
  return connected;
}

/**
 * The page already fetches its letters. Drawn before they are there, it would be laid out in a font of the system, which the browser
 * has to look for, and a moment later once more. One that cannot be had is done without.
 */
function lettersReady(): Promise<unknown> {
  return document.fonts.load("1em 'Inter Variable'", 'Tтә').catch(() => undefined);
}
