/** Portraits of the population, drawn once each: a face costs more than a signature. */
import type { StandPerson } from './population/index.ts';
export const portraitOf = (_person: StandPerson): Uint8Array | null => null;
