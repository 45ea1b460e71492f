/** Files embedded in a PDF file (ISO 32000-2 7.11.4), in the order of their name tree; each name once, each file one file. */
import type { Bytes } from '../asn1/der.ts';
import { Malformed } from '../malformed.ts';
import { LIMITS } from '../limits.ts';
import { itemsAt } from './signature-fields.ts';
import type { PdfFile } from './syntax/pdf-file.ts';
import { dictionaryOf, isKind, type PdfString, type PdfValue } from './syntax/pdf-values.ts';

export interface Attachment {
  name: string;
  content: Bytes;
}

/** @throws {Malformed} also where two readers could find two different files @throws {Unsupported} */
export async function attachmentsOf(file: PdfFile): Promise<Attachment[]> {
  const names = await file.get(await file.catalog(), 'Names');
  const tree = isKind(names, 'dictionary') ? await file.get(names, 'EmbeddedFiles') : null;
  if (tree === null) return [];
  const found: Attachment[] = [];
  for (const specification of await leavesOf(file, tree)) found.push(await attachmentIn(file, specification));
  if (new Set(found.map(({ name }) => name)).size !== found.length) throw new Malformed('two attachments of one name');
  return found;
}

/** Values of a name tree (7.9.6), in order. */
async function leavesOf(file: PdfFile, tree: PdfValue): Promise<PdfValue[]> {
  const leaves: PdfValue[] = [];
  const pending: PdfValue[] = [tree];
  for (let node = pending.shift(), steps = 0; node !== undefined; node = pending.shift(), steps += 1) {
    if (steps > LIMITS.pdfAttachments) throw new Malformed('name tree');
    const dictionary = dictionaryOf(await file.resolve(node), 'name tree');
    const pairs = await itemsAt(file, dictionary, 'Names');
    if (pairs.length % 2 !== 0) throw new Malformed('name tree');
    if (leaves.length + pairs.length / 2 > LIMITS.pdfAttachments) throw new Malformed('too many attachments');
    leaves.push(...pairs.filter((_, at) => at % 2 === 1));
    const kids = await itemsAt(file, dictionary, 'Kids');
    if (kids.length > LIMITS.pdfAttachments) throw new Malformed('name tree');
    pending.unshift(...kids);
  }
  return leaves;
}

async function attachmentIn(file: PdfFile, specification: PdfValue): Promise<Attachment> {
  const { entries } = dictionaryOf(await file.resolve(specification), 'file specification');
  const embedded = dictionaryOf(await file.resolve(entries.get('EF') ?? null), 'embedded file');
  const streams = ['UF', 'F'].flatMap((key) => embedded.entries.get(key) ?? []);
  const [stream] = await Promise.all(streams.map((each) => file.resolve(each)));
  if (!isKind(stream ?? null, 'stream') || !isOne(streams)) throw new Malformed('attachment');
  const named = (await file.resolve(entries.get('UF') ?? null)) ?? (await file.resolve(entries.get('F') ?? null));
  if (!isKind(named, 'string')) throw new Malformed('attachment without a name');
  return { name: textOf(named), content: await file.decode(stream as Extract<typeof stream, { kind: 'stream' }>) };
}

/** Under both keys the same file, or readers would open different ones. */
const isOne = (streams: readonly PdfValue[]): boolean =>
  new Set(streams.map((value) => (isKind(value, 'reference') ? value.number : null))).size === 1;

/** Text string (7.9.2.2): UTF-16 or UTF-8 with its mark, else one octet a character. @throws {Malformed} */
function textOf({ bytes }: PdfString): string {
  if (bytes.length > 2048) throw new Malformed('name too long');
  const isUtf16 = bytes[0] === 0xfe && bytes[1] === 0xff;
  const isUtf8 = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const encoding = isUtf16 ? 'utf-16be' : isUtf8 ? 'utf-8' : 'latin1';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Malformed('text');
  }
}
