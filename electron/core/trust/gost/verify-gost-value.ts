/** A Kazakh GOST signature of these bytes, under one scheme of the table. */
import { betweenTurns } from '../in-turns.ts';
import type { ValueInput } from '../algorithms/verify-value.ts';
import type { GostScheme } from './gost-algorithms.ts';
import { gostDigest } from './gost-digest.ts';
import { readGostKey } from './gost-key.ts';
import { verifyGost3410 } from './gost-34-10.ts';

export type GostValueAnswer = { is: 'right' | 'wrong' } | { is: 'refused'; why: string };

type GostValueInput = Pick<ValueInput, 'key' | 'data' | 'digestBeside' | 'value'>;

/** @throws {Malformed} when the key is not the structure it must be. */
export async function verifyGostValue(scheme: GostScheme, { key, data, digestBeside, value }: GostValueInput): Promise<GostValueAnswer> {
  const reading = readGostKey(key, scheme);
  if (reading.is === 'refused') return reading;
  const digest = await gostDigest(scheme.hash, data, digestBeside);
  // A document has a dozen signatures, and each is a millisecond or two in one piece.
  await betweenTurns();
  return { is: verifyGost3410(reading.key, digest, value) ? 'right' : 'wrong' };
}
