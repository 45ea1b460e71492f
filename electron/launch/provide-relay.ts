/** The TURN server of Debian (RFC 8656) that calls across networks are proven with. */
import { spawnSync } from 'node:child_process';
import { type Result, success } from '../../shared/util/result.ts';
import { installPackages } from './install-packages.ts';

/** The tests start one of their own: no server need run. Only a missing program is no process at all. */
export const provideRelay = (): Result<null, string> =>
  spawnSync('turnserver', ['--version']).error === undefined ? success(null) : installPackages(['coturn'], 'the tests of calls');
