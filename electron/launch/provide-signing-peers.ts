/** Programs of Debian that signatures are proven with: the GOST engine of OpenSSL, and certutil for the stores of browsers. */
import { spawnSync } from 'node:child_process';
import { failure, type Result, success } from '../../shared/util/result.ts';
import { aptPrefix } from './install-browser.ts';

const PACKAGES = ['libengine-gost-openssl', 'libnss3-tools'];

/** Installed where the machine lets us; otherwise the tests that need them say so and are skipped. */
export function provideSigningPeers(): Result<null, string> {
  if (hasEngine() && hasCertutil()) return success(null);
  const command = `apt-get install ${PACKAGES.join(' ')}`;
  const prefix = process.platform === 'linux' ? aptPrefix() : null;
  if (prefix === null) return failure(`not installed: "sudo ${command}" on Debian or Ubuntu`);
  console.log(`Installing ${PACKAGES.join(' and ')} with apt-get for the tests of signatures.`);
  const [program, ...args] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...PACKAGES];
  const installed = spawnSync(program!, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  return installed ? success(null) : failure(`"${command}" did not succeed`);
}

const hasEngine = (): boolean => spawnSync('openssl', ['engine', 'gost', '-t'], { encoding: 'utf8' }).stdout?.includes('[ available ]') === true;
/** It ends with an error after its help; only a missing program is no process at all. */
const hasCertutil = (): boolean => spawnSync('certutil', ['-H']).error === undefined;
