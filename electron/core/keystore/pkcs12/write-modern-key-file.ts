/** A key file of today: AES-256 under PBKDF2 for key and certificates, and over them the old MAC with SHA-256 or PBMAC1 (RFC 9579). */
import { type Bytes, contextPrimitive, encode, explicit, numberElement, objectIdentifier, octets, sequence } from '../../trust/asn1/index.ts';
import { modernMac, pbmac1 } from './integrity.ts';
import { BAG, CONTENT } from './object-identifiers.ts';
import { encryptPbes2 } from './pbes2.ts';
import { bag, certificateValue, keyAttributes, type KeyFileParts, type RandomOctets } from './write-nca-key-file.ts';

const SALT_BYTES = 16;

export const writeModernKeyFile = (parts: KeyFileParts, password: string, random: RandomOctets): Promise<Bytes> => write(parts, password, random, modernMac);

/** Programs of before 2024 refuse it; guessing its password costs as much everywhere in it. */
export const writePbmac1KeyFile = (parts: KeyFileParts, password: string, random: RandomOctets): Promise<Bytes> => write(parts, password, random, pbmac1);

async function write(parts: KeyFileParts, password: string, random: RandomOctets, macOf: typeof pbmac1): Promise<Bytes> {
  const { privateKey, certificate, keyId } = parts;
  const attributes = keyAttributes(keyId);
  const key = await encryptPbes2(privateKey, password, random);
  const keys = sequence(bag(BAG.shroudedKey, sequence(key.algorithm, octets(key.ciphertext)), attributes));
  const sealed = await encryptPbes2(sequence(bag(BAG.certificate, certificateValue(certificate), attributes)), password, random);
  const encrypted = sequence(
    numberElement(0),
    sequence(objectIdentifier(CONTENT.data), sealed.algorithm, encode(contextPrimitive(0), sealed.ciphertext)),
  );
  const authSafe = sequence(
    sequence(objectIdentifier(CONTENT.data), explicit(0, octets(keys))),
    sequence(objectIdentifier(CONTENT.encryptedData), explicit(0, encrypted)),
  );
  return sequence(
    numberElement(3),
    sequence(objectIdentifier(CONTENT.data), explicit(0, octets(authSafe))),
    await macOf(authSafe, password, random(SALT_BYTES)),
  );
}
