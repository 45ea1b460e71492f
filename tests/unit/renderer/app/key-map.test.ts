/** The key map lists every key that a button of its screens carries. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { KEY_GROUPS, KEY_MAP } from '../../../../renderer/app/help/key-map.ts';

const SCREENS = join(import.meta.dirname, '../../../../renderer/screens');

/** The caps of all buttons below a folder, as their sources write them. */
const capsIn = (folder: string): string[] =>
  readdirSync(join(SCREENS, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .flatMap((name) => [...readFileSync(join(SCREENS, folder, name), 'utf8').matchAll(/hint="([^"]+)"/g)].map(([, cap]) => cap!));

const listed = (...groups: (typeof KEY_GROUPS)[number][]): string[] => groups.flatMap((group) => KEY_MAP[group].map(([, cap]) => cap));

test.each([
  ['desk', ['desk', 'answer']],
  ['cases', ['cases']],
  ['call', ['calls']],
] as const)('%s', (folder, groups) => {
  const caps = capsIn(folder);
  expect(caps).not.toHaveLength(0);
  expect(listed(...groups)).toEqual(expect.arrayContaining([...new Set(caps)]));
});

test('no screen has a key twice, and every group is shown', () => {
  for (const group of KEY_GROUPS) expect(new Set(listed(group)).size).toBe(KEY_MAP[group].length);
  expect([...KEY_GROUPS]).toEqual(Object.keys(KEY_MAP));
});
