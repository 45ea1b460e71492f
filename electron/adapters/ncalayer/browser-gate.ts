/**
 * Since 147 Chromium lets a public page reach a service on loopback only after a question that hangs the connection, or not at all.
 * The policy LocalNetworkAccessAllowedForUrls answers it beforehand: for the portals of the state from the day of installation, for
 * those of the organisation by the rules of its administrator. Who may ask for a signature is decided by the service, not here.
 */
import type { PortalPolicy } from '../../../shared/domain/signing/portal-policy.ts';

export const GATE_POLICY = 'LocalNetworkAccessAllowedForUrls';

/** Where each browser of Linux looks for what is managed. */
export const POLICY_FOLDERS = { Chromium: '/etc/chromium', Chrome: '/etc/opt/chrome', Edge: '/etc/opt/edge', Yandex: '/etc/opt/yandex/browser' } as const;
/** Inside such a folder. */
export const POLICY_FILE = 'policies/managed/tekser.json';

/** Where browsers of Windows look for what is managed, below HKLM. */
export const POLICY_KEYS = {
  Chrome: String.raw`SOFTWARE\Policies\Google\Chrome`,
  Edge: String.raw`SOFTWARE\Policies\Microsoft\Edge`,
  Chromium: String.raw`SOFTWARE\Policies\Chromium`,
  Yandex: String.raw`SOFTWARE\Policies\YandexBrowser`,
} as const;

/** A list in the registry is values with numbers for names. Ours begin here, so that neither takes those of the organisation nor is taken by them. */
const FIRST_VALUE = 13_579;
/** Room for as many portals as an administrator may reasonably allow. */
const MOST_VALUES = 500;

export const valueName = (index: number): string => String(FIRST_VALUE + index);
export const isOurValue = (name: string): boolean => Number(name) >= FIRST_VALUE && Number(name) < FIRST_VALUE + MOST_VALUES;

/** In the words of the policy: an origin, or `[*.]` before a name for itself and all under it. */
export const policyPattern = (origin: string): string => origin.replace('://*.', '://[*.]');

/**
 * What browsers are to let through: the portals of the state, which the installer brought, and those an administrator allowed.
 * @param installed patterns
 */
export function gatePatterns(installed: readonly string[], { origins }: Pick<PortalPolicy, 'origins'>): string[] {
  const patterns = (wanted: 'allow' | 'deny'): string[] => origins.flatMap(({ origin, decision }) => (decision === wanted ? [policyPattern(origin)] : []));
  const denied = new Set(patterns('deny'));
  return [...new Set([...installed, ...patterns('allow')])].filter((pattern) => !denied.has(pattern));
}

/** Whether a browser with these patterns lets this origin, or all origins of this pattern, through. */
export function isLetThrough(origin: string, patterns: readonly string[]): boolean {
  const wanted = policyPattern(origin);
  if (patterns.includes(wanted)) return true;
  const [scheme, host] = wanted.split('://');
  const name = host?.replace('[*.]', '');
  return patterns.some((pattern) => {
    const [patternScheme, patternHost] = pattern.split('://');
    if (patternScheme !== scheme || name === undefined || patternHost?.startsWith('[*.]') !== true) return false;
    const domain = patternHost.slice(4);
    return name === domain || name.endsWith(`.${domain}`);
  });
}

/** The file of Linux. */
export const policyDocument = (patterns: readonly string[]): string => `${JSON.stringify({ [GATE_POLICY]: patterns }, null, 2)}\n`;

/** What the installer of Windows runs (resources/installer/installer.nsh) and takes back; the variables of electron-builder's own script are left as they were. */
export function installerMacros(patterns: readonly string[]): string {
  const lists = Object.values(POLICY_KEYS).map((key) => `HKLM "${key}\\${GATE_POLICY}"`);
  return [
    '; installerMacros of electron/adapters/ncalayer/browser-gate.ts over browser-policy.json; a test holds them together.',
    '!include LogicLib.nsh',
    '',
    '!macro letPortalsThrough',
    // Browsers look where programs of 64 bits do.
    '  SetRegView 64',
    ...lists.flatMap((list) => patterns.map((pattern, index) => `  WriteRegStr ${list} "${valueName(index)}" "${pattern}"`)),
    '  SetRegView lastused',
    '!macroend',
    '',
    '!macro forgetPortals',
    '  SetRegView 64',
    '  Push $0',
    // Also what `tekser ncalayer browsers` added since.
    `  \${For} $0 ${FIRST_VALUE} ${FIRST_VALUE + MOST_VALUES - 1}`,
    ...lists.map((list) => `    DeleteRegValue ${list} "$0"`),
    '  ${Next}',
    '  Pop $0',
    ...lists.map((list) => `  DeleteRegKey /ifnovalues ${list}`),
    '  SetRegView lastused',
    '!macroend',
    '',
  ].join('\n');
}
