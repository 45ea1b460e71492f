/** A browser is found, installed, or asked for. */
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Machine } from '../../../electron/launch/browser/find-browser.ts';
import { installBrowser } from '../../../electron/launch/browser/install-browser.ts';
import { provideBrowser } from '../../../electron/launch/browser/provide-browser.ts';

const machine = (installed: readonly string[], env: Machine['env'] = { PATH: '/usr/bin' }): Machine => ({
  platform: 'linux',
  env,
  isExecutable: (path) => installed.includes(path),
});

test('an installed one is used as it is', async () => {
  const install = vi.fn();
  expect(await provideBrowser(machine(['/usr/bin/chromium']), install)).toMatchObject({ ok: true, value: { name: 'Chromium' } });
  expect(install).not.toHaveBeenCalled();
});

test('one that was installed just now is found', async () => {
  const installed: string[] = [];
  const install = async () => {
    installed.push('/usr/bin/chromium');
    return { ok: true, value: null } as const;
  };
  expect(await provideBrowser(machine(installed), install)).toMatchObject({ ok: true, value: { executablePath: '/usr/bin/chromium' } });
});

test('where none comes, the sentence says what to install', async () => {
  const install = async () => ({ ok: true, value: null }) as const;
  expect(await provideBrowser(machine([]), install)).toEqual({ ok: false, failure: expect.stringContaining('apt-get install chromium') as string });
});

test('who named a missing one is told so, and nothing is installed', async () => {
  const install = vi.fn();
  const answer = await provideBrowser(machine(['/usr/bin/chromium'], { TEKSER_BROWSER: '/opt/b' }), install);
  expect(answer).toEqual({ ok: false, failure: expect.stringContaining('/opt/b') as string });
  expect(install).not.toHaveBeenCalled();
});

// apt-get is of Debian and its relatives.
describe.runIf(process.platform === 'linux')('with a PATH of our own', () => {
  let folder: string;
  const log = (): string[] => readFileSync(join(folder, 'log'), 'utf8').trim().split('\n');
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tekser-path-'));
    mkdirSync(join(folder, 'bin'));
    writeFileSync(join(folder, 'log'), '');
    vi.stubEnv('PATH', join(folder, 'bin'));
    vi.spyOn(console, 'log').mockReturnValue(undefined);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
    rmSync(folder, { recursive: true });
  });

  /** Commands that write down how they were called, and end with what `ending` says in shell. */
  function command(name: string, ending: string): void {
    const file = join(folder, 'bin', name);
    writeFileSync(file, `#!/bin/sh\necho "${name} $*" >> '${folder}/log'\n${ending}\n`);
    chmodSync(file, 0o755);
  }

  test('apt-get is asked to install chromium, and its failure is said with what to do', async () => {
    vi.spyOn(process as { getuid(): number }, 'getuid').mockReturnValue(0);
    command('env', 'shift; exec "$@"');
    command('apt-get', 'exit 0');
    expect(await installBrowser()).toEqual({ ok: true, value: null });
    expect(log()).toEqual(expect.arrayContaining(['apt-get update -qq', 'apt-get install -y -qq --no-install-recommends chromium']));
    command('apt-get', '[ "$1" = --version ]');
    expect(await installBrowser()).toEqual({ ok: false, failure: expect.stringMatching(/could not install.*TEKSER_BROWSER/) as string });
  });

  test.each<[string, () => void, number]>([
    ['there is no apt-get', () => undefined, 0],
    ['sudo asks for a password', () => (command('apt-get', 'exit 0'), command('sudo', 'exit 1')), 1000],
  ])('where %s nothing is tried', async (_, prepare, uid) => {
    vi.spyOn(process as { getuid(): number }, 'getuid').mockReturnValue(uid);
    prepare();
    expect(await installBrowser()).toEqual({ ok: false, failure: expect.stringContaining('No Chromium, Chrome or Edge') as string });
    expect(log().filter((line) => line.includes('install'))).toEqual([]);
  });
});
