/** Proves that no number of the policy stands there without somebody who obeys it. */
import { expect, test } from 'vitest';
import { POLICY_NUMBER_NAMES } from '../../shared/domain/policy.ts';
import { type Module, readModule, readSourceTree } from './source-tree.ts';

/** They name the numbers to hand them on; that is not obeying them. */
const HANDED_ON = new Set(['shared/domain/policy.ts', 'shared/domain/desk/app-state.ts', 'electron/core/composition/core-handlers.ts']);

function obeyedNowhere(names: readonly string[], modules: readonly Module[]): string[] {
  const program = modules.filter(({ path }) => !path.startsWith('tests/') && !HANDED_ON.has(path)).map(({ text }) => withoutComments(text));
  return names.filter((name) => !program.some((text) => new RegExp(`\\b${name}\\b`).test(text)));
}

const withoutComments = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

test('every number is read by somebody', () => {
  expect(obeyedNowhere(POLICY_NUMBER_NAMES, readSourceTree())).toEqual([]);
});

test.each([
  ['in a test', 'tests/unit/x.test.ts', 'policy.numbers.someMs;'],
  ['where it is handed on', 'electron/core/composition/core-handlers.ts', 'const { someMs } = numbers;'],
  ['in a comment', 'electron/core/x.ts', '/** See someMs. */\nexport const a = 1;'],
  ['as a part of another name', 'electron/core/x.ts', 'policy.numbers.someMsMore;'],
])('%s does not count', (_where, path, text) => {
  expect(obeyedNowhere(['someMs'], [readModule(path, text)])).toEqual(['someMs']);
  expect(obeyedNowhere(['someMs'], [readModule('electron/core/y.ts', 'policy.numbers.someMs;')])).toEqual([]);
});
