/** Objects packed in a stream (ISO 32000-2 7.5.7), each read once. */
import type { Bytes } from '../../asn1/der.ts';
import { Malformed } from '../../malformed.ts';
import { type PdfBudget, spend } from './pdf-budget.ts';
import { PdfCursor } from './pdf-cursor.ts';
import { decodeStream } from './pdf-filters.ts';
import { countOf, isKind, nameOf, type PdfValue } from './pdf-values.ts';
import { readValue } from './read-value.ts';

interface Place {
  number: number;
  offset: number;
  /** Absent until it was asked for. */
  value?: PdfValue;
}

export class ObjectStream {
  readonly #bytes: Bytes;
  readonly #places: readonly Place[];
  readonly #budget: PdfBudget;

  private constructor(bytes: Bytes, places: readonly Place[], budget: PdfBudget) {
    this.#bytes = bytes;
    this.#places = places;
    this.#budget = budget;
  }

  /** @param resolve follows a reference @throws {Malformed} @throws {Unsupported} */
  static async open(stream: PdfValue, resolve: (value: PdfValue) => Promise<PdfValue>, budget: PdfBudget): Promise<ObjectStream> {
    if (!isKind(stream, 'stream')) throw new Malformed('no object stream');
    const { entries } = stream.dictionary;
    if (nameOf(entries.get('Type') ?? null) !== 'ObjStm') throw new Malformed('no object stream');
    const bytes = await decodeStream(stream, resolve, budget);
    const count = countOf(await resolve(entries.get('N') ?? null), 'N');
    const first = countOf(await resolve(entries.get('First') ?? null), 'First');
    if (first > bytes.length) throw new Malformed('object stream');
    spend(budget, 'objects', count);
    const cursor = new PdfCursor(bytes.subarray(0, first));
    const places = Array.from({ length: count }, () => ({ number: cursor.integer(), offset: first + cursor.integer() }));
    return new ObjectStream(bytes, places, budget);
  }

  /** @throws {Malformed} where another object stands at this place */
  value(number: number, index: number): PdfValue {
    const place = this.#places[index];
    if (place?.number !== number) throw new Malformed('another object where one must be');
    return (place.value ??= readValue(new PdfCursor(this.#bytes, place.offset), this.#budget));
  }
}
