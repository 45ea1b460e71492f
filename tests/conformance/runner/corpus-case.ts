/** One case of a suite in the corpus format: what is given, and what a correct program answers. */

/** `accept` and `reject` of everything that is judged; the other three of revocation evidence. */
export type CaseVerdict = 'accept' | 'reject' | 'good' | 'revoked' | 'unknown';

/** Numbers are indexes into the blobs of the suite. Which fields are there depends on `kind`. */
export interface CorpusCase {
  id: string;
  kind: string;
  category: string;
  expect: CaseVerdict | 'either';
  scope: string;
  time?: string | null;
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
  policyOid?: string;
  p12: number;
  password: string;
  der: number;
  scheme?: string;
  /** An index, or DER where the case was made from Wycheproof's own format. */
  spki: number | Uint8Array<ArrayBuffer>;
  /** Base64. */
  sigAlgDer: string;
  sigBits?: string;
  /** Hexadecimal from here on. */
  sig: string;
  msg: string;
  alg: string;
  want: string;
  curve: string;
  x: string;
  y: string;
  digest: string;
  r: string;
  s: string;
  key: string;
  iv: string;
  aad: string;
  ct: string;
  tag: string;
}

export interface Corpus {
  name: string;
  cases: CorpusCase[];
  blob(index: number): Uint8Array<ArrayBuffer>;
}

/** `unsupported`: nobody here answers such a question. */
export interface CaseAnswer {
  verdict: CaseVerdict | 'unsupported';
  /** Why it is not good, in words of the field. */
  why: string;
}

export const ACCEPT: CaseAnswer = { verdict: 'accept', why: '' };
export const reject = (why: string): CaseAnswer => ({ verdict: 'reject', why });
export const accepted = (isGood: boolean, why: string): CaseAnswer => (isGood ? ACCEPT : reject(why));

export type CaseJudge = (corpus: Corpus, one: CorpusCase, now: Date) => CaseAnswer | Promise<CaseAnswer>;
