/** The envelope that certificates and revocation lists share (X.509 SIGNED, RFC 5280 4.1 and 5.1): signed part, algorithm, signature. */
import { type AlgorithmIdentifier, readAlgorithm } from '../algorithms/algorithms.ts';
import { type Bytes, DerReader, readOnly, TAG } from '../asn1/der.ts';
import { wholeBits } from '../asn1/der-values.ts';

export interface SignedEnvelope {
  encoded: Bytes;
  /** The signed part as it was signed, tag and length included. */
  tbs: Bytes;
  /** Stands before the first field of the signed part. */
  fields: DerReader;
  signatureAlgorithm: AlgorithmIdentifier;
  signature: Bytes;
}

/** @throws {Malformed} also for bytes left over behind the signature. */
export function readSignedEnvelope(input: Uint8Array): SignedEnvelope {
  const encoded = new Uint8Array(input);
  const outer = readOnly(encoded, TAG.sequence);
  const tbs = outer.expect(TAG.sequence);
  const signatureAlgorithm = readAlgorithm(outer.expect(TAG.sequence));
  const signature = wholeBits(outer.expect(TAG.bitString));
  outer.end();
  return { encoded, tbs: tbs.encoded, fields: new DerReader(tbs.content), signatureAlgorithm, signature };
}
