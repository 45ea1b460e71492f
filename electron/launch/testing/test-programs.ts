/** Programs of Debian that tests run against: servers to talk to, and a second opinion on what we sign. */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { failure, type Result, success } from '../../../shared/util/result.ts';
import { installPackages } from '../machine/install-packages.ts';

export interface TestPrograms {
  name: string;
  packages: readonly string[];
  /** What the person at the terminal reads: `the tests of a fleet`. */
  purpose: string;
  isThere(): boolean;
}

/** Only a missing program is no process at all: some end with an error after their help. */
const starts = (command: string, argument = '--version'): boolean => spawnSync(command, [argument], { stdio: 'ignore' }).error === undefined;

const SOFT_TOKENS = ['/usr/lib/softhsm/libsofthsm2.so', '/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so', '/usr/lib64/pkcs11/libsofthsm2.so'];

/** NATS with JetStream, and PostgreSQL, of which the tests start one of their own. */
export const FLEET_SERVERS: TestPrograms = {
  name: 'fleet servers',
  packages: ['nats-server', 'postgresql'],
  purpose: 'the tests of a fleet',
  isThere: () => starts('nats-server') && globSync('/usr/lib/postgresql/*/bin/initdb').length > 0,
};

export const TEST_PROGRAMS: readonly TestPrograms[] = [
  {
    name: 'token',
    packages: ['softhsm2'],
    purpose: 'the tests of tokens',
    // The library alone can make no token: Debian keeps the tool that does in a package of its own.
    isThere: () => SOFT_TOKENS.some((path) => existsSync(path)) && starts('softhsm2-util'),
  },
  {
    // The GOST engine of OpenSSL, and certutil for the stores of browsers.
    name: 'signing peers',
    packages: ['libengine-gost-openssl', 'libnss3-tools'],
    purpose: 'the tests of signatures',
    isThere: () => hasGostEngine() && starts('certutil', '-H'),
  },
  {
    name: 'xml peers',
    packages: ['xmlsec1', 'libxml2-utils'],
    purpose: 'the tests of signed XML',
    isThere: () => starts('xmlsec1') && starts('xmllint'),
  },
  {
    // The compiler of Windows installers.
    name: 'installer',
    packages: ['nsis'],
    purpose: 'the test of the installer',
    isThere: () => starts('makensis', '-VERSION'),
  },
  {
    // Two that sign PDF files, pdfsig with a store of NSS, and one that writes them in every form.
    name: 'pdf peers',
    packages: ['poppler-utils', 'libpodofo-utils', 'qpdf', 'libnss3-tools'],
    purpose: 'the tests of signed PDF files',
    isThere: () => starts('pdfsig', '-v') && starts('podofosign') && starts('qpdf') && starts('certutil', '-H'),
  },
  FLEET_SERVERS,
  {
    // The TURN server (RFC 8656) that calls across networks go through.
    name: 'relay server',
    packages: ['coturn'],
    purpose: 'the tests of calls',
    isThere: () => starts('turnserver'),
  },
];

const hasGostEngine = (): boolean => spawnSync('openssl', ['engine', 'gost', '-t'], { encoding: 'utf8' }).stdout?.includes('[ available ]') === true;

/** The failure says why the tests that need them are skipped. */
export async function provideTestPrograms({ packages, purpose, isThere }: TestPrograms): Promise<Result<null, string>> {
  if (isThere()) return success(null);
  const installation = await installPackages(packages, purpose);
  if (installation === 'installed') return success(null);
  const command = `apt-get install ${packages.join(' ')}`;
  return failure(installation === 'failed' ? `"${command}" did not succeed` : `not installed: "sudo ${command}" on Debian or Ubuntu`);
}
