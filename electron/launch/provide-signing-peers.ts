/** Programs of Debian that signatures are proven with: the GOST engine of OpenSSL, and certutil for the stores of browsers. */
import { spawnSync } from 'node:child_process';
import { type Result, success } from '../../shared/util/result.ts';
import { installPackages } from './install-packages.ts';

export const provideSigningPeers = (): Result<null, string> =>
  hasEngine() && hasCertutil() ? success(null) : installPackages(['libengine-gost-openssl', 'libnss3-tools'], 'the tests of signatures');

const hasEngine = (): boolean => spawnSync('openssl', ['engine', 'gost', '-t'], { encoding: 'utf8' }).stdout?.includes('[ available ]') === true;
/** It ends with an error after its help; only a missing program is no process at all. */
const hasCertutil = (): boolean => spawnSync('certutil', ['-H']).error === undefined;
