/** Where the data lies on each system. */
import { describe, expect, it } from 'vitest';
import { Environment } from '../../../shared/domain/desk/environment.ts';
import { dataDirectory, type Surroundings } from '../../../electron/adapters/files/data-directory.ts';

const machine = (platform: NodeJS.Platform, env: Surroundings['env'] = {}): Surroundings => ({ platform, env, home: '/home/aigul' });

describe('dataDirectory', () => {
  it.each([
    ['the option before everything', '/data', machine('linux', { TEKSER_DATA: '/env' }), '/data'],
    ['the variable before the system', null, machine('linux', { TEKSER_DATA: '/env', XDG_DATA_HOME: '/xdg' }), '/env'],
    ['XDG on Linux', null, machine('linux', { XDG_DATA_HOME: '/xdg' }), '/xdg/tekser/training'],
    ['the home directory without XDG', null, machine('linux'), '/home/aigul/.local/share/tekser/training'],
    ['a relative XDG path is ignored', null, machine('linux', { XDG_DATA_HOME: 'xdg' }), '/home/aigul/.local/share/tekser/training'],
    ['an empty variable is ignored', null, machine('linux', { TEKSER_DATA: '' }), '/home/aigul/.local/share/tekser/training'],
    ['Application Support on macOS', null, machine('darwin'), '/home/aigul/Library/Application Support/Tekser/training'],
    ['the local profile on Windows', null, machine('win32', { LOCALAPPDATA: '/local' }), '/local/Tekser/training'],
  ])('%s', (_name, chosen, surroundings, expected) => {
    expect(dataDirectory(chosen, 'training', surroundings)).toBe(expected);
  });

  it('has a folder for each environment', () => {
    const folders = Environment.options.map((environment) => dataDirectory(null, environment, machine('linux')));
    expect(folders).toEqual(['training', 'test', 'production'].map((name) => `/home/aigul/.local/share/tekser/${name}`));
  });
});
