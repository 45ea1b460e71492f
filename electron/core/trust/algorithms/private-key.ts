/** PrivateKeyInfo (PKCS#8, RFC 5208 section 5): which algorithm a private key is for, its numbers still unread. */
import { type AlgorithmIdentifier, readAlgorithm } from './algorithms.ts';
import { type Bytes, context, contextPrimitive, readOnly, TAG } from '../asn1/der.ts';
import { Malformed } from '../malformed.ts';
import { readSmallInteger } from '../asn1/der-values.ts';

export interface PrivateKey {
  /** Views of the caller's bytes, never copies: whoever wipes those has wiped the key. */
  encoded: Bytes;
  algorithm: AlgorithmIdentifier;
  contents: Bytes;
}

/** @throws {Malformed} */
export function readPrivateKey(encoded: Bytes): PrivateKey {
  const reader = readOnly(encoded, TAG.sequence);
  if (readSmallInteger(reader) > 1) throw new Malformed('private key of an unknown version');
  const algorithm = readAlgorithm(reader.expect(TAG.sequence));
  const { content } = reader.expect(TAG.octetString);
  // Attributes, and the public key that RFC 5958 added: neither is needed to use the private one.
  reader.optional(context(0));
  reader.optional(contextPrimitive(1));
  reader.end();
  return { encoded, algorithm, contents: content };
}
