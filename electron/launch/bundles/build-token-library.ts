/** The native part of pkcs11js, which comes as source: packages run nothing when they are installed here, so it is built on purpose. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { failure, type Result, success } from '../../../shared/util/result.ts';
import { REPOSITORY } from '../repository.ts';

const PKCS11JS = join(REPOSITORY, 'node_modules/pkcs11js');

/** One library serves Node and Electron alike (Node-API). */
export async function buildTokenLibrary(): Promise<Result<null, string>> {
  if (existsSync(join(PKCS11JS, 'build/Release/pkcs11.node'))) return success(null);
  console.log('Building the native part of pkcs11js.');
  return (await rebuild()) ? success(null) : failure('The native part of pkcs11js was not built: a C++ compiler, make and Python are needed.');
}

function rebuild(): Promise<boolean> {
  const node = dirname(dirname(process.execPath));
  // The headers lie beside the Node 24 that came as a package; without them node-gyp would fetch them.
  const headers = existsSync(join(node, 'include/node')) ? [`--nodedir=${node}`] : [];
  const nodeGyp = join(REPOSITORY, 'node_modules/node-gyp/bin/node-gyp.js');
  const child = spawn(process.execPath, [nodeGyp, 'rebuild', '--silent', ...headers], { cwd: PKCS11JS, stdio: ['ignore', 'ignore', 'inherit'] });
  return new Promise((resolve) => {
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
}
