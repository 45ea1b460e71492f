/** Titles and grounds of the purposes as the policy of this checkout writes them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { REPOSITORY } from '../../../electron/launch/repository.ts';
import { inLanguage, type Language } from '../../../shared/domain/localized.ts';
import { Purpose } from '../../../shared/domain/checking/purpose.ts';

export type PurposeId = 'identify-at-counter' | 'state-service' | 'family-service' | 'vehicle-service' | 'social-support' | 'education-service';

const PURPOSES = z.array(Purpose).parse(JSON.parse(readFileSync(join(REPOSITORY, 'resources/policy/purposes.json'), 'utf8')));

function purposeOf(id: PurposeId): Purpose {
  const purpose = PURPOSES.find((candidate) => candidate.id === id);
  if (purpose === undefined) throw new RangeError(`the policy has no purpose ${id}`);
  return purpose;
}

export const purposeTitle = (id: PurposeId, language: Language): string => inLanguage(purposeOf(id).title, language);
/** What the citizen is told. */
export const purposeGround = (id: PurposeId, language: Language): string => inLanguage(purposeOf(id).ground, language);
