/**
 * Since 147 Chromium lets a public page reach a service on loopback only after a question that hangs the connection, or not at all.
 * The policy LocalNetworkAccessAllowedForUrls answers it beforehand for the portals of the organisation.
 */
import { execFile } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { replaceFile } from '../atomic-file.ts';

const run = promisify(execFile);
const POLICY = 'LocalNetworkAccessAllowedForUrls';
/** Where each browser of Linux looks for what is managed; the last part is the same of all. */
const LINUX = { Chromium: '/etc/chromium', Chrome: '/etc/opt/chrome', Edge: '/etc/opt/edge', Yandex: '/etc/opt/yandex/browser' } as const;
const WINDOWS = {
  Chrome: String.raw`HKLM\SOFTWARE\Policies\Google\Chrome`,
  Edge: String.raw`HKLM\SOFTWARE\Policies\Microsoft\Edge`,
  Chromium: String.raw`HKLM\SOFTWARE\Policies\Chromium`,
  Yandex: String.raw`HKLM\SOFTWARE\Policies\YandexBrowser`,
} as const;

export interface BrowserPolicy {
  browser: string;
  /** Addresses the browser lets through by its policy; null where none is set. */
  origins: string[] | null;
}

const policyFile = (root: string, folder: string): string => join(root, folder, 'policies/managed/tekser.json');

/** In the words of the policy: an origin, or `[*.]` before a name for all under it. */
export const policyPattern = (origin: string): string => origin.replace('://*.', '://[*.]');

/**
 * @param origins none takes the policy back
 * @param root before every path, for tests
 * @throws what the system throws: only an administrator may write it. On macOS policies come in profiles of the organisation.
 */
export async function writeBrowserPolicies(origins: readonly string[], root = '/'): Promise<void> {
  const patterns = origins.map(policyPattern);
  if (process.platform === 'win32') return writeRegistry(patterns);
  if (process.platform === 'darwin') throw new Error('managed-profile-needed');
  for (const folder of Object.values(LINUX)) {
    const file = policyFile(root, folder);
    if (patterns.length === 0) await rm(file, { force: true });
    else {
      await mkdir(join(file, '..'), { recursive: true, mode: 0o755 });
      await replaceFile(file, `${JSON.stringify({ [POLICY]: patterns }, null, 2)}\n`, 0o644);
    }
  }
}

export async function readBrowserPolicies(root = '/'): Promise<BrowserPolicy[]> {
  if (process.platform === 'win32') return Promise.all(Object.entries(WINDOWS).map(async ([browser, key]) => ({ browser, origins: await readRegistry(key) })));
  if (process.platform === 'darwin') return [];
  return Promise.all(Object.entries(LINUX).map(async ([browser, folder]) => ({ browser, origins: await readPolicyFile(policyFile(root, folder)) })));
}

async function readPolicyFile(file: string): Promise<string[] | null> {
  try {
    const set: unknown = (JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>)[POLICY];
    return Array.isArray(set) && set.every((each) => typeof each === 'string') ? set : null;
  } catch {
    return null;
  }
}

async function writeRegistry(patterns: readonly string[]): Promise<void> {
  for (const key of Object.values(WINDOWS)) {
    const list = `${key}\\${POLICY}`;
    await run('reg.exe', ['delete', list, '/f']).catch(() => undefined);
    for (const [index, pattern] of patterns.entries()) await run('reg.exe', ['add', list, '/v', String(index + 1), '/t', 'REG_SZ', '/d', pattern, '/f']);
  }
}

async function readRegistry(key: string): Promise<string[] | null> {
  const listed = await run('reg.exe', ['query', `${key}\\${POLICY}`]).catch(() => null);
  if (listed === null) return null;
  return [...listed.stdout.matchAll(/REG_SZ\s+(\S+)/g)].map(([, value]) => value!);
}
