/** What is packed from others goes with the text of its licence, and nothing is packed that a closed product may not carry. */
import { expect, test } from 'vitest';
import { carriedPackages, licenceNotices } from '../../../electron/launch/bundles/third-party-licences.ts';
import { ROWS } from '../../architecture/import-rules.ts';

const carried = carriedPackages();

/** Licences that ask for no source and no terms of their own for the whole. */
const PERMISSIVE = new Set(['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0', 'ISC', 'MIT', 'OFL-1.1', 'Unlicense']);
const isPermissive = (licence: string): boolean => licence.replaceAll(/[()]/g, '').split(' OR ').some((choice) => PERMISSIVE.has(choice));

/** Electron brings its licences itself; what the entries and tests of a checkout need is not packed. */
const imported = ROWS.filter(({ folder }) => !folder.startsWith('tests') && folder !== 'electron/launch').flatMap(({ packages }) => packages);
const toCarry = new Set(imported.filter((name) => name !== 'node:' && name !== 'electron'));

test('every package the product may import is among those whose licences go along', () => {
  const names = new Set(carried.map(({ name }) => name));
  expect([...toCarry].filter((name) => !names.has(name))).toEqual([]);
});

test('each may be part of a closed product', () => {
  expect(carried.filter(({ licence }) => !isPermissive(licence)).map(({ name, licence }) => `${name}: ${licence}`)).toEqual([]);
});

test.each(['GPL-3.0-only', 'MPL-2.0', 'GPL-2.0 OR LGPL-2.1', ''])('%s would be noticed', (licence) => {
  expect(isPermissive(licence)).toBe(false);
});

test('the notices hold names, versions and texts', () => {
  const notices = licenceNotices();
  const react = carried.find(({ name }) => name === 'react')!;
  expect(notices).toContain(`react ${react.version} (MIT)\n\nMIT License\n\nCopyright (c) Meta Platforms`);
  expect(notices.match(/^-{80}$/gm)).toHaveLength(carried.length - 1);
});
