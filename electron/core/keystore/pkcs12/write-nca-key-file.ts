/** A key file as the NCA makes them, octet for octet: every reader of key files in the country opens it. Its password protection is that of 1999. */
import { bytesToHex } from '../../../../shared/util/bytes.ts';
import { type Bytes, encode, explicit, numberElement, objectIdentifier, octets, sequence, setOf, TAG } from '../../trust/asn1/index.ts';
import { openExplicit, openSequence } from './ber-writer.ts';
import { ncaMac } from './integrity.ts';
import { bmpPassword } from './key-derivation.ts';
import { ATTRIBUTE, BAG, CONTENT, PBE, X509_CERTIFICATE } from './object-identifiers.ts';
import { encryptUnderPassword, NCA_SALT_BYTES } from './password-encryption.ts';

export interface KeyFileParts {
  /** PKCS#8 PrivateKeyInfo. */
  privateKey: Bytes;
  certificate: Bytes;
  /** From `keyIdentifier`. */
  keyId: Bytes;
}

/** Fresh octets of a cryptographic generator. */
export type RandomOctets = (length: number) => Bytes;

export function writeNcaKeyFile({ privateKey, certificate, keyId }: KeyFileParts, password: string, random: RandomOctets): Bytes {
  const attributes = keyAttributes(keyId);
  const key = encryptUnderPassword(PBE.tripleDes, password, privateKey, random(NCA_SALT_BYTES));
  const keys = sequence(bag(BAG.shroudedKey, sequence(key.algorithm, octets(key.ciphertext)), attributes));
  const certificates = sequence(bag(BAG.certificate, certificateValue(certificate), attributes));
  const sealed = encryptUnderPassword(PBE.rc2With40Bits, password, certificates, random(NCA_SALT_BYTES));
  const authSafe = openSequence(
    openSequence(objectIdentifier(CONTENT.data), openExplicit(octets(keys))),
    openSequence(
      objectIdentifier(CONTENT.encryptedData),
      openExplicit(
        openSequence(
          numberElement(0),
          openSequence(objectIdentifier(CONTENT.data), sealed.algorithm, openExplicit(octets(sealed.ciphertext))),
        ),
      ),
    ),
  );
  return sequence(
    numberElement(3),
    sequence(objectIdentifier(CONTENT.data), explicit(0, octets(authSafe))),
    ncaMac(authSafe, password, random(NCA_SALT_BYTES)),
  );
}

export const bag = (type: string, value: Bytes, attributes: Bytes): Bytes => sequence(objectIdentifier(type), explicit(0, value), attributes);

export const certificateValue = (certificate: Bytes): Bytes => sequence(objectIdentifier(X509_CERTIFICATE), explicit(0, octets(certificate)));

/** localKeyId and friendlyName both say the key's identifier. */
export function keyAttributes(keyId: Bytes): Bytes {
  // BMPString without the two zero octets that a password ends with.
  const name = bmpPassword(bytesToHex(keyId)).subarray(0, -2);
  return setOf(
    sequence(objectIdentifier(ATTRIBUTE.localKeyId), setOf(octets(keyId))),
    sequence(objectIdentifier(ATTRIBUTE.friendlyName), setOf(encode(TAG.bmpString, name))),
  );
}
