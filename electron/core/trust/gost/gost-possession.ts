/** Does a public key belong to this private one of Kazakh GOST? On these curves d·G = Q is the whole proof. */
import type { PrivateKey } from '../algorithms/private-key.ts';
import type { PublicKey } from '../algorithms/public-key.ts';
import type { GostScheme } from './gost-algorithms.ts';
import { readGostKey } from './gost-key.ts';
import { readGostSecret } from './gost-private-key.ts';
import { publicKeyOf } from './sign-gost-34-10.ts';

/** @throws {Malformed} when the private key is none; the question, when the public one is none. */
export function gostPossession(scheme: GostScheme, { contents }: PrivateKey): (key: PublicKey) => boolean {
  const { point } = publicKeyOf(scheme.curve, readGostSecret(scheme.curve, contents));
  return (key) => {
    const reading = readGostKey(key, scheme);
    return reading.is === 'key' && reading.key.point.equals(point);
  };
}
