/** For the tests: xmlsec1 and xmllint, a second opinion on signed XML, installed where the machine lets us. */
import { spawnSync } from 'node:child_process';
import { failure, type Result, success } from '../../shared/util/result.ts';
import { aptPrefix } from './install-browser.ts';

const PACKAGES = ['xmlsec1', 'libxml2-utils'];

const isThere = (command: string): boolean => spawnSync(command, ['--version'], { stdio: 'ignore' }).error === undefined;

export function provideXmlPeers(): Result<null, string> {
  if (isThere('xmlsec1') && isThere('xmllint')) return success(null);
  const prefix = process.platform === 'linux' ? aptPrefix() : null;
  if (prefix === null) return failure(`xmlsec1 and xmllint are not installed: on Debian or Ubuntu "sudo apt-get install ${PACKAGES.join(' ')}".`);
  console.log(`Installing ${PACKAGES.join(' and ')} with apt-get for the tests of signed XML.`);
  const [command, ...args] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...PACKAGES];
  const { status } = spawnSync(command!, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  return status === 0 ? success(null) : failure('apt-get could not install xmlsec1.');
}
