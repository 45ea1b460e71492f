/** CAdES-T over a document, and each of its deliberate damages. */
import { type Asn1, embedded } from './asn1.ts';
import type { SignatureFault } from './authority.ts';
import { type IssuedCertificate, sha256 } from './certificate.ts';
import { CMS } from './oids.ts';
import { attribute, signData } from './signed-data.ts';

export interface SigningInput {
  signer: IssuedCertificate;
  content: Uint8Array;
  fault: SignatureFault;
  at: Date;
  /** Token over the SHA-256 of the signature value, by the good or by an expired time-stamp certificate. */
  stamp(hash: Uint8Array, certificate: 'current' | 'expired'): Promise<Uint8Array>;
}

export function signDocument(input: SigningInput): Promise<Uint8Array> {
  const { signer, content, fault, at, stamp } = input;

  async function timeStamps(signature: Uint8Array): Promise<Asn1[]> {
    if (fault === 'no-timestamp') return [];
    const stamped = fault === 'wrong-timestamp' ? Buffer.concat([signature, Buffer.of(0)]) : signature;
    const token = await stamp(sha256(stamped), fault === 'expired-timestamp' ? 'expired' : 'current');
    return [attribute(CMS.timeStampToken, embedded(token))];
  }

  return signData({
    signer,
    contentType: CMS.data,
    content,
    // One more space keeps a JSON document readable, and is still another document.
    signedContent: fault === 'wrong-content' ? Buffer.concat([content, Buffer.from(' ')]) : content,
    signingTime: at,
    async finish(signature) {
      const unsignedAttributes = await timeStamps(signature);
      if (fault !== 'wrong-signature') return { signature, unsignedAttributes };
      const damaged = Uint8Array.from(signature);
      damaged[damaged.length >> 1]! ^= 1;
      return { signature: damaged, unsignedAttributes };
    },
  });
}
