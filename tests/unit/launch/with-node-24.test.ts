/** The first step of every entry: a Node that is new enough, or a sentence. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { KEEP_FIRST_WRAPPERS as WORD_OF_THREADS } from '../../../electron/adapters/call-thread/start-thread.ts';
import { findNode24, KEEP_FIRST_WRAPPERS } from '../../../electron/launch/with-node-24.mjs';

const LAUNCH = join(import.meta.dirname, '../../../electron/launch');
const older = { version: 'v20.20.2', execPath: '/usr/bin/node', platform: process.platform, arch: process.arch };

test('this Node is used when it will do', () => {
  expect(findNode24({ ...older, version: 'v24.0.0' })).toBe('/usr/bin/node');
  expect(findNode24({ ...older, version: 'v26.1.0' })).toBe('/usr/bin/node');
});

test('an older one is replaced by the one among the dependencies', () => {
  const found = findNode24(older);
  expect(found).not.toBe('/usr/bin/node');
  expect(spawnSync(found!, ['--version'], { encoding: 'utf8' }).stdout).toMatch(/^v24\./);
});

test.each([
  ['a system without a package', { ...older, platform: 'aix' as const }],
  ['a package that is not installed', { ...older, platform: process.platform === 'darwin' ? ('linux' as const) : ('darwin' as const), arch: 'x64' as const }],
])('none for %s', (_, machine) => {
  expect(findNode24(machine)).toBeNull();
});

test('the entry’s exit code is the caller’s', () => {
  const { status, stderr } = spawnSync(process.execPath, [join(LAUNCH, 'start.mjs'), '--unknown'], { encoding: 'utf8' });
  expect(status).toBe(64);
  expect(stderr).toContain('--unknown');
  expect(stderr).not.toMatch(/^\s+at /m);
});

test('V8 has its word about threads before the entry is read, which may use WebAssembly at once', () => {
  expect(KEEP_FIRST_WRAPPERS).toBe(WORD_OF_THREADS);
  const listening = `
    import v8 from 'node:v8';
    import { syncBuiltinESMExports } from 'node:module';
    const set = v8.setFlagsFromString;
    v8.setFlagsFromString = (word) => { console.log(word); set(word); };
    syncBuiltinESMExports();
    const { runWithNode24 } = await import(${JSON.stringify(pathToFileURL(join(LAUNCH, 'with-node-24.mjs')).href)});
    await runWithNode24(new URL('data:text/javascript,console.log("entry")'));
  `;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', listening], { encoding: 'utf8' });
  expect(stdout.trim().split('\n')).toEqual([KEEP_FIRST_WRAPPERS, 'entry']);
});

// Windows and macOS always have one.
test.runIf(process.platform === 'linux')('without a display there is one message and no stack', () => {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
  const { status, stderr } = spawnSync(process.execPath, [join(LAUNCH, 'start.mjs')], { encoding: 'utf8', env });
  expect(status).toBe(69);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});
