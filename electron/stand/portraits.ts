/** Portraits of the population, drawn once each: drawing one costs more than signing a document. */
import { drawFace } from './faces/index.ts';
import type { StandPerson } from './population/index.ts';

export interface Portrait {
  mediaType: 'image/png' | 'image/jpeg';
  bytes: Uint8Array;
}

const PNG_FIRST_BYTE = 0x89;
const drawn = new Map<string, Portrait>();

/** Drawn, the ИИН decides the face, whatever the seed. */
export function portraitOf({ portrait, ...person }: StandPerson): Portrait {
  if (portrait !== undefined) return { mediaType: portrait[0] === PNG_FIRST_BYTE ? 'image/png' : 'image/jpeg', bytes: portrait };
  const known = drawn.get(person.iin) ?? { mediaType: 'image/png', bytes: drawFace(person) };
  drawn.set(person.iin, known);
  return known;
}
