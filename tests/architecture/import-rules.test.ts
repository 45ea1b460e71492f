/** Proves that every import of the program follows the table of the house. */
import { describe, expect, test } from 'vitest';
import { importViolation, ROWS } from './import-rules.ts';
import { readModule, readSourceTree } from './source-tree.ts';

describe('imports of the program', () => {
  const modules = readSourceTree().filter(({ path }) => !path.startsWith('tests/'));

  test.each(ROWS.map(({ folder }) => folder))('%s imports only what its row allows', (folder) => {
    const violations = modules
      .filter(({ path }) => path.startsWith(`${folder}/`))
      .flatMap(({ path, imports }) => imports.map(({ specifier }) => importViolation(path, specifier)))
      .filter((violation) => violation !== null);
    expect(violations).toEqual([]);
  });

  test('every module is in a folder of the table', () => {
    const homeless = modules.filter(({ path }) => !ROWS.some(({ folder }) => path.startsWith(`${folder}/`)));
    expect(homeless.map(({ path }) => path)).toEqual([]);
  });
});

describe('the rule itself', () => {
  const cases: readonly [importer: string, allowed: string, refused: string][] = [
    ['shared/domain/a.ts', 'zod', 'node:fs'],
    ['shared/domain/a.ts', '../util/result.ts', '../../electron/ports/clock.ts'],
    ['electron/core/checking/a.ts', 'zod', 'node:crypto'],
    ['electron/core/checking/a.ts', '@noble/hashes/sha2.js', 'better-sqlite3'],
    ['electron/core/checking/a.ts', '../../ports/clock.ts', '../../adapters/sqlite/sqlite-journal-store.ts'],
    ['electron/core/checking/a.ts', '../trust/index.ts', '../trust/certificate.ts'],
    ['electron/core/keystore/a.ts', '../trust/gost/index.ts', '../trust/gost/streebog.ts'],
    ['electron/core/app.ts', './checking/index.ts', './checking/check-scan.ts'],
    ['electron/ports/a.ts', '../../shared/util/result.ts', 'electron'],
    ['electron/security/a.ts', 'zod', 'node:path'],
    ['electron/adapters/a.ts', 'better-sqlite3', 'electron-store'],
    ['electron/gateways/documents/a.ts', 'node:https', '../../stand/server.ts'],
    ['electron/ipc/a.ts', '../../shared/ipc/wire.ts', 'playwright-core'],
    ['electron/stand/a.ts', '../core/trust/index.ts', '../core/checking/index.ts'],
    ['electron/shell-electron/main.ts', 'electron', 'playwright-core'],
    ['electron/shell-chromium/main.ts', 'playwright-core', 'electron'],
    ['electron/shell-chromium/main.ts', '../ipc/serve-contract.ts', '../shell-electron/window.ts'],
    ['electron/shell-terminal/main.ts', 'commander', 'electron'],
    ['electron/launch/start.ts', '../shell-chromium/main.ts', '../shell-electron/main.ts'],
    ['renderer/app/App.tsx', 'react-dom/client', 'node:fs'],
    ['renderer/app/App.tsx', '../../shared/ipc/contract.ts', '../../electron/core/app.ts'],
  ];

  test.each(cases)('%s: %s yes, %s no', (importer, allowed, refused) => {
    expect(importViolation(importer, allowed)).toBeNull();
    expect(importViolation(importer, refused)).toEqual(expect.any(String));
  });

  test('a folder outside the table is refused', () => {
    expect(importViolation('electron/misc/a.ts', 'zod')).toEqual(expect.any(String));
  });

  test('static, dynamic, re-exporting and worker imports are all seen', () => {
    const text = [
      "import { a } from './static.ts';",
      "import type { B } from './type.ts';",
      "export { c } from './named.ts';",
      "export * from './star.ts';",
      "const d = await import('./dynamic.ts');",
      "new Worker(new URL('./worker.ts', import.meta.url));",
    ].join('\n');
    const seen = readModule('shared/a.ts', text).imports.map(({ specifier }) => specifier);
    expect(seen.toSorted()).toEqual(['./dynamic.ts', './named.ts', './star.ts', './static.ts', './type.ts', './worker.ts']);
  });
});
