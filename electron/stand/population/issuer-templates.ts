/** The owner body of each document type, out of the same templates the workstation reads; imported, so that a bundle carries them. */
import { DocumentTemplate } from '../../../shared/domain/checking/document-template.ts';
import birthCertificate from '../../../resources/documents/birth_certificate.json' with { type: 'json' };
import diploma from '../../../resources/documents/diploma.json' with { type: 'json' };
import divorceCertificate from '../../../resources/documents/divorce_certificate.json' with { type: 'json' };
import drivingLicence from '../../../resources/documents/driving_licence.json' with { type: 'json' };
import identityCard from '../../../resources/documents/identity_card.json' with { type: 'json' };
import kandasCard from '../../../resources/documents/kandas_card.json' with { type: 'json' };
import marriageCertificate from '../../../resources/documents/marriage_certificate.json' with { type: 'json' };
import nameChangeCertificate from '../../../resources/documents/name_change_certificate.json' with { type: 'json' };
import pcrTest from '../../../resources/documents/pcr_test.json' with { type: 'json' };
import pensionerCard from '../../../resources/documents/pensioner_card.json' with { type: 'json' };
import socialDocument from '../../../resources/documents/social_document.json' with { type: 'json' };
import studentCard from '../../../resources/documents/student_card.json' with { type: 'json' };
import vehicleRegistration from '../../../resources/documents/vehicle_registration.json' with { type: 'json' };

const TEMPLATES = new Map(
  [
    identityCard,
    marriageCertificate,
    birthCertificate,
    nameChangeCertificate,
    divorceCertificate,
    vehicleRegistration,
    drivingLicence,
    pcrTest,
    diploma,
    studentCard,
    pensionerCard,
    kandasCard,
    socialDocument,
  ].map((file) => {
    const template = DocumentTemplate.parse(file);
    return [template.type, template] as const;
  }),
);

export const STAND_DOCUMENT_TYPES: readonly string[] = [...TEMPLATES.keys()];

/** @throws {RangeError} for a type the stand does not issue. */
export function templateOf(type: string): DocumentTemplate {
  const template = TEMPLATES.get(type);
  if (template === undefined) throw new RangeError(`no template for ${type}`);
  return template;
}
