/** The people whom training and tests look for by a stable code: one good case first, then the hard ones. */
import { addBadDocumentCases } from './training-cases/bad-documents.ts';
import { addDataCases } from './training-cases/registry-data.ts';
import { addFamilyCases } from './training-cases/families.ts';
import { addGoodCases } from './training-cases/good-documents.ts';
import { addReachCases } from './training-cases/reach.ts';
import { addRenewalCase } from './training-cases/renewal.ts';
import type { Draft } from './draft.ts';

export function addTrainingCases(draft: Draft): void {
  addGoodCases(draft);
  addBadDocumentCases(draft);
  addFamilyCases(draft);
  addDataCases(draft);
  addReachCases(draft);
  addRenewalCase(draft);
}
