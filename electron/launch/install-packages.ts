/** Programs of Debian that tests run against: installed where the machine lets us, otherwise the tests say so and are skipped. */
import { spawnSync } from 'node:child_process';
import { failure, type Result, success } from '../../shared/util/result.ts';
import { aptPrefix } from './install-browser.ts';

/** @param purpose what the person at the terminal reads: `the tests of a fleet` */
export function installPackages(packages: readonly string[], purpose: string): Result<null, string> {
  const command = `apt-get install ${packages.join(' ')}`;
  const prefix = process.platform === 'linux' ? aptPrefix() : null;
  if (prefix === null) return failure(`not installed: "sudo ${command}" on Debian or Ubuntu`);
  console.log(`Installing ${packages.join(' and ')} with apt-get for ${purpose}.`);
  const [program, ...args] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...packages];
  const installed = spawnSync(program!, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  return installed ? success(null) : failure(`"${command}" did not succeed`);
}
