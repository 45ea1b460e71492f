/** Reads the repository's modules as a tool sees them: their text, what they import and what they export. */
import { globSync, readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import { type ImportNameKind, parseSync } from 'oxc-parser';

const REPOSITORY = resolve(import.meta.dirname, '../..');
const CODE = '{shared,electron,renderer,tests}/**/*.{ts,tsx,mjs}';

export interface ImportedName {
  kind: `${ImportNameKind}`;
  /** Null for a default import, a namespace or an import for effect. */
  name: string | null;
}
export interface Import {
  specifier: string;
  names: ImportedName[];
}
export interface Module {
  /** From the root of the repository, with forward slashes. */
  path: string;
  text: string;
  imports: Import[];
  exports: string[];
}

/** Worker and entry files are named by address instead of being imported. */
const ADDRESS = /new URL\(\s*'(?<path>\.{1,2}\/[^']+)'\s*,\s*import\.meta\.url/g;

export function readModule(path: string, text: string): Module {
  const { module } = parseSync(path, text);
  const imports: Import[] = module.staticImports.map(({ moduleRequest, entries }) => ({
    specifier: moduleRequest.value,
    names: entries.map(({ importName }) => ({ kind: importName.kind, name: importName.name })),
  }));
  const exports: string[] = [];
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest, importName, exportName, isType } of entries) {
      // A type passed on by an index.ts is part of the signatures beside it.
      const passedOnType = isType && moduleRequest !== null;
      if (exportName.name !== null && !passedOnType) exports.push(exportName.name);
      if (moduleRequest === null) continue;
      const everything = importName.name === null;
      imports.push({
        specifier: moduleRequest.value,
        names: [{ kind: everything ? 'NamespaceObject' : 'Name', name: importName.name }],
      });
    }
  }
  for (const { moduleRequest } of module.dynamicImports) {
    const written = text.slice(moduleRequest.start, moduleRequest.end);
    if (/^['"]/.test(written)) imports.push({ specifier: written.slice(1, -1), names: [{ kind: 'NamespaceObject', name: null }] });
  }
  for (const { groups } of text.matchAll(ADDRESS)) {
    imports.push({ specifier: groups!.path!, names: [{ kind: 'NamespaceObject', name: null }] });
  }
  return { path, text, imports, exports };
}

export const readSourceTree = (): Module[] =>
  globSync(CODE, { cwd: REPOSITORY })
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted()
    .map((path) => readModule(path, readFileSync(join(REPOSITORY, path), 'utf8')));

/** Path in the repository of a relative import; null for a package. */
export function resolveImport(importer: string, specifier: string): string | null {
  const bare = specifier.replace(/\?.*$/, '');
  return bare.startsWith('.') ? posix.join(posix.dirname(importer), bare) : null;
}
