/** The command line of the browser: what it does without at a desk, what driving it takes, and where its window stands. */
import { wantsSandbox } from './sandbox-choice.ts';

export interface WindowPlace {
  width: number;
  height: number;
  left: number;
  top: number;
}

export interface BrowserOptions {
  /** The browser's own folder, of this window alone. */
  profile: string;
  /** Names the browser may look up; everything else does not exist for it. */
  reachable: 'nothing' | 'loopback';
  headless: boolean;
  place: WindowPlace;
  extraArgs: readonly string[];
}

/**
 * The suggestions under an address bar, which an app window does not show: two pages of the browser's own that it loads in the
 * background at every start, in a process of their own, at the cost of more processor time than the desk's page.
 */
const UNSEEN_PAGES = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'];

/**
 * A process kept warm for the next page of another site. The desk never leaves its own, and the browser would make the spare one just
 * while it loads the desk's page.
 */
const NEVER_NEXT = ['SpareRendererForSitePerProcess'];

/** Features that ask the maker's services, or the next address before it is wanted. */
const OUTWARD = ['OptimizationHints', 'NetworkTimeServiceQuerying', 'AimEnabled', 'PreconnectToSearch', 'MediaRouter', 'LensOverlay', 'msForceBrowserSignIn'];

/** Features that stand between Playwright and what it drives (its chromiumSwitches.ts gives the reason of each). */
const AGAINST_DRIVING = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'msEdgeUpdateLaunchServicesPreferredVersion',
];

/** Neither updates, nor extensions, nor anything of the maker's, nor questions at a first start. */
const LEFT_OUT = [
  '--disable-field-trial-config',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-component-extensions-with-background-pages',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-sync',
  '--disable-breakpad',
  '--disable-updater-scheduler',
  '--disable-edgeupdater',
  '--disable-search-engine-choice-screen',
  '--metrics-recording-only',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-service-autorun',
  '--no-proxy-server',
  '--disable-quic',
  // The desk keeps no password in the browser; a store of the system would ask for one of its own.
  '--password-store=basic',
  '--use-mock-keychain',
  // Of two such switches the browser takes the last alone.
  `--disable-features=${[...UNSEEN_PAGES, ...NEVER_NEXT, ...OUTWARD, ...AGAINST_DRIVING].join(',')}`,
];

/** Playwright expects them of a browser it connects to (again its chromiumSwitches.ts). */
const DRIVEN = [
  '--remote-debugging-pipe',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-back-forward-cache',
  '--allow-pre-commit-input',
  '--disable-hang-monitor',
  '--disable-ipc-flooding-protection',
  '--disable-popup-blocking',
  '--disable-prompt-on-repost',
  '--disable-dev-shm-usage',
  '--disable-stack-profiler',
  '--force-color-profile=srgb',
  '--enable-unsafe-swiftshader',
  '--edge-skip-compat-layer-relaunch',
  '--do-not-de-elevate',
  '--enable-features=CDPScreenshotNewSurface,SkipListAccountsWithoutGaiaCookies',
];

const WITHOUT_SCREEN = [
  '--headless',
  '--hide-scrollbars',
  '--mute-audio',
  // A mouse, as at a desk (Blink's HoverType and PointerType).
  '--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4',
];

const EMPTY_PAGE = 'about:blank';

/**
 * What an app window without an address bar opens with. The page's own address cannot be answered before there is a connection to the
 * browser: it would draw its page of errors first, and Playwright would wait for that. Chromium makes no app window of about:blank.
 */
const EMPTY_APP_WINDOW = '--app=data:text/html,';

const RESOLVER_RULES = { nothing: 'MAP * ~NOTFOUND', loopback: 'MAP * ~NOTFOUND, EXCLUDE 127.0.0.1' } as const;

export const browserSwitches = ({ profile, reachable, headless, place, extraArgs }: BrowserOptions): string[] => [
  ...LEFT_OUT,
  ...DRIVEN,
  ...(headless ? WITHOUT_SCREEN : [EMPTY_APP_WINDOW]),
  ...(wantsSandbox() ? [] : ['--no-sandbox']),
  `--user-data-dir=${profile}`,
  `--window-size=${place.width},${place.height}`,
  `--window-position=${place.left},${place.top}`,
  // Below the interception of requests: what slips past it finds no host and no proxy.
  `--host-resolver-rules=${RESOLVER_RULES[reachable]}`,
  // Without it a strip about the line above would cover the top of the desk.
  '--test-type',
  ...extraArgs,
  ...(headless ? [EMPTY_PAGE] : []),
];
