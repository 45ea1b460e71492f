/** The signatures of a PDF file: what the fields of its form hold (ISO 32000-2 12.7.5.5, 12.8.1). */
import type { Bytes } from '../asn1/der.ts';
import { Malformed } from '../malformed.ts';
import { LIMITS } from '../limits.ts';
import type { PdfFile } from './syntax/pdf-file.ts';
import { countOf, dictionaryOf, isKind, nameOf, type PdfDictionary, type PdfValue } from './syntax/pdf-values.ts';

export interface PdfSignature {
  subFilter: string | null;
  /** Octets of /Contents as they are, padding included. */
  contents: Bytes;
  /** The hole: from the first delimiter of the string to behind its last. */
  hole: { start: number; end: number };
  byteRange: readonly number[];
  /** Number and place of the signature's own object. */
  number: number;
  offset: number;
}

/** Of the latest revision, in the order of the form. @throws {Malformed} where a signed field is not what it must be */
export async function signaturesOf(file: PdfFile): Promise<PdfSignature[]> {
  const form = await file.get(await file.catalog(), 'AcroForm');
  if (form === null) return [];
  const signatures: PdfSignature[] = [];
  for (const field of await fieldsOf(file, dictionaryOf(form, 'form'))) {
    if (field.type !== 'Sig') continue;
    const value = field.dictionary.entries.get('V') ?? null;
    if ((await file.resolve(value)) === null) continue;
    signatures.push(await signatureIn(file, value));
    if (signatures.length > LIMITS.pdfSignatures) throw new Malformed('too many signatures');
  }
  if (new Set(signatures.map(({ number }) => number)).size !== signatures.length) throw new Malformed('one signature in two fields');
  return signatures;
}

export interface FormField {
  dictionary: PdfDictionary;
  parent: FormField | null;
  /** Null for one that is no object of its own. */
  number: number | null;
  /** FT, its own or inherited (12.7.4.1, table 226). */
  type: string | null;
}

type Listed = { value: PdfValue; parent: FormField | null };

/** Every field, kids after their parents. */
export async function fieldsOf(file: PdfFile, form: PdfDictionary): Promise<FormField[]> {
  const found: FormField[] = [];
  const seen = new Set<number>();
  let left: number = LIMITS.pdfFields;
  let level: Listed[] = (await itemsAt(file, form, 'Fields')).map((value) => ({ value, parent: null }));
  while (level.length > 0) {
    if ((left -= level.length) < 0) throw new Malformed('too many fields');
    const below: Listed[] = [];
    for (const { value, parent } of level) {
      const number = isKind(value, 'reference') ? value.number : null;
      if (number !== null && seen.has(number)) throw new Malformed('a field twice in one form');
      if (number !== null) seen.add(number);
      const resolved = await file.resolve(value);
      if (resolved === null) continue;
      const dictionary = dictionaryOf(resolved, 'field');
      const type = nameOf(await file.get(dictionary, 'FT')) ?? parent?.type ?? null;
      const field: FormField = { dictionary, parent, number, type };
      found.push(field);
      for (const kid of await itemsAt(file, dictionary, 'Kids')) below.push({ value: kid, parent: field });
    }
    level = below;
  }
  return found;
}

export async function itemsAt(file: PdfFile, dictionary: PdfDictionary, key: string): Promise<PdfValue[]> {
  const value = await file.get(dictionary, key);
  if (value === null) return [];
  if (!isKind(value, 'array')) throw new Malformed(`${key} is no array`);
  return value.items;
}

/** In an object stream the signature would have no place in the file that could be left out. */
async function signatureIn(file: PdfFile, value: PdfValue): Promise<PdfSignature> {
  const entry = isKind(value, 'reference') ? file.entryOf(value.number) : null;
  if (!isKind(value, 'reference') || entry?.is !== 'at') throw new Malformed('signature without a place of its own');
  const { entries } = dictionaryOf(await file.resolve(value), 'signature');
  const contents = entries.get('Contents') ?? null;
  const range = entries.get('ByteRange') ?? null;
  if (!isKind(contents, 'string') || !contents.isHex || !isKind(range, 'array')) throw new Malformed('signature without contents or range');
  return {
    subFilter: nameOf(await file.resolve(entries.get('SubFilter') ?? null)),
    contents: contents.bytes,
    hole: { start: contents.start, end: contents.end },
    byteRange: range.items.map((item) => countOf(item, 'ByteRange')),
    number: value.number,
    offset: entry.offset,
  };
}
