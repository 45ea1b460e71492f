/** Writes and reads the browsers' gate to loopback where each system keeps what is managed: files on Linux, the registry on Windows. */
import { execFile } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { replaceFile } from '../files/atomic-file.ts';
import { GATE_POLICY, isOurValue, POLICY_FILE, POLICY_FOLDERS, POLICY_KEYS, policyDocument, valueName } from './browser-gate.ts';

const run = promisify(execFile);
const WINDOWS = Object.entries(POLICY_KEYS).map(([browser, key]) => ({ browser, list: `HKLM\\${key}\\${GATE_POLICY}` }));

export interface BrowserPolicy {
  browser: string;
  /** Addresses the browser lets through by its policy; null where none is set. */
  origins: string[] | null;
}

const policyFile = (root: string, folder: string): string => join(root, folder, POLICY_FILE);

/** What the installer brought: patterns of the portals of the state. @throws where the installation is broken */
export async function readInstalledGate(resources: string): Promise<string[]> {
  const patterns = await readPolicyFile(join(resources, 'installer/browser-policy.json'));
  if (patterns === null) throw new Error('the list of portals is missing from the installation');
  return patterns;
}

/**
 * @param patterns none takes the policy back
 * @param root before every path, for tests
 * @throws what the system throws: only an administrator may write it. On macOS policies come in profiles of the organisation.
 */
export async function writeBrowserPolicies(patterns: readonly string[], root = '/'): Promise<void> {
  if (process.platform === 'win32') return writeRegistry(patterns);
  if (process.platform === 'darwin') throw new Error('managed-profile-needed');
  for (const folder of Object.values(POLICY_FOLDERS)) {
    const file = policyFile(root, folder);
    if (patterns.length === 0) await rm(file, { force: true });
    else {
      await mkdir(join(file, '..'), { recursive: true, mode: 0o755 });
      await replaceFile(file, policyDocument(patterns), 0o644);
    }
  }
}

export async function readBrowserPolicies(root = '/'): Promise<BrowserPolicy[]> {
  if (process.platform === 'win32') return Promise.all(WINDOWS.map(async ({ browser, list }) => ({ browser, origins: (await valuesOf(list))?.map(({ value }) => value) ?? null })));
  if (process.platform === 'darwin') return [];
  return Promise.all(Object.entries(POLICY_FOLDERS).map(async ([browser, folder]) => ({ browser, origins: await readPolicyFile(policyFile(root, folder)) })));
}

async function readPolicyFile(file: string): Promise<string[] | null> {
  try {
    const set: unknown = (JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>)[GATE_POLICY];
    return Array.isArray(set) && set.every((each) => typeof each === 'string') ? set : null;
  } catch {
    return null;
  }
}

/** Values of others in the same list stay. */
async function writeRegistry(patterns: readonly string[]): Promise<void> {
  for (const { list } of WINDOWS) {
    for (const { name } of (await valuesOf(list)) ?? []) if (isOurValue(name)) await run('reg.exe', ['delete', list, '/v', name, '/f']);
    for (const [index, pattern] of patterns.entries()) await run('reg.exe', ['add', list, '/v', valueName(index), '/t', 'REG_SZ', '/d', pattern, '/f']);
  }
}

async function valuesOf(list: string): Promise<{ name: string; value: string }[] | null> {
  const listed = await run('reg.exe', ['query', list]).catch(() => null);
  if (listed === null) return null;
  return [...listed.stdout.matchAll(/^\s*(\S+)\s+REG_SZ\s+(\S+)/gm)].map(([, name, value]) => ({ name: name!, value: value! }));
}
