/** Extensions on names and policies for certificates made by the tests. */
import { type Asn1, embedded, explicit, implicitOctets, oid, seq, utf8 } from '../../../../electron/stand/authority/asn1.ts';
import { extension } from '../../../../electron/stand/authority/certificate.ts';

const octetsOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export const dns = (host: string): Asn1 => implicitOctets(2, octetsOf(host));
export const mail = (box: string): Asn1 => implicitOctets(1, octetsOf(box));
export const uri = (address: string): Asn1 => implicitOctets(6, octetsOf(address));
export const ip = (...octets: number[]): Asn1 => implicitOctets(7, Uint8Array.from(octets));
export const directory = (name: Uint8Array): Asn1 => explicit(4, embedded(name));
export const otherName = (type: string): Asn1 => explicit(0, oid(type), explicit(0, utf8('?')));

export const alternativeNames = (...names: Asn1[]): Asn1 => extension('2.5.29.17', seq(...names));

export function namesLimited({ permitted = [], excluded = [] }: { permitted?: Asn1[]; excluded?: Asn1[] }): Asn1 {
  const subtrees = (tagNumber: number, names: Asn1[]): Asn1[] => (names.length === 0 ? [] : [explicit(tagNumber, ...names.map((name) => seq(name)))]);
  return extension('2.5.29.30', seq(...subtrees(0, permitted), ...subtrees(1, excluded)), true);
}

export const policiesOf = (...policies: string[]): Asn1 => extension('2.5.29.32', seq(...policies.map((policy) => seq(oid(policy)))));
export const mapped = (...pairs: [string, string][]): Asn1 => extension('2.5.29.33', seq(...pairs.map(([from, to]) => seq(oid(from), oid(to)))), true);
const count = (tagNumber: number, certificates: number): Asn1 => implicitOctets(tagNumber, Uint8Array.of(certificates));
export const explicitAfter = (certificates: number): Asn1 => extension('2.5.29.36', seq(count(0, certificates)), true);
export const mappingEndsAfter = (certificates: number): Asn1 => extension('2.5.29.36', seq(count(1, certificates)), true);
