/** Proves that the documents name only files and folders that are there: a reader who follows one must arrive. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const REPOSITORY = resolve(import.meta.dirname, '../..');
/** Where a path of a document may begin; those of the core's neighbours are written without `electron/`. */
const ROOTS = ['', 'electron/'];
const NAMED = /`((?:electron|shared|renderer|tests|resources|core|ports|adapters|gateways|stand|workstation|shell-[a-z]+)\/[^`\s]*)`/g;
const LINKED = /\]\((?!https?:)([^)#\s]+)\)/g;

/** `a/{b,c}.ts` stands for two; what holds a placeholder, as in `00N0-what.ts`, stands for none in particular. */
function spelledOut(path: string): string[] {
  if (/[<…*]|N0/.test(path)) return [];
  const [whole, choices] = /\{([^}]*)\}/.exec(path) ?? [];
  return whole === undefined ? [path] : choices!.split(',').flatMap((choice) => spelledOut(path.replace(whole, choice)));
}

function deadEnds(document: string, text: string): string[] {
  const named = [...text.matchAll(NAMED)].flatMap(([, path]) => spelledOut(path!)).filter((path) => !ROOTS.some((root) => existsSync(join(REPOSITORY, root, path))));
  const linked = [...text.matchAll(LINKED)].map(([, path]) => path!).filter((path) => !existsSync(join(REPOSITORY, dirname(document), path)));
  return [...named, ...linked].map((path) => `${document} names ${path}`);
}

test('every path in the documents leads somewhere', () => {
  const documents = globSync(['README.md', 'docs/*.md'], { cwd: REPOSITORY });
  expect(documents.flatMap((document) => deadEnds(document, readFileSync(join(REPOSITORY, document), 'utf8')))).toEqual([]);
});

test.each([
  ['a file that moved', 'see `electron/core/somewhere.ts`', 'electron/core/somewhere.ts'],
  ['one of several', 'in `shared/{ipc,nowhere}`', 'shared/nowhere'],
  ['a page that is gone', '[the journal](gone.md)', 'gone.md'],
])('%s is found', (_what, text, path) => {
  expect(deadEnds('docs/page.md', text)).toEqual([`docs/page.md names ${path}`]);
});

test('what is there, outside or only an example is left alone', () => {
  expect(deadEnds('docs/page.md', '`core/journal` `shared/{ipc,domain}` `tests/unit/….ts` [journal](journal.md) [outside](https://egov.kz)')).toEqual([]);
});
