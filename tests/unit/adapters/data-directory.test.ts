/** Where the data lies on each system. */
import { describe, expect, it } from 'vitest';
import { dataDirectory, type Surroundings } from '../../../electron/adapters/data-directory.ts';

const machine = (platform: NodeJS.Platform, env: Surroundings['env'] = {}): Surroundings => ({ platform, env, home: '/home/aigul' });

describe('dataDirectory', () => {
  it.each([
    ['the option before everything', '/data', machine('linux', { TEKSER_DATA: '/env' }), '/data'],
    ['the variable before the system', null, machine('linux', { TEKSER_DATA: '/env', XDG_DATA_HOME: '/xdg' }), '/env'],
    ['XDG on Linux', null, machine('linux', { XDG_DATA_HOME: '/xdg' }), '/xdg/tekser'],
    ['the home directory without XDG', null, machine('linux'), '/home/aigul/.local/share/tekser'],
    ['a relative XDG path is ignored', null, machine('linux', { XDG_DATA_HOME: 'xdg' }), '/home/aigul/.local/share/tekser'],
    ['an empty variable is ignored', null, machine('linux', { TEKSER_DATA: '' }), '/home/aigul/.local/share/tekser'],
    ['Application Support on macOS', null, machine('darwin'), '/home/aigul/Library/Application Support/Tekser'],
    ['the local profile on Windows', null, machine('win32', { LOCALAPPDATA: '/local' }), '/local/Tekser'],
  ])('%s', (_name, chosen, surroundings, expected) => {
    expect(dataDirectory(chosen, surroundings)).toBe(expected);
  });
});
