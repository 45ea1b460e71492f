/** Servers of Debian a fleet is tested with: NATS with JetStream, and PostgreSQL. */
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { failure, type Result, success } from '../../shared/util/result.ts';
import { aptPrefix } from './install-browser.ts';

const PACKAGES = ['nats-server', 'postgresql'];

/** Installed where the machine lets us; otherwise the tests of the fleet say so and are skipped. */
export function provideFleet(): Result<null, string> {
  if (hasNats() && hasPostgres()) return success(null);
  const command = `apt-get install ${PACKAGES.join(' ')}`;
  const prefix = process.platform === 'linux' ? aptPrefix() : null;
  if (prefix === null) return failure(`not installed: "sudo ${command}" on Debian or Ubuntu`);
  console.log(`Installing ${PACKAGES.join(' and ')} with apt-get for the tests of a fleet.`);
  const [program, ...args] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...PACKAGES];
  const installed = spawnSync(program!, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  return installed ? success(null) : failure(`"${command}" did not succeed`);
}

const hasNats = (): boolean => spawnSync('nats-server', ['--version']).status === 0;
/** The tests start one of their own: no server need run. */
const hasPostgres = (): boolean => globSync('/usr/lib/postgresql/*/bin/initdb').length > 0;
