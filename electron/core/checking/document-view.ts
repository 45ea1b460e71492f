/** What of a document is shown for this purpose; the values held back never leave the core with it. */
import type { DocumentView, FieldValue, FieldView } from '../../../shared/domain/checking/check-outcome.ts';
import type { DocumentContent } from '../../../shared/domain/checking/document-content.ts';
import type { DocumentTemplate, FieldTemplate } from '../../../shared/domain/checking/document-template.ts';
import { isDamaged } from '../../../shared/domain/person/damaged-text.ts';
import { portraitOf } from './portrait.ts';

export function documentView(content: DocumentContent, template: DocumentTemplate, purposeId: string): DocumentView {
  const { nameKk, nameRu, nameEn } = content.common.docIssuer;
  return {
    type: template.type,
    templateVersion: template.version,
    title: template.title,
    issuer: { kk: nameKk, ru: nameRu, en: nameEn },
    photo: portraitOf(content.face_photo),
    fields: template.fields.map((field) => fieldView(field, content.fields[field.key], isShownFor(field, purposeId))),
  };
}

/** The field as revealed by hand, whatever the purpose shows at once. */
export function revealedField(field: FieldTemplate, content: DocumentContent): FieldView {
  return fieldView(field, content.fields[field.key], true);
}

/** Whether the purpose shows the field at once, without a hand that reveals it. */
export const isShownFor = ({ shownFor }: FieldTemplate, purposeId: string): boolean => shownFor === 'all' || shownFor.includes(purposeId);

function fieldView({ key, label }: FieldTemplate, value: FieldValue | undefined, shown: boolean): FieldView {
  if (value === undefined) return { key, label, value: { state: 'absent' } };
  return { key, label, value: shown ? { state: 'shown', value, damaged: isDamaged(value) } : { state: 'hidden' } };
}
