/** Proves that nothing in the program is left over. */
import { expect, test } from 'vitest';
import { deadCode } from './dead-code.ts';
import { readModule, readSourceTree } from './source-tree.ts';

test('every module and every exported name is used', () => {
  expect(deadCode(readSourceTree())).toEqual([]);
});

const used = readModule('shared/used.ts', 'export const a = 1;\nexport const b = 2;\n');
const importer = readModule('tests/unit/x.test.ts', "import { a } from '../../shared/used.ts';\n");

test('finds an exported name nobody uses', () => {
  expect(deadCode([used, importer])).toEqual(['shared/used.ts exports b for nobody']);
});

test('finds a module nobody imports', () => {
  expect(deadCode([used])).toEqual(['shared/used.ts is imported by nothing']);
});

test('an import of everything uses everything', () => {
  const whole = readModule('tests/unit/y.test.ts', "import * as all from '../../shared/used.ts';\n");
  expect(deadCode([used, whole])).toEqual([]);
});
