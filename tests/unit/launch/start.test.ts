/** What the start decides before a window opens. */
import { expect, test } from 'vitest';
import { missingDisplay } from '../../../electron/launch/machine/display.ts';
import { howToInstall } from '../../../electron/launch/browser/install-browser.ts';
import { aptPrefix } from '../../../electron/launch/machine/install-packages.ts';
import { wantsSandbox } from '../../../electron/shell-chromium/sandbox-choice.ts';
import { parseStartOptions } from '../../../electron/workstation/start-options.ts';

test.each<[string[], object]>([
  [[], { shell: null, data: null, connection: null, seed: 1 }],
  [['--shell', 'chromium', '--seed', '7'], { shell: 'chromium', seed: 7 }],
  [['--connection', 'a.json', '--data=/d'], { connection: 'a.json', data: '/d' }],
])('%j is understood', (args, options) => {
  expect(parseStartOptions(args)).toMatchObject({ ok: true, value: options });
});

test.each([
  [['--shell', 'firefox']],
  [['--seed', '-1']],
  [['--seed', '1.5']],
  [['--seed']],
  [['--unknown']],
  [['file']],
  [['--connection', 'a.json', '--seed', '2']],
])('%j is refused with a sentence', (args) => {
  expect(parseStartOptions(args)).toEqual({ ok: false, failure: expect.any(String) });
});

test('switches of Chromium pass by where Electron reads them', () => {
  expect(parseStartOptions(['--force-device-scale-factor=2', '--seed', '3', 'x'], 'ignored')).toMatchObject({ ok: true, value: { seed: 3 } });
});

test('--help wins over everything', () => {
  expect(parseStartOptions(['--seed', 'x', '--help'])).toEqual({ ok: true, value: 'help' });
});

test.each<[NodeJS.Platform, Record<string, string>, boolean]>([
  ['linux', {}, true],
  ['linux', { DISPLAY: '' }, true],
  ['linux', { DISPLAY: ':0' }, false],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, false],
  ['win32', {}, false],
  ['darwin', {}, false],
])('a display on %s with %j is missing: %s', (platform, env, missing) => {
  expect(missingDisplay(platform, env) !== null).toBe(missing);
});

test.each<[string, string[], number, readonly string[] | null]>([
  ['root with apt', ['apt-get'], 0, []],
  ['sudo without a password', ['apt-get', 'sudo'], 1000, ['sudo', '-n']],
  ['no rights', ['apt-get'], 1000, null],
  ['no apt', ['sudo'], 0, null],
])('apt for %s', (_, working, uid, prefix) => {
  expect(aptPrefix((command) => working.includes(command), uid)).toEqual(prefix);
});

test.each(['linux', 'darwin', 'win32', 'freebsd'] as const)('%s is told what to install', (platform) => {
  expect(howToInstall(platform)).toMatch(/Chrom/);
});

test('only root on Linux goes without the sandbox', () => {
  expect(wantsSandbox('linux', 0)).toBe(false);
  expect(wantsSandbox('linux', 1000)).toBe(true);
  expect(wantsSandbox('darwin', 0)).toBe(true);
  expect(wantsSandbox('win32', undefined)).toBe(true);
});
