/** Opens a key file of no use: code that has run once opens the first real one in half the time, for which an operator waits. */
import { generateKey } from '../keys/generate-key.ts';
import { readKeyFile } from '../pkcs12/read-key-file.ts';
import { writeNcaKeyFile } from '../pkcs12/write-nca-key-file.ts';

const random = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length));

/** RFC 5280 4.2.1.2 makes key identifiers of a SHA-1, and so does the NCA. */
const KEY_ID_BYTES = 20;

/** In the form of the NCA, in which operators have their keys. Nothing of it is kept. */
export async function rehearseKeyFile(): Promise<void> {
  const { privateKey, publicKey } = await generateKey('ECDSA-P256');
  const password = crypto.randomUUID();
  // The reader takes the octets of a certificate as they are; the public key stands for them here.
  const keyFile = writeNcaKeyFile({ privateKey, certificate: publicKey, keyId: random(KEY_ID_BYTES) }, password, random);
  privateKey.fill(0);
  const read = await readKeyFile(keyFile, password);
  if (!read.ok) throw new Error(`a key file written here is ${read.failure}`);
  read.value.privateKey.fill(0);
}
