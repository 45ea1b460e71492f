/** Entrance of the ASN.1 room for other domains: strict DER in, DER out. */
export { withArmour, withoutArmour } from './armour.ts';
export { definiteLengths, definiteThroughout } from './ber-envelope.ts';
export { type Bytes, complete, context, contextPrimitive, DerReader, type Element, readOnly, TAG } from './der.ts';
export { bits, explicit, nothing, numberElement, objectIdentifier, octets, sequence, setOf, unsignedInteger } from './der-elements.ts';
export { integerOctets, oidOf, readOid, readSmallInteger, textOf } from './der-values.ts';
export { encode, headerOf, joined } from './der-writer.ts';
export { Malformed } from '../malformed.ts';
