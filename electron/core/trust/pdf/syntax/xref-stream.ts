/** One cross-reference stream, whose dictionary is the trailer (ISO 32000-2 7.5.8). */
import type { Bytes } from '../../asn1/der.ts';
import { Malformed } from '../../malformed.ts';
import type { PdfBudget } from './pdf-budget.ts';
import { decodeStream } from './pdf-filters.ts';
import { countOf, isKind, nameOf, type PdfStream, type PdfValue } from './pdf-values.ts';
import { readIndirect } from './read-indirect.ts';
import { addEntry, type XrefEntries, type XrefEntry, type XrefPart } from './xref-table.ts';

export async function readXrefStream(file: Bytes, offset: number, budget: PdfBudget): Promise<XrefPart> {
  const elsewhere = (): Promise<never> => Promise.reject(new Malformed('length of the cross-references elsewhere'));
  const { value } = await readIndirect(file, offset, elsewhere, budget);
  const isXref = isKind(value, 'stream') && nameOf(value.dictionary.entries.get('Type') ?? null) === 'XRef';
  if (!isXref) throw new Malformed('no cross-references where they must be');
  return { entries: await entriesOf(value, budget), trailer: value.dictionary };
}

async function entriesOf(stream: PdfStream, budget: PdfBudget): Promise<XrefEntries> {
  const { entries: fields } = stream.dictionary;
  const bytes = await decodeStream(stream, async (value) => value, budget);
  const widths = numbersOf(fields.get('W'));
  const [typeWidth, secondWidth, thirdWidth] = widths;
  if (widths.length !== 3 || widths.some((width) => width > 6) || secondWidth === 0) throw new Malformed('widths of cross-references');
  const width = typeWidth! + secondWidth! + thirdWidth!;
  const index = fields.has('Index') ? numbersOf(fields.get('Index')) : [0, countOf(fields.get('Size') ?? null, 'Size')];
  const entries = new Map<number, XrefEntry>();
  let at = 0;
  const number = (octets: number): number => {
    let value = 0;
    for (let i = 0; i < octets; i += 1) value = value * 256 + bytes[at + i]!;
    at += octets;
    return value;
  };
  for (let i = 0; i < index.length; i += 2) {
    const [first, count] = [index[i]!, index[i + 1] ?? 0];
    if (at + count * width > bytes.length) throw new Malformed('cross-references cut short');
    for (let j = 0; j < count; j += 1) {
      const type = typeWidth === 0 ? 1 : number(typeWidth!);
      const [second, third] = [number(secondWidth!), number(thirdWidth!)];
      // 7.5.8.3: other types are to be taken for null.
      if (type === 1) addEntry(entries, first + j, { is: 'at', offset: second, generation: third }, budget);
      else addEntry(entries, first + j, type === 2 ? { is: 'in-stream', stream: second, index: third } : { is: 'free' }, budget);
    }
  }
  return entries;
}

function numbersOf(value: PdfValue | undefined): number[] {
  if (value === undefined || !isKind(value, 'array')) throw new Malformed('numbers of cross-references');
  return value.items.map((item) => countOf(item, 'number of cross-references'));
}
