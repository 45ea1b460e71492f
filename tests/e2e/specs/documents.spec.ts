/** Each of the thirteen documents of the user instruction, looked at for a purpose that has a use for it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from '../../../electron/launch/repository.ts';
import { DocumentTemplate } from '../../../shared/domain/checking/document-template.ts';
import type { Verdict } from '../../../shared/domain/checking/verdict.ts';
import { scanWithHandheld } from '../drivers/scanner-keyboard.ts';
import type { PurposeId } from '../drivers/purposes.ts';
import { expect, test } from '../fixtures.ts';

const templateOf = (type: string) =>
  DocumentTemplate.parse(JSON.parse(readFileSync(join(REPOSITORY, `resources/documents/${type}.json`), 'utf8')));

const DOCUMENTS: readonly [type: string, purpose: PurposeId, verdict: Verdict][] = [
  ['identity_card', 'state-service', 'valid'],
  ['marriage_certificate', 'family-service', 'valid-with-attention'],
  ['birth_certificate', 'family-service', 'valid-with-attention'],
  ['name_change_certificate', 'family-service', 'valid-with-attention'],
  ['divorce_certificate', 'family-service', 'valid-with-attention'],
  ['vehicle_registration', 'vehicle-service', 'valid'],
  ['driving_licence', 'vehicle-service', 'valid'],
  ['pcr_test', 'state-service', 'valid-with-attention'],
  ['diploma', 'education-service', 'valid'],
  ['student_card', 'education-service', 'valid'],
  ['pensioner_card', 'social-support', 'valid'],
  ['kandas_card', 'social-support', 'valid'],
  ['social_document', 'social-support', 'valid'],
];

for (const [type, purpose, verdict] of DOCUMENTS) {
  test(`${type} for ${purpose}`, async ({ work, citizens, desk: { page } }) => {
    const desk = await work({ purpose });
    const access = citizens.openAccess(citizens.holderOf(type), type);
    await scanWithHandheld(page, access.qr);
    await expect(desk.verdict(verdict)).toBeVisible();
    await expect(desk.documentTitle).toHaveText(templateOf(type).title.ru);
  });
}
