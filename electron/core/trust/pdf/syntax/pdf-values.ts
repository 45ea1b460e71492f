/** Objects of a PDF file (ISO 32000-2 7.3) as values. */
import type { Bytes } from '../../asn1/der.ts';
import { Malformed } from '../../malformed.ts';

export interface PdfName {
  kind: 'name';
  name: string;
}
export interface PdfString {
  kind: 'string';
  bytes: Bytes;
  /** Where it stands in its file or object stream, delimiters included: a signature must fill the hole it leaves. */
  start: number;
  end: number;
  isHex: boolean;
}
export interface PdfReference {
  kind: 'reference';
  number: number;
  generation: number;
}
export interface PdfArray {
  kind: 'array';
  items: PdfValue[];
}
export interface PdfDictionary {
  kind: 'dictionary';
  entries: ReadonlyMap<string, PdfValue>;
}
export interface PdfStream {
  kind: 'stream';
  dictionary: PdfDictionary;
  /** As it lies in the file, before any filter. */
  raw: Bytes;
}

export type PdfValue = null | boolean | number | PdfName | PdfString | PdfReference | PdfArray | PdfDictionary | PdfStream;
type PdfKind = Exclude<PdfValue, null | boolean | number>;

export const isKind = <Kind extends PdfKind['kind']>(value: PdfValue, kind: Kind): value is Extract<PdfKind, { kind: Kind }> =>
  typeof value === 'object' && value !== null && value.kind === kind;

/** The file is built in a way we do not read: no judgement on what is signed in it. */
export class Unsupported extends Error {
  override readonly name = 'Unsupported';
  readonly code: 'file-form-unsupported' | 'file-encrypted';
  constructor(message: string, code: Unsupported['code'] = 'file-form-unsupported') {
    super(message);
    this.code = code;
  }
}

/** @throws {Malformed} */
export function dictionaryOf(value: PdfValue, what: string): PdfDictionary {
  if (isKind(value, 'dictionary')) return value;
  if (isKind(value, 'stream')) return value.dictionary;
  throw new Malformed(`${what} is no dictionary`);
}

/** A non-negative integer. @throws {Malformed} */
export function countOf(value: PdfValue, what: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw new Malformed(what);
  return value;
}

export const nameOf = (value: PdfValue): string | null => (isKind(value, 'name') ? value.name : null);
