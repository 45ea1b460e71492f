/** What the owner body would sign for one document of one person. */
import { DocumentContent } from '../../../shared/domain/checking/document-content.ts';
import type { FieldValue } from '../../../shared/domain/checking/check-outcome.ts';
import type { Pair } from '../../../shared/domain/localized.ts';
import { templateOf } from './issuer-templates.ts';
import type { StandDocument, StandPerson } from './person.ts';

const WITH_PORTRAIT: ReadonlySet<string> = new Set([
  'identity_card',
  'driving_licence',
  'student_card',
  'pensioner_card',
  'kandas_card',
  'social_document',
]);

/** Certificates of civil status, diplomas, test results and vehicle papers carry no portrait. */
export function hasPortrait(type: string): boolean {
  return WITH_PORTRAIT.has(type);
}

export interface ContentOrder {
  person: StandPerson;
  document: StandDocument;
  /** Relation of the one who opened the access, where it is not the owner. */
  presentedBy: { relation: Pair } | null;
  /** PNG; ignored for types without a portrait. */
  photo: Uint8Array | null;
}

export function documentContent({ person, document, presentedBy, photo }: ContentOrder): DocumentContent {
  const { owner, ownerBin } = templateOf(document.type);
  return DocumentContent.parse({
    format: 'edocument/1',
    type: document.type,
    common: {
      docOwner: {
        lastName: textOf(document.fields['surname']) ?? person.surname,
        firstName: textOf(document.fields['name']) ?? person.name,
        middleName: textOf(document.fields['patronymic']) ?? person.patronymic,
        iin: person.iin,
      },
      docIssuer: { nameRu: owner.ru, nameKk: owner.kk, nameEn: owner.en, bin: ownerBin },
      docNumber: document.number,
    },
    gender: person.sex,
    extra: { date_of_birth: person.birthDate, date_of_issue: document.beginDate, date_of_expire: document.endDate },
    status: document.status,
    fields: document.fields,
    face_photo: photo !== null && hasPortrait(document.type) ? Buffer.from(photo).toString('base64') : null,
    presentedBy,
  } satisfies DocumentContent);
}

/** Names stand in a document as they were at the issue, which is not always as the person is called now. */
function textOf(value: FieldValue | undefined): string | undefined {
  return value?.kind === 'text' ? value.text : undefined;
}
