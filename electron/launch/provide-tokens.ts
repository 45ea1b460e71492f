/** What tokens need besides the packages: the native part of pkcs11js, which comes as source, and for the tests a token in software. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { failure, type Result, success } from '../../shared/util/result.ts';
import { aptPrefix } from './install-browser.ts';
import { REPOSITORY } from './repository.ts';

const PKCS11JS = join(REPOSITORY, 'node_modules/pkcs11js');
const SOFT_TOKENS = ['/usr/lib/softhsm/libsofthsm2.so', '/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so', '/usr/lib64/pkcs11/libsofthsm2.so'];

/** One library serves Node and Electron alike (Node-API). Packages run nothing when they are installed here, so it is built on purpose. */
export async function buildTokenLibrary(): Promise<Result<null, string>> {
  if (existsSync(join(PKCS11JS, 'build/Release/pkcs11.node'))) return success(null);
  const node = dirname(dirname(process.execPath));
  // The headers lie beside the Node 24 that came as a package; without them node-gyp would fetch them.
  const headers = existsSync(join(node, 'include/node')) ? [`--nodedir=${node}`] : [];
  console.log('Building the native part of pkcs11js.');
  const built = await run([process.execPath, join(REPOSITORY, 'node_modules/node-gyp/bin/node-gyp.js'), 'rebuild', '--silent', ...headers], PKCS11JS);
  return built ? success(null) : failure('The native part of pkcs11js was not built: a C++ compiler, make and Python are needed.');
}

/** For the tests: SoftHSM2, installed where the machine lets us. */
export async function provideSoftToken(): Promise<Result<null, string>> {
  const library = await buildTokenLibrary();
  if (!library.ok) return library;
  // The library alone can make no token: Debian keeps the tool that does in a package of its own.
  if (SOFT_TOKENS.some((path) => existsSync(path)) && spawnSync('softhsm2-util', ['--version']).status === 0) return success(null);
  const prefix = process.platform === 'linux' ? aptPrefix() : null;
  if (prefix === null) return failure('SoftHSM2 is not installed: on Debian or Ubuntu "sudo apt-get install softhsm2".');
  console.log('Installing softhsm2 with apt-get for the tests of tokens.');
  const install = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'softhsm2'];
  return (await run(install, REPOSITORY)) ? success(null) : failure('apt-get could not install softhsm2.');
}

function run([command, ...args]: readonly string[], cwd: string): Promise<boolean> {
  const child = spawn(command!, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  return new Promise((resolve) => {
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
}
