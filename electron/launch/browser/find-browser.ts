/** Finds an installed browser of the Chromium family, in the order in which we would rather have them. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface Browser {
  name: 'Chromium' | 'Google Chrome' | 'Microsoft Edge';
  executablePath: string;
}

/** What the search needs from the machine, so that tests can describe another one. */
export interface Machine {
  platform: NodeJS.Platform;
  env: Record<string, string | undefined>;
  isExecutable(path: string): boolean;
}

export const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  isExecutable: (path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  },
};

type Candidate = readonly [name: Browser['name'], path: string];

const LINUX_COMMANDS = [
  ['Chromium', 'chromium'],
  ['Chromium', 'chromium-browser'],
  ['Google Chrome', 'google-chrome-stable'],
  ['Google Chrome', 'google-chrome'],
  ['Microsoft Edge', 'microsoft-edge-stable'],
  ['Microsoft Edge', 'microsoft-edge'],
] as const;
/** A desktop session may start us with a PATH that lacks these. */
const LINUX_FOLDERS = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'];

const MAC_APPS = [
  ['Chromium', 'Chromium.app/Contents/MacOS/Chromium'],
  ['Google Chrome', 'Google Chrome.app/Contents/MacOS/Google Chrome'],
  ['Microsoft Edge', 'Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
] as const;

const WINDOWS_APPS = [
  ['Chromium', 'Chromium\\Application\\chrome.exe'],
  ['Google Chrome', 'Google\\Chrome\\Application\\chrome.exe'],
  ['Microsoft Edge', 'Microsoft\\Edge\\Application\\msedge.exe'],
] as const;

/** `TEKSER_BROWSER` names an executable outright, for machines that keep theirs elsewhere. */
export function findBrowser(machine: Machine = thisMachine): Browser | null {
  const named = machine.env.TEKSER_BROWSER;
  const all: Candidate[] = named === undefined ? candidates(machine) : [['Chromium', named]];
  const found = all.find(([, path]) => machine.isExecutable(path));
  return found === undefined ? null : { name: found[0], executablePath: found[1] };
}

function candidates({ platform, env }: Machine): Candidate[] {
  const within = (folders: readonly (string | undefined)[], apps: readonly Candidate[], separator: string): Candidate[] =>
    apps.flatMap(([name, path]) =>
      folders.flatMap((folder) => (folder === undefined || folder === '' ? [] : [[name, `${folder}${separator}${path}`] as const])),
    );
  if (platform === 'win32') return within([env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA], WINDOWS_APPS, '\\');
  if (platform === 'darwin') return within(['/Applications', join(env.HOME ?? '/', 'Applications')], MAC_APPS, '/');
  return within([...(env.PATH ?? '').split(delimiter), ...LINUX_FOLDERS], LINUX_COMMANDS, '/');
}
