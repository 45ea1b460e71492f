/** Installs Chromium where the machine lets us: Debian and its relatives, as root or with sudo that asks no password. */
import { spawn, spawnSync } from 'node:child_process';
import { failure, type Result, success } from '../../shared/util/result.ts';

const HOW_TO: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'Install one: on Debian or Ubuntu "sudo apt-get install chromium", on Fedora "sudo dnf install chromium".',
  darwin: 'Install Google Chrome from https://www.google.com/chrome or run "brew install --cask chromium".',
  win32: 'Install Microsoft Edge or Google Chrome.',
};

export const howToInstall = (platform: NodeJS.Platform = process.platform): string =>
  `No Chromium, Chrome or Edge is installed. ${HOW_TO[platform] ?? HOW_TO.linux} ` +
  'If yours is in an unusual place, name it in the environment variable TEKSER_BROWSER.';

/** The command prefix under which apt-get may be run; null where it may not. */
export function aptPrefix(
  works: (command: string, args: readonly string[]) => boolean = quietly,
  uid: number | undefined = process.getuid?.(),
): readonly string[] | null {
  if (!works('apt-get', ['--version'])) return null;
  if (uid === 0) return [];
  return works('sudo', ['-n', 'true']) ? ['sudo', '-n'] : null;
}

const quietly = (command: string, args: readonly string[]): boolean => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

export async function installBrowser(): Promise<Result<null, string>> {
  const prefix = process.platform === 'linux' ? aptPrefix() : null;
  if (prefix === null) return failure(howToInstall());
  console.log('No browser is installed: installing chromium with apt-get.');
  const updated = await run([...prefix, 'apt-get', 'update', '-qq']);
  const installed =
    updated &&
    (await run([...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium']));
  return installed ? success(null) : failure(`apt-get could not install chromium. ${howToInstall()}`);
}

function run([command, ...args]: readonly string[]): Promise<boolean> {
  // apt-get talks a lot on the standard output; only its complaints matter here.
  const child = spawn(command!, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  return new Promise((resolve) => {
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
}
