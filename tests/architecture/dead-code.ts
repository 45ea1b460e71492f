/** Finds modules nobody imports and exported names nobody uses. */
import { type Module, resolveImport } from './source-tree.ts';

/** Started by Node, Vite, Electron or a test runner instead of being imported. */
const ENTRY = /^(?:tests\/|electron\/launch\/[^/]+\.mjs$|electron\/shell-electron\/(?:main|preload)\.ts$|renderer\/(?:app|citizen)\/main\.tsx$|electron\/(?:adapters|citizen-keystore)\/.+\.worker\.ts$)|\.d\.ts$/;

export function deadCode(modules: readonly Module[]): string[] {
  const used = new Map<string, Set<string | null>>();
  for (const { path, imports } of modules) {
    for (const { specifier, names } of imports) {
      const target = resolveImport(path, specifier);
      if (target === null) continue;
      const known = used.get(target) ?? new Set();
      used.set(target, known);
      if (names.length === 0) known.add(null);
      for (const { kind, name } of names) known.add(kind === 'NamespaceObject' ? null : kind === 'Default' ? 'default' : name);
    }
  }
  return modules.filter(({ path }) => !ENTRY.test(path)).flatMap((module) => deadParts(module, used.get(module.path)));
}

function deadParts({ path, text, exports }: Module, used: ReadonlySet<string | null> | undefined): string[] {
  if (used === undefined) return [`${path} is imported by nothing`];
  // `null` is an import of everything: whatever is there counts as used.
  if (used.has(null)) return [];
  return exports
    .filter((name) => !used.has(name) && !usedAtHome(name, text))
    .map((name) => `${path} exports ${name} for nobody`);
}

/** A type that only appears in another exported signature is part of that signature. */
const usedAtHome = (name: string, text: string): boolean => [...text.matchAll(new RegExp(`\\b${name}\\b`, 'g'))].length > 1;
