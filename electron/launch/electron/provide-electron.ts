/** Electron's binary, fetched once where the Internet allows it; a short attempt that never keeps a person waiting. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { failure, type Result } from '../../../shared/util/result.ts';
import { ELECTRON_PACKAGE, findElectron } from './find-electron.ts';

/** Where @electron/get downloads from, unless the environment names a mirror. */
const DOWNLOADS = 'https://github.com/electron/electron/releases/';
const REACH_TIMEOUT_MS = 4_000;
const FETCH_TIMEOUT_MS = 180_000;

/** The failure is half a sentence: why there is no Electron. */
export async function provideElectron(): Promise<Result<string, string>> {
  const present = findElectron();
  if (present.ok) return present;
  if (!(await isReachable(process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? DOWNLOADS))) {
    return failure('Electron’s binary is not on this machine and its download cannot be reached');
  }
  console.log('Fetching Electron (about 120 MB, once).');
  return (await fetchElectron()) ? findElectron() : failure('Electron’s binary could not be downloaded');
}

async function isReachable(address: string): Promise<boolean> {
  try {
    const { ok } = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(REACH_TIMEOUT_MS) });
    return ok;
  } catch {
    return false;
  }
}

/** The package's own installer, which checks the download against the checksums it carries. */
function fetchElectron(): Promise<boolean> {
  const installer = spawn(process.execPath, [join(ELECTRON_PACKAGE, 'install.js')], { stdio: 'ignore', timeout: FETCH_TIMEOUT_MS });
  return new Promise((resolve) => {
    installer.on('error', () => resolve(false));
    installer.on('exit', (code) => resolve(code === 0));
  });
}
