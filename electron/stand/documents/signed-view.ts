/** Forms the document at the moment of the view: the content from the registers, signed by the owner body (352/НҚ п.5). */
import { portraitOf } from '../portraits.ts';
import { documentContent, hasPortrait } from '../population/index.ts';
import type { StandWorld } from '../world.ts';
import type { Access } from './access-book.ts';

export async function signedView(world: StandWorld, access: Access): Promise<Uint8Array> {
  const { population, badDays } = world;
  const shown = badDays.current().answers.documents === 'wrong-iin' ? anotherDocument(world, access) : access;
  const owner = population.byIin(shown.ownerIin);
  const document = owner?.documents.find((candidate) => candidate.id === shown.documentId);
  if (owner === undefined || document === undefined) throw new Error('access to a document that does not exist');
  const representative = document.representatives.find((candidate) => candidate.iin === access.openerIin);
  const content = documentContent({
    person: owner,
    document,
    presentedBy: representative === undefined ? null : { relation: representative.relation },
    photo: hasPortrait(document.type) ? portraitOf(owner).bytes : null,
  });
  const authority = await world.authority();
  return authority.signDocument({
    bin: content.common.docIssuer.bin,
    organisation: content.common.docIssuer.nameRu,
    content: new TextEncoder().encode(JSON.stringify(content)),
    fault: badDays.current().signatureFault,
  });
}

/** The bad day on which the service mixes people up: the same type of document of somebody else. */
function anotherDocument(world: StandWorld, access: Access): Pick<Access, 'ownerIin' | 'documentId'> {
  for (const person of world.population.people) {
    const document = person.documents.find((candidate) => candidate.type === access.documentType);
    if (document !== undefined && person.iin !== access.ownerIin) return { ownerIin: person.iin, documentId: document.id };
  }
  return access;
}
