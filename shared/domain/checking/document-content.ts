/**
 * What the owner body signs: the content inside the CAdES envelope, JSON in UTF-8.
 * Names of the common part follow the E-Document answer of public integrators (common, docOwner, docIssuer,
 * extra); the form of the signed content itself is not public, so this one is our own, versioned by `format`.
 */
import { z } from 'zod';
import { Day, FieldValue } from './check-outcome.ts';
import { DocumentTypeId } from './document-template.ts';
import { Pair } from '../localized.ts';

/** Status words of ГБД ФЛ: `00` in force; others end it. `00` alone does not say "not expired". */
export const DictionaryValue = z.object({ code: z.string(), nameRu: z.string(), nameKz: z.string() });
export type DictionaryValue = z.infer<typeof DictionaryValue>;

export const DocumentContent = z.object({
  format: z.literal('edocument/1'),
  type: DocumentTypeId,
  common: z.object({
    docOwner: z.object({
      lastName: z.string(),
      firstName: z.string(),
      middleName: z.string().nullable(),
      iin: z.string(),
    }),
    docIssuer: z.object({ nameRu: z.string(), nameKk: z.string(), nameEn: z.string(), bin: z.string() }),
    docNumber: z.string(),
  }),
  gender: z.enum(['male', 'female']),
  extra: z.object({ date_of_birth: Day, date_of_issue: Day, date_of_expire: Day.nullable() }),
  status: DictionaryValue,
  /** By field key of the template of this type. */
  fields: z.record(z.string(), FieldValue),
  /** Base64 of a PNG or JPEG, or null for documents without a portrait. */
  face_photo: z.string().nullable(),
  /** Relation of the person who opened the access to the owner, where it is not the owner (352/НҚ п.14). */
  presentedBy: z.object({ relation: Pair }).nullable(),
});
export type DocumentContent = z.infer<typeof DocumentContent>;
