/** A private key and its certificate in PEM (RFC 7468), the key as encrypted PKCS#8 under PBES2. */
import { type Bytes, octets, sequence, withArmour } from '../../trust/asn1/index.ts';
import { encryptPbes2 } from './pbes2.ts';
import type { KeyFileParts, RandomOctets } from './write-nca-key-file.ts';

export async function writePemKey({ privateKey, certificate }: KeyFileParts, password: string, random: RandomOctets): Promise<Bytes> {
  const { algorithm, ciphertext } = await encryptPbes2(privateKey, password, random);
  return new TextEncoder().encode(withArmour('ENCRYPTED PRIVATE KEY', sequence(algorithm, octets(ciphertext))) + withArmour('CERTIFICATE', certificate));
}
