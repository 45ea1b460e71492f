/** A document type as data: its fields, their labels and who may see them (files in resources/documents). */
import { z } from 'zod';
import { Localized } from '../localized.ts';
import { PurposeId } from './purpose.ts';

export const DocumentTypeId = z.string().regex(/^[a-z][a-z0-9_]{1,40}$/);
export type DocumentTypeId = z.infer<typeof DocumentTypeId>;

export const FieldKey = z.string().regex(/^[a-z][a-zA-Z0-9]{0,40}$/);

export const FieldTemplate = z.strictObject({
  key: FieldKey,
  label: Localized,
  /** `pair` is a kk/ru dictionary value, `people` a list of persons by name and ИИН. */
  kind: z.enum(['text', 'name', 'date', 'iin', 'number', 'pair', 'people']),
  required: z.boolean(),
  /** Purposes for which the field is shown at once; `all`, or none of them for a field always revealed by hand. */
  shownFor: z.union([z.literal('all'), z.array(PurposeId)]),
});
export type FieldTemplate = z.infer<typeof FieldTemplate>;

export const DocumentTemplate = z.strictObject({
  type: DocumentTypeId,
  version: z.int().positive(),
  title: Localized,
  /** БИН of the state body that owns the data and must be the signer (352/НҚ п.5). */
  ownerBin: z.string().regex(/^\d{12}$/),
  owner: Localized,
  /** Identity documents fall under the presence rule of 352/НҚ п.21. */
  identity: z.boolean(),
  /** No longer issued; shown with a notice. */
  historical: z.boolean(),
  /** Family and civil-status records, where a registry mistake is not forgery. */
  civilStatus: z.boolean(),
  fields: z.array(FieldTemplate).min(1),
});
export type DocumentTemplate = z.infer<typeof DocumentTemplate>;
