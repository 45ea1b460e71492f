/** Proves that modules are short, rightly named and open with a sentence. */
import { expect, test } from 'vitest';
import { shapeViolations } from './module-shape.ts';
import { readSourceTree } from './source-tree.ts';

test('every module has the form of the house', () => {
  expect(readSourceTree().flatMap(shapeViolations)).toEqual([]);
});

test.each([
  ['electron/ipc/publisher.ts', '/** What it is for. */\n'],
  ['renderer/ui/Button.tsx', '/**\n * What it is for.\n */\n'],
  ['tests/unit/button.test.tsx', '/** What it is for. */\n'],
  ['electron/launch/tekser.mjs', '#!/usr/bin/env node\n/** What it is for. */\n'],
])('accepts %s', (path, text) => {
  expect(shapeViolations({ path, text })).toEqual([]);
});

test.each([
  ['too long', 'shared/a.ts', `/** What it is for. */\n${'\n'.repeat(300)}`],
  ['without a sentence', 'shared/a.ts', 'export const a = 1;\n'],
  ['in camel case', 'shared/shortCode.ts', '/** What it is for. */\n'],
  ['a component in kebab case', 'renderer/ui/push-button.tsx', '/** What it is for. */\n'],
  ['with a vague name', 'shared/string-utils.ts', '/** What it is for. */\n'],
])('refuses a module %s', (_, path, text) => {
  expect(shapeViolations({ path, text })).toHaveLength(1);
});
