/** Finds the browser of each system in the order of preference. */
import { expect, test } from 'vitest';
import { findBrowser, type Machine } from '../../../electron/launch/browser/find-browser.ts';

const machine = (platform: NodeJS.Platform, env: Machine['env'], ...installed: string[]): Machine => ({
  platform,
  env,
  isExecutable: (path) => installed.includes(path),
});

test.each<[string, Machine, string]>([
  ['Debian', machine('linux', { PATH: '/usr/bin' }, '/usr/bin/chromium', '/usr/bin/google-chrome'), '/usr/bin/chromium'],
  ['Chrome alone', machine('linux', { PATH: '/bin' }, '/opt/google/chrome/google-chrome'), '/opt/google/chrome/google-chrome'],
  ['an own folder in PATH', machine('linux', { PATH: '/home/a/bin:/usr/bin' }, '/home/a/bin/chromium'), '/home/a/bin/chromium'],
  [
    'macOS',
    machine('darwin', { HOME: '/Users/a' }, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  [
    'Windows',
    machine('win32', { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' }, 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'),
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
  ['a named one', machine('linux', { PATH: '/usr/bin', TEKSER_BROWSER: '/opt/b' }, '/opt/b', '/usr/bin/chromium'), '/opt/b'],
])('%s', (_, where, path) => {
  expect(findBrowser(where)?.executablePath).toBe(path);
});

test.each<[string, Machine]>([
  ['nothing is installed', machine('linux', { PATH: '/usr/bin' })],
  ['the named one is missing, whatever else is there', machine('linux', { TEKSER_BROWSER: '/opt/b' }, '/usr/bin/chromium')],
  ['only another kind is installed', machine('linux', { PATH: '/usr/bin' }, '/usr/bin/firefox')],
])('none where %s', (_, where) => {
  expect(findBrowser(where)).toBeNull();
});
