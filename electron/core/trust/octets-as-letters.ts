/** Octets as the key of a memory: different octets are different letters, and making them is quicker than a digest. */
import type { Bytes } from './asn1/der.ts';

const letters = new TextDecoder('latin1');

export const lettersOf = (octets: Bytes): string => letters.decode(octets);
