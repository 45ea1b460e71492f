/** Installs packages of Debian and its relatives where the machine lets us: as root, or with a sudo that asks no password. */
import { spawn, spawnSync } from 'node:child_process';

/** The command prefix under which apt-get may be run; null where it may not. */
export function aptPrefix(
  works: (command: string, args: readonly string[]) => boolean = quietly,
  uid: number | undefined = process.getuid?.(),
): readonly string[] | null {
  if (!works('apt-get', ['--version'])) return null;
  if (uid === 0) return [];
  return works('sudo', ['-n', 'true']) ? ['sudo', '-n'] : null;
}

/** `not-allowed`: nothing was tried. */
export type Installation = 'installed' | 'not-allowed' | 'failed';

/** @param purpose what the person at the terminal reads: `the tests of a fleet` */
export async function installPackages(packages: readonly string[], purpose: string): Promise<Installation> {
  const prefix = process.platform === 'linux' ? aptPrefix() : null;
  if (prefix === null) return 'not-allowed';
  console.log(`Installing ${packages.join(' and ')} with apt-get for ${purpose}.`);
  const install = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...packages];
  // The lists of a fresh machine are empty, and those of an old one name packages that are gone.
  const updated = await run([...prefix, 'apt-get', 'update', '-qq']);
  return updated && (await run(install)) ? 'installed' : 'failed';
}

const quietly = (command: string, args: readonly string[]): boolean => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

function run([command, ...args]: readonly string[]): Promise<boolean> {
  // apt-get talks a lot on the standard output; only its complaints matter here.
  const child = spawn(command!, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  return new Promise((resolve) => {
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
}
