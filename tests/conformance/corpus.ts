/** Reads the outside conformance data beside the checkout; absent data makes a suite skipped with its reason, never passed. */
import { existsSync, readFileSync } from 'node:fs';

const DATA = new URL('../../../shared/data/', import.meta.url);

/** One case of a corpus; numbers are indexes into its blobs. Which fields are there depends on `kind`. */
export interface CorpusCase {
  id: string;
  kind: string;
  expect: string;
  scope: string;
  time: string | null;
  anchors: number[];
  intermediates: number[];
  leaf: number;
  crls: number[];
  certs: number[];
  cert: number;
  issuer: number;
  response: number;
  token: number;
  cms: number;
  content?: number;
  nonce?: string;
  maxAgeSec: number;
  usage?: string;
  eku?: string[];
  peer?: { kind: string; value: string }[];
  policy?: {
    initial?: string[];
    explicit?: boolean;
    inhibitMapping?: boolean;
    inhibitAny?: boolean;
    expectUserConstrained?: string[];
    requireRevocation?: boolean;
  };
  scheme?: string;
  spki: number;
  sigAlgDer: string;
  sigBits: string;
  msg: string;
  der: number;
}

export interface Corpus {
  cases: CorpusCase[];
  blob(index: number): Uint8Array;
}

export interface WycheproofGroup {
  publicKeyDer: string;
  sha: string;
  mgfSha?: string;
  sLen?: number;
  tests: { tcId: number; msg: string; sig: string; result: 'valid' | 'invalid' | 'acceptable'; flags: string[] }[];
}

export const dataPath = (path: string): URL => new URL(path, DATA);
/** Null when the data is there, else why its tests are skipped. */
export const absence = (path: string): string | null => (existsSync(dataPath(path)) ? null : `${path} is not beside this checkout`);
export const bytesAt = (path: string): Uint8Array => new Uint8Array(readFileSync(dataPath(path)));

export function readCorpus(name: string): Corpus {
  const { blobs, cases } = JSON.parse(readFileSync(dataPath(`crypto/${name}.corpus.json`), 'utf8')) as {
    blobs: string[];
    cases: CorpusCase[];
  };
  return { cases, blob: (index) => new Uint8Array(Buffer.from(blobs[index]!, 'base64')) };
}

export const readWycheproof = (name: string): WycheproofGroup[] =>
  (JSON.parse(readFileSync(dataPath(`crypto/sig/${name}_test.wycheproof.json`), 'utf8')) as { testGroups: WycheproofGroup[] }).testGroups;
