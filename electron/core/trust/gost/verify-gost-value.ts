/** A Kazakh GOST signature of these bytes, under one scheme of the table. */
import { hashInTurns } from './incremental-hash.ts';
import type { Bytes } from '../asn1/der.ts';
import type { PublicKey } from '../algorithms/public-key.ts';
import { createGostHash, type GostScheme } from './gost-algorithms.ts';
import { readGostKey } from './gost-key.ts';
import { verifyGost3410 } from './gost-34-10.ts';

export type GostValueAnswer = { is: 'right' | 'wrong' } | { is: 'refused'; why: string };

export interface GostValueInput {
  key: PublicKey;
  data: Bytes;
  value: Bytes;
}

/** @throws {Malformed} when the key is not the structure it must be. */
export async function verifyGostValue(scheme: GostScheme, { key, data, value }: GostValueInput): Promise<GostValueAnswer> {
  const reading = readGostKey(key, scheme);
  if (reading.is === 'refused') return reading;
  const digest = await hashInTurns(createGostHash(scheme.hash), data);
  return { is: verifyGost3410(reading.key, digest, value) ? 'right' : 'wrong' };
}
