/** What the browser brings along and a desk has no use for, by the names of Chromium's features. */

/**
 * The suggestions under an address bar, which an app window does not show: two pages of the browser's own that it loads in the
 * background at every start, in a process of their own, at the cost of more processor time than the desk's page.
 */
const UNSEEN_PAGES = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'];

/** Ask the maker's services, or the next address before it is wanted. */
const OUTWARD = ['OptimizationHints', 'NetworkTimeServiceQuerying', 'AimEnabled', 'PreconnectToSearch', 'MediaRouter', 'LensOverlay', 'msForceBrowserSignIn'];

/** Stand between Playwright and what it drives (its chromiumSwitches.ts gives the reason of each). */
const AGAINST_DRIVING = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
];

/** Of two such switches the browser takes the last alone, so this one names what Playwright's own does too. */
export const DISABLED_FEATURES = `--disable-features=${[...UNSEEN_PAGES, ...OUTWARD, ...AGAINST_DRIVING].join(',')}`;
