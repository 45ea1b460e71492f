/** Where Electron's binary is: the package brings it only when it is first asked for. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { failure, type Result, success } from '../../../shared/util/result.ts';
import { REPOSITORY } from '../repository.ts';

export const ELECTRON_PACKAGE = join(REPOSITORY, 'node_modules/electron');

/** As node_modules/electron/index.js finds it, without its attempt to download. */
export function findElectron(electronPackage = ELECTRON_PACKAGE): Result<string, string> {
  const nameFile = join(electronPackage, 'path.txt');
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const name = existsSync(nameFile) ? readFileSync(nameFile, 'utf8').trim() : override === undefined ? null : 'electron';
  if (name === null) return failure('Electron’s binary is not on this machine');
  const binary = join(override ?? join(electronPackage, 'dist'), name);
  return existsSync(binary) ? success(binary) : failure('Electron’s binary is not on this machine');
}
