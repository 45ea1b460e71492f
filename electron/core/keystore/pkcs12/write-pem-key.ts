/** A private key and its certificate in PEM (RFC 7468), the key as encrypted PKCS#8 under PBES2. */
import { encodeBase64 } from '../../../../shared/util/base64.ts';
import { type Bytes, octets, sequence } from '../../trust/asn1/index.ts';
import { encryptPbes2 } from './pbes2.ts';
import type { KeyFileParts, RandomOctets } from './write-nca-key-file.ts';

export async function writePemKey({ privateKey, certificate }: KeyFileParts, password: string, random: RandomOctets): Promise<Bytes> {
  const { algorithm, ciphertext } = await encryptPbes2(privateKey, password, random);
  return new TextEncoder().encode(armoured('ENCRYPTED PRIVATE KEY', sequence(algorithm, octets(ciphertext))) + armoured('CERTIFICATE', certificate));
}

/** Lines of 64 characters (RFC 7468 section 2). */
export function armoured(label: string, content: Uint8Array): string {
  const lines = encodeBase64(content).match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}
