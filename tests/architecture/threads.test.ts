/** Proves that every thread of the program is started where V8 is told how. */
import { expect, test } from 'vitest';
import { readSourceTree } from './source-tree.ts';

test('one module starts threads', () => {
  const starters = readSourceTree().filter(({ path, text }) => path.startsWith('electron/') && /\bnew Worker\(/.test(text));
  expect(starters.map(({ path }) => path)).toEqual(['electron/adapters/call-thread/start-thread.ts']);
});
