/** A token in software (SoftHSM2) of the test's own; says why where it cannot be had. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const PIN = 'Tsyfry-4821';
export const LABEL = 'Tekser test';
const LIBRARIES = ['/usr/lib/softhsm/libsofthsm2.so', '/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so', '/usr/lib64/pkcs11/libsofthsm2.so', '/opt/homebrew/lib/softhsm/libsofthsm2.so'];
export const LIBRARY = LIBRARIES.find((path) => existsSync(path)) ?? null;

export function whyNoToken(): string | null {
  if (LIBRARY === null || spawnSync('softhsm2-util', ['--version']).status !== 0) return 'SoftHSM2 is not installed (Debian: softhsm2)';
  try {
    createRequire(import.meta.url)('pkcs11js');
    return null;
  } catch {
    return 'the native part of pkcs11js is not built (npm test builds it where a C++ compiler is)';
  }
}

export interface SoftToken {
  /** Takes the token’s files away, as if it was pulled out. */
  remove(): void;
  end(): void;
}

/** Sets SOFTHSM2_CONF of this process: threads started afterwards find the token. */
export function softToken(): SoftToken {
  const folder = mkdtempSync(join(tmpdir(), 'tekser-token-'));
  const tokens = join(folder, 'tokens');
  mkdirSync(tokens);
  const configuration = join(folder, 'softhsm2.conf');
  writeFileSync(configuration, `directories.tokendir = ${tokens}\nobjectstore.backend = file\nlog.level = ERROR\n`);
  process.env['SOFTHSM2_CONF'] = configuration;
  execFileSync('softhsm2-util', ['--init-token', '--free', '--label', LABEL, '--so-pin', 'Officer-11', '--pin', PIN], { env: process.env });
  return {
    remove: () => rmSync(tokens, { recursive: true }),
    end: () => rmSync(folder, { recursive: true, force: true }),
  };
}
