/** Takes the filters off a PDF stream (ISO 32000-2 7.4): Flate with its predictors, and never to more than its size allows. */
import type { Bytes } from '../../asn1/der.ts';
import { Malformed } from '../../malformed.ts';
import { LIMITS } from '../../limits.ts';
import { type PdfBudget, spend } from './pdf-budget.ts';
import { countOf, dictionaryOf, isKind, nameOf, type PdfStream, type PdfValue, Unsupported } from './pdf-values.ts';

/** @param resolve follows a reference @throws {Malformed} @throws {Unsupported} for filters we do not have */
export async function decodeStream(stream: PdfStream, resolve: (value: PdfValue) => Promise<PdfValue>, budget: PdfBudget): Promise<Bytes> {
  const decoded = await withoutFilter(stream, resolve, budget.octets);
  spend(budget, 'octets', decoded.length);
  return decoded;
}

async function withoutFilter({ dictionary, raw }: PdfStream, resolve: (value: PdfValue) => Promise<PdfValue>, most: number): Promise<Bytes> {
  const filter = await resolve(dictionary.entries.get('Filter') ?? null);
  const parameters = await resolve(dictionary.entries.get('DecodeParms') ?? null);
  const filters = isKind(filter, 'array') ? filter.items : filter === null ? [] : [filter];
  if (filters.length === 0) return raw;
  const [only, second] = filters;
  if (second !== undefined || nameOf(await resolve(only!)) !== 'FlateDecode') throw new Unsupported('stream filter');
  const inflated = await inflate(raw, most);
  const [parameter] = isKind(parameters, 'array') ? parameters.items : [parameters];
  const known = await resolve(parameter ?? null);
  return known === null ? inflated : unpredicted(inflated, (key, otherwise) => countOf(dictionaryOf(known, 'filter').entries.get(key) ?? otherwise, key));
}

async function inflate(packed: Bytes, most: number): Promise<Bytes> {
  const largest = Math.min(most, Math.max(LIMITS.pdfFloor, packed.length * LIMITS.pdfGrowth));
  try {
    return await inflateWithin(packed, largest);
  } catch (error) {
    // Some writers count the line break before `endstream` into the stream.
    const trimmed = withoutLineBreak(packed);
    if (!(error instanceof TypeError) || trimmed.length === packed.length) throw asMalformed(error);
    return inflateWithin(trimmed, largest).catch((again: unknown) => {
      throw asMalformed(again);
    });
  }
}

/** The platform says TypeError of data that are cut short, broken, or followed by something else. */
const asMalformed = (error: unknown): unknown => (error instanceof TypeError ? new Malformed('packed stream') : error);

const withoutLineBreak = (bytes: Bytes): Bytes => {
  const last = bytes.at(-1);
  if (last !== 0x0a && last !== 0x0d) return bytes;
  return bytes.subarray(0, last === 0x0a && bytes.at(-2) === 0x0d ? -2 : -1);
};

async function inflateWithin(packed: Bytes, largest: number): Promise<Bytes> {
  const parts: Bytes[] = [];
  let length = 0;
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate')).getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    parts.push(piece.value);
    length += piece.value.length;
    if (length <= largest) continue;
    await reader.cancel();
    throw new Malformed('stream unpacks to too much');
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** PNG predictors (7.4.4.4), which cross-reference streams use; the TIFF one is for pictures. */
function unpredicted(bytes: Bytes, parameter: (key: string, otherwise: number) => number): Bytes {
  const predictor = parameter('Predictor', 1);
  if (predictor === 1) return bytes;
  if (predictor < 10 || predictor > 15) throw new Unsupported('predictor');
  const pixel = Math.ceil((parameter('Colors', 1) * parameter('BitsPerComponent', 8)) / 8);
  const width = Math.ceil((parameter('Colors', 1) * parameter('BitsPerComponent', 8) * parameter('Columns', 1)) / 8);
  if (pixel < 1 || pixel > 64 || width < 1 || width > bytes.length || bytes.length % (width + 1) !== 0) throw new Malformed('predicted rows');
  const rows = bytes.length / (width + 1);
  const plain = new Uint8Array(rows * width);
  for (let row = 0; row < rows; row += 1) {
    const type = bytes[row * (width + 1)]!;
    if (type > 4) throw new Malformed('predicted row');
    for (let column = 0; column < width; column += 1) {
      const at = row * width + column;
      const left = column >= pixel ? plain[at - pixel]! : 0;
      const above = row > 0 ? plain[at - width]! : 0;
      const corner = row > 0 && column >= pixel ? plain[at - width - pixel]! : 0;
      plain[at] = bytes[row * (width + 1) + 1 + column]! + [0, left, above, (left + above) >> 1, paeth(left, above, corner)][type]!;
    }
  }
  return plain;
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [byLeft, byAbove, byCorner] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  if (byLeft <= byAbove && byLeft <= byCorner) return left;
  return byAbove <= byCorner ? above : corner;
}
