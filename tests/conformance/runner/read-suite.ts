/** Reads suites from files: the corpus format and Wycheproof's own, told apart by what is in them. */
import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Corpus, CorpusCase } from './corpus-case.ts';
import { casesOfWycheproof, type WycheproofFile } from './wycheproof.ts';

const isSuite = ({ name }: Dirent): boolean => name.endsWith('.corpus.json') || /(?:\.wycheproof|_test)\.json$/.test(name);

/** Every suite in the folder and below it, in the order of the paths. */
export function suitesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && isSuite(entry))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

/** @throws {SyntaxError} for a file that is no suite */
export function readSuite(path: string): Corpus {
  const content: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (isCorpus(content)) return corpusOf(basename(path, '.corpus.json'), content);
  if (isWycheproof(content)) {
    const name = basename(path).replace(/(?:_test)?(?:\.wycheproof)?\.json$/, '');
    return { name, cases: casesOfWycheproof(name, content), blob: noBlob };
  }
  throw new SyntaxError(`${path} is neither a corpus nor of Wycheproof`);
}

/** For tests that look into a suite themselves. */
export const readCorpusFile = (path: URL): Corpus => corpusOf(basename(path.pathname, '.corpus.json'), JSON.parse(readFileSync(path, 'utf8')) as CorpusFile);

interface CorpusFile {
  blobs: string[];
  cases: CorpusCase[];
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isCorpus = (value: unknown): value is CorpusFile => isObject(value) && 'blobs' in value && 'cases' in value;
const isWycheproof = (value: unknown): value is WycheproofFile => isObject(value) && 'testGroups' in value;

function corpusOf(name: string, { blobs, cases }: CorpusFile): Corpus {
  return {
    name,
    cases,
    blob(index) {
      const encoded = blobs[index];
      if (encoded === undefined) throw new RangeError(`no blob ${index}`);
      return new Uint8Array(Buffer.from(encoded, 'base64'));
    },
  };
}

const noBlob = (index: number): never => {
  throw new RangeError(`no blob ${index}`);
};
