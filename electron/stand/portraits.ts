/** Portraits of the population, drawn once each: drawing one costs more than signing a document. */
import { drawFace } from './faces/index.ts';
import type { StandPerson } from './population/index.ts';

const drawn = new Map<string, Uint8Array>();

/** PNG; the ИИН decides the face, whatever the seed. */
export function portraitOf(person: StandPerson): Uint8Array {
  const known = drawn.get(person.iin);
  if (known !== undefined) return known;
  const portrait = drawFace(person);
  drawn.set(person.iin, portrait);
  return portrait;
}
