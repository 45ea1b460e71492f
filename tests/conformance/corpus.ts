/** Reads the outside conformance data beside the checkout; absent data makes a suite skipped with its reason, never passed. */
import { existsSync, readFileSync } from 'node:fs';
import type { Corpus } from './runner/corpus-case.ts';
import { readCorpusFile } from './runner/read-suite.ts';

const DATA = new URL('../../../shared/data/', import.meta.url);

export const dataPath = (path: string): URL => new URL(path, DATA);
/** Null when the data is there, else why its tests are skipped. */
export const absence = (path: string): string | null => (existsSync(dataPath(path)) ? null : `${path} is not beside this checkout`);
export const bytesAt = (path: string): Uint8Array => new Uint8Array(readFileSync(dataPath(path)));

export const readCorpus = (name: string): Corpus => readCorpusFile(dataPath(`crypto/${name}.corpus.json`));
