/** Does a PDF file run anything by itself? What it shows may then differ from reader to reader, whatever is signed. */
import { Malformed } from '../malformed.ts';
import { fieldsOf, itemsAt } from './signature-fields.ts';
import type { PdfFile } from './syntax/pdf-file.ts';
import { dictionaryOf, isKind, nameOf, type PdfDictionary, type PdfValue } from './syntax/pdf-values.ts';

/** Actions that only show another place (ISO 32000-2 12.6.4.2, 12.6.4.8, 12.6.4.12). */
const HARMLESS: ReadonlySet<string> = new Set(['GoTo', 'URI', 'Named']);

/** What it is, or null. @throws {Malformed} */
export async function activeContent(file: PdfFile): Promise<string | null> {
  const catalog = await file.catalog();
  if (catalog.entries.has('AA')) return 'additional actions';
  if (await runs(file, await file.get(catalog, 'OpenAction'))) return 'action on opening';
  const names = await file.get(catalog, 'Names');
  if (isKind(names, 'dictionary') && names.entries.has('JavaScript')) return 'JavaScript';
  const onPages = await activePart(file, catalog);
  if (onPages !== null) return onPages;
  const form = await file.get(catalog, 'AcroForm');
  if (form === null) return null;
  const dictionary = dictionaryOf(form, 'form');
  if (dictionary.entries.has('XFA')) return 'XFA form';
  // Nothing a field does without being touched is needed for a signature.
  const isActive = (await fieldsOf(file, dictionary)).some((field) => field.dictionary.entries.has('AA'));
  return isActive ? 'form field with actions' : null;
}

/** Opened, or come into sight, pages and annotations may act without being touched (12.6.3, tables 197 and 198). @throws {Malformed} */
async function activePart(file: PdfFile, catalog: PdfDictionary): Promise<string | null> {
  const seen = new Set<number>();
  const pending: PdfValue[] = [catalog.entries.get('Pages') ?? null];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    // Table 30: each is an object of its own; one that is not could lead back to itself unnoticed.
    if (!isKind(next, 'reference')) throw new Malformed('page without an object of its own');
    if (seen.has(next.number)) continue;
    seen.add(next.number);
    const node = await file.resolve(next);
    if (!isKind(node, 'dictionary')) continue;
    if (node.entries.has('AA')) return 'page with actions';
    for (const item of await itemsAt(file, node, 'Annots')) {
      const annotation = await file.resolve(item);
      if (isKind(annotation, 'dictionary') && annotation.entries.has('AA')) return 'annotation with actions';
    }
    pending.push(...(await itemsAt(file, node, 'Kids')));
  }
  return null;
}

/** A destination is an array or a name; an action says what it does. */
async function runs(file: PdfFile, action: PdfValue): Promise<boolean> {
  if (!isKind(action, 'dictionary')) return false;
  const type = nameOf(await file.get(action, 'S'));
  return type === null || !HARMLESS.has(type) || action.entries.has('Next');
}
