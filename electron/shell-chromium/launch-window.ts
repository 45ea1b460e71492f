/** Starts one browser process with one app window, an own profile and nothing the desk does not need. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type BrowserProcess, spawnBrowser } from './browser-process.ts';
import { prepareProfile } from './browser-profile.ts';
import { type BrowserOptions, browserSwitches } from './browser-switches.ts';
import { pipeTransport } from './pipe-transport.ts';
import { closePopUps } from './pop-up-guard.ts';

export interface WindowOptions extends BrowserOptions {
  executablePath: string;
  /** Loaded once everything is prepared. */
  address: string;
  /** What becomes of windows the page opens; closed where nothing is said. */
  popUps?: 'closed' | 'kept';
}

export interface LaunchedWindow {
  context: BrowserContext;
  page: Page;
  /** Resolves, at every call, when the browser has ended. */
  close(): Promise<void>;
}

/** A browser on its way, in which nothing of ours is loaded yet. */
export interface StartingWindow {
  /** Resolves when its process runs and Playwright is read, or will not be: what is read before keeps both waiting. */
  begun: Promise<void>;
  /** `prepare` runs before the first page of ours is loaded. */
  show(prepare: (context: BrowserContext) => Promise<void>): Promise<LaunchedWindow>;
  /** Instead of `show`, when there will be nothing to show. */
  abandon(): Promise<void>;
}

/** A browser on a machine with other work. */
const ANSWER_MS = 180_000;
/** One that hangs at its end would hold the profile for ever. */
const END_MS = 30_000;

/**
 * Starts the browser at once. It takes longer than everything else of a start, Playwright's modules included, which take a fifth of
 * a second: so we start the process ourselves and let Playwright connect to it, instead of reading Playwright first to let it start one.
 */
export function startWindow(options: WindowOptions): StartingWindow {
  const spawned = prepareProfile(options.profile).then(() => spawnBrowser(options.executablePath, browserSwitches(options)));
  const driver = spawned.then(() => import('playwright-core'));
  const connected = Promise.all([spawned, driver]).then(async ([process, { chromium }]) => {
    const transport = pipeTransport(process.pipe, () => void endBrowser(process));
    return Promise.race([chromium.connectOverCDP(transport, { isLocal: true, timeout: ANSWER_MS }), failAtEnd(process)]);
  });
  // A failure is the answer of `show`; until somebody asks it must not count as nobody's.
  connected.catch(ignore);
  return {
    begun: driver.then(ignore, ignore),
    show: async (prepare) => showPage(await connected, await spawned, options, prepare),
    abandon: async () => {
      const process = await spawned.catch(() => null);
      if (process !== null) await endBrowser(process);
    },
  };
}

export const launchWindow = (options: WindowOptions, prepare: (context: BrowserContext) => Promise<void>): Promise<LaunchedWindow> =>
  startWindow(options).show(prepare);

/** One would outlive its page, and could answer it in our place. */
const WITHOUT_SERVICE_WORKERS = 'delete Navigator.prototype.serviceWorker;';

const ignore = (): void => undefined;

async function failAtEnd({ ended }: BrowserProcess): Promise<never> {
  throw new Error(await ended);
}

/**
 * At the end of the pipe it closes its windows, writes its profile and ends; killed, it would offer at its next start to restore what
 * a crash took.
 */
async function endBrowser({ pipe, ended, kill }: BrowserProcess): Promise<void> {
  pipe.toBrowser.end();
  const timer = setTimeout(kill, END_MS);
  await ended;
  clearTimeout(timer);
}

async function showPage(
  browser: Browser,
  process: BrowserProcess,
  { address, headless, place, popUps = 'closed' }: WindowOptions,
  prepare: (context: BrowserContext) => Promise<void>,
): Promise<LaunchedWindow> {
  const [context] = browser.contexts();
  if (context === undefined) throw new Error('The browser has no profile open.');
  try {
    const page = context.pages()[0] ?? (await context.waitForEvent('page'));
    await Promise.all([
      refuseDownloads(browser),
      context.addInitScript({ content: WITHOUT_SERVICE_WORKERS }),
      // Colours, motion and contrast are the system's: Playwright would have every page believe in a light one.
      page.emulateMedia({ colorScheme: null, reducedMotion: null, forcedColors: null, contrast: null }),
      // A page in a real window follows the window's size; without one it needs a size of its own.
      headless ? page.setViewportSize({ width: place.width, height: place.height }) : null,
      popUps === 'closed' ? closePopUps(context, page) : null,
      prepare(context),
    ]);
    await page.goto(address);
    return {
      context,
      page,
      close: async () => {
        await context.close();
        await process.ended;
      },
    };
  } catch (error) {
    await endBrowser(process);
    throw error;
  }
}

/** In force as long as its session, which ends with the browser. */
async function refuseDownloads(browser: Browser): Promise<void> {
  const session = await browser.newBrowserCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: true });
}
