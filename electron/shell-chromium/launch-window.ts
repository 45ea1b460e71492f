/** Starts one browser process with one app window, an own profile and nothing the desk does not need. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { DISABLED_FEATURES } from './browser-features.ts';
import { prepareProfile } from './browser-profile.ts';
import { closePopUps } from './pop-up-guard.ts';
import { wantsSandbox } from './sandbox-choice.ts';

export interface WindowPlace {
  width: number;
  height: number;
  left: number;
  top: number;
}

export interface WindowOptions {
  executablePath: string;
  profile: string;
  /** Loaded once everything is prepared. */
  address: string;
  /** Names the browser may look up; everything else does not exist for it. */
  reachable: 'nothing' | 'loopback';
  /** What becomes of windows the page opens; closed where nothing is said. */
  popUps?: 'closed' | 'kept';
  headless: boolean;
  place: WindowPlace;
  locale: string | null;
  timezone: string | null;
  extraArgs: readonly string[];
}

export interface LaunchedWindow {
  context: BrowserContext;
  page: Page;
  /** Resolves, at every call, when the browser has ended. */
  close(): Promise<void>;
}

/**
 * What an app window without an address bar opens with. The page's own address cannot be answered before there is a connection to the
 * browser: it would draw its page of errors first, and Playwright would wait for that. Chromium makes no app window of about:blank.
 */
const EMPTY_APP_WINDOW = '--app=data:text/html,';

const RESOLVER_RULES = { nothing: 'MAP * ~NOTFOUND', loopback: 'MAP * ~NOTFOUND, EXCLUDE 127.0.0.1' } as const;

/** A browser on its way, in which nothing of ours is loaded yet. */
export interface StartingWindow {
  /** Resolves when its process runs, or will not; what is read before keeps it from being started. */
  begun: Promise<void>;
  /** `prepare` runs before the first page of ours is loaded. */
  show(prepare: (context: BrowserContext) => Promise<void>): Promise<LaunchedWindow>;
  /** Instead of `show`, when there will be nothing to show. */
  abandon(): Promise<void>;
}

/** Starts the browser at once, so that what its page needs can be made ready meanwhile. */
export function startWindow(options: WindowOptions): StartingWindow {
  const process = nextProcess();
  const starting = startBrowser(options);
  // A failure is the answer of `show`; until somebody asks it must not count as nobody's.
  starting.catch(() => undefined);
  return {
    begun: Promise.race([process, starting.then(ignore, ignore)]),
    show: async (prepare) => showPage(await starting, options, prepare),
    abandon: async () => (await starting.catch(() => null))?.close(),
  };
}

export const launchWindow = (options: WindowOptions, prepare: (context: BrowserContext) => Promise<void>): Promise<LaunchedWindow> =>
  startWindow(options).show(prepare);

const ignore = (): void => undefined;

/** Playwright starts the process some turns after it was asked and does not tell; Node does (Diagnostics Channel, `child_process`). */
function nextProcess(): Promise<void> {
  return new Promise((resolve) => {
    const heard = (): void => {
      unsubscribe('child_process', heard);
      resolve();
    };
    subscribe('child_process', heard);
  });
}

async function startBrowser(options: WindowOptions): Promise<BrowserContext> {
  const { place, headless } = options;
  await prepareProfile(options.profile);
  return chromium.launchPersistentContext(options.profile, {
    executablePath: options.executablePath,
    headless,
    chromiumSandbox: wantsSandbox(),
    // A page in a real window follows the window's size; without one it needs a size of its own.
    viewport: headless ? { width: place.width, height: place.height } : null,
    serviceWorkers: 'block',
    acceptDownloads: false,
    // The strip «controlled by automated test software» would cover part of the desk.
    ignoreDefaultArgs: ['--enable-automation'],
    args: [
      ...(headless ? [] : [EMPTY_APP_WINDOW]),
      `--window-size=${place.width},${place.height}`,
      `--window-position=${place.left},${place.top}`,
      // Below the interception of requests: what slips past it finds no host and no proxy.
      `--host-resolver-rules=${RESOLVER_RULES[options.reachable]}`,
      // Without it a strip about the line above would cover the top of the desk.
      '--test-type',
      '--no-proxy-server',
      '--disable-quic',
      DISABLED_FEATURES,
      ...options.extraArgs,
    ],
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    ...(options.locale === null ? {} : { locale: options.locale }),
    ...(options.timezone === null ? {} : { timezoneId: options.timezone }),
  });
}

async function showPage(
  context: BrowserContext,
  { address, popUps = 'closed' }: Pick<WindowOptions, 'address' | 'popUps'>,
  prepare: (context: BrowserContext) => Promise<void>,
): Promise<LaunchedWindow> {
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await Promise.all([popUps === 'closed' ? closePopUps(context, page) : null, prepare(context)]);
    await page.goto(address);
    const ended = new Promise<void>((resolve) => void context.once('close', () => resolve()));
    return {
      context,
      page,
      close: async () => {
        await context.close();
        // A second call of Playwright's own does not wait for the first.
        await ended;
      },
    };
  } catch (error) {
    await context.close();
    throw error;
  }
}
