/** Signature fields that came after a signed revision: invisible ones add a signature or a time-stamp and change nothing that is seen. */
import { fieldsOf, type FormField, itemsAt } from './signature-fields.ts';
import type { PdfFile } from './syntax/pdf-file.ts';
import { dictionaryOf, isKind, nameOf, type PdfDictionary } from './syntax/pdf-values.ts';

export interface AllowedFields {
  /** Object numbers of fields that are new. */
  added: ReadonlySet<number>;
  /** Fields of the earlier revision that were empty and hold a signature now. */
  filled: ReadonlySet<PdfDictionary>;
}

const HIDDEN = 0b10;
/** Keys by which a field could do something or look like something. */
const ACTIVE = ['A', 'AA', 'Kids', 'MK', 'RV'];

/** The reason why a new field is not allowed, instead of the fields. */
export async function allowedFields(before: PdfFile, after: PdfFile): Promise<AllowedFields | string> {
  const old = await formFields(before);
  const known = new Map(old.flatMap((field) => (field.number === null ? [] : [[field.number, field] as const])));
  const onlyTimeStamps = await isLocked(before);
  const added = new Set<number>();
  const filled = new Set<PdfDictionary>();
  for (const field of await formFields(after)) {
    const earlier = field.number === null ? undefined : known.get(field.number);
    if (earlier === undefined && field.number === null) continue;
    const isFilled = earlier !== undefined && field.dictionary.entries.has('V') && !earlier.dictionary.entries.has('V');
    // Every other difference of a known field is found when both revisions are compared.
    if (earlier !== undefined && !(isFilled && field.type === 'Sig')) continue;
    const objection = await objectionTo(after, field, onlyTimeStamps);
    if (objection !== null) return objection;
    if (earlier === undefined) added.add(field.number!);
    else filled.add(earlier.dictionary);
  }
  return { added, filled };
}

async function formFields(file: PdfFile): Promise<FormField[]> {
  const form = await file.get(await file.catalog(), 'AcroForm');
  return form === null ? [] : fieldsOf(file, dictionaryOf(form, 'form'));
}

async function objectionTo(file: PdfFile, field: FormField, onlyTimeStamps: boolean): Promise<string | null> {
  const { entries } = field.dictionary;
  if (field.type !== 'Sig' || field.parent !== null) return 'a form field was added';
  if (ACTIVE.some((key) => entries.has(key))) return 'a field with an action or parts was added';
  if (!(await isInvisible(file, field.dictionary))) return 'a visible signature was added';
  const value = await file.resolve(entries.get('V') ?? null);
  const isTimeStamp = isKind(value, 'dictionary') && nameOf(await file.get(value, 'SubFilter')) === 'ETSI.RFC3161';
  return onlyTimeStamps && !isTimeStamp ? 'a signature was added to a certified document that allows none' : null;
}

/** Without an area, or hidden (12.5.3); 12.7.5.5 wants one of both of a signature that is not to be seen. */
async function isInvisible(file: PdfFile, field: PdfDictionary): Promise<boolean> {
  const flags = await file.get(field, 'F');
  if (typeof flags === 'number' && (flags & HIDDEN) !== 0) return true;
  const corners = await Promise.all((await itemsAt(file, field, 'Rect')).map((corner) => file.resolve(corner)));
  return corners.length === 4 && (corners[0] === corners[2] || corners[1] === corners[3]);
}

/** The author certified that nothing at all may change (12.8.2.2, P 1); evidence and document time-stamps are still allowed. */
async function isLocked(file: PdfFile): Promise<boolean> {
  const permissions = await file.get(await file.catalog(), 'Perms');
  const certification = isKind(permissions, 'dictionary') ? await file.get(permissions, 'DocMDP') : null;
  if (!isKind(certification, 'dictionary')) return false;
  const references = await Promise.all((await itemsAt(file, certification, 'Reference')).map((item) => file.resolve(item)));
  for (const reference of references) {
    const parameters = isKind(reference, 'dictionary') ? await file.get(reference, 'TransformParams') : null;
    if (isKind(parameters, 'dictionary') && (await file.get(parameters, 'P')) === 1) return true;
  }
  return false;
}
