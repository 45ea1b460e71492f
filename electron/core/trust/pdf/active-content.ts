/** Does a PDF file run anything by itself? What it shows may then differ from reader to reader, whatever is signed. */
import type { PdfFile } from './pdf-file.ts';
import { dictionaryOf, isKind, nameOf, type PdfValue } from './pdf-values.ts';
import { fieldsOf } from './signature-fields.ts';

/** Actions that only show another place (ISO 32000-2 12.6.4.2, 12.6.4.8, 12.6.4.12). */
const HARMLESS: ReadonlySet<string> = new Set(['GoTo', 'URI', 'Named']);

/** What it is, or null. @throws {Malformed} */
export async function activeContent(file: PdfFile): Promise<string | null> {
  const catalog = await file.catalog();
  if (catalog.entries.has('AA')) return 'additional actions';
  if (await runs(file, await file.get(catalog, 'OpenAction'))) return 'action on opening';
  const names = await file.get(catalog, 'Names');
  if (isKind(names, 'dictionary') && names.entries.has('JavaScript')) return 'JavaScript';
  const form = await file.get(catalog, 'AcroForm');
  if (form === null) return null;
  const dictionary = dictionaryOf(form, 'form');
  if (dictionary.entries.has('XFA')) return 'XFA form';
  // Nothing a field does without being touched is needed for a signature.
  const isActive = (await fieldsOf(file, dictionary)).some((field) => field.dictionary.entries.has('AA'));
  return isActive ? 'form field with actions' : null;
}

/** A destination is an array or a name; an action says what it does. */
async function runs(file: PdfFile, action: PdfValue): Promise<boolean> {
  if (!isKind(action, 'dictionary')) return false;
  const type = nameOf(await file.get(action, 'S'));
  return type === null || !HARMLESS.has(type) || action.entries.has('Next');
}
