/** Public keys of Kazakh GOST out of SubjectPublicKeyInfo: algorithm, parameters and point must all be what the table says. */
import { complete, DerReader, readOnly, TAG } from '../asn1/der.ts';
import { readOid } from '../asn1/der-values.ts';
import type { PublicKey } from '../algorithms/public-key.ts';
import { GAMMA_KEY, type GostScheme } from './gost-algorithms.ts';
import { type GostPublicKey, readPoint } from './gost-34-10.ts';

export type GostKeyReading = { is: 'key'; key: GostPublicKey } | { is: 'refused'; why: string };

const refused = (why: string): GostKeyReading => ({ is: 'refused', why });

/** The key for signatures of this scheme. @throws {Malformed} */
export function readGostKey({ algorithm, bits }: PublicKey, scheme: GostScheme): GostKeyReading {
  if (algorithm.oid === GAMMA_KEY) return refused('key of the withdrawn Gamma algorithm');
  if (algorithm.oid !== scheme.keyOid) return refused(`not a ${scheme.name} key`);
  if (algorithm.parameters === null || algorithm.parameters[0] !== TAG.sequence) return refused(`${scheme.name} key without a curve`);
  const named = complete(readOnly(algorithm.parameters, TAG.sequence), (reader) => [readOid(reader), readOid(reader)]);
  if (named[0] !== scheme.curveOid || named[1] !== scheme.keyHashOid) return refused(`${scheme.name} key on another curve`);
  const octets = complete(new DerReader(bits), (reader) => reader.expect(TAG.octetString).content);
  const point = readPoint(scheme.curve, octets);
  return point === null ? refused(`${scheme.name} key off its curve`) : { is: 'key', key: { curve: scheme.curve, point } };
}
