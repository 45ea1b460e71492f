/** SignerInfo of CMS (RFC 5652 5.3): one signer's algorithms, attributes and signature, decoded strictly; nothing is judged here. */
import { bytesToHex } from '../../../../shared/util/bytes.ts';
import { type AlgorithmIdentifier, readAlgorithm } from '../algorithms/algorithms.ts';
import { type Bytes, complete, context, contextPrimitive, DerReader, type Element, TAG } from '../asn1/der.ts';
import { Malformed } from '../malformed.ts';
import { integerOctets, oidOf, readSmallInteger } from '../asn1/der-values.ts';
import { type Name, readName } from '../x509/names.ts';

export interface Attribute {
  type: string;
  values: Element[];
  /** DER of the type, of the set of values, and of both as they stand in the message: archive time-stamps hash them. */
  typeEncoded: Bytes;
  valuesEncoded: Bytes;
  encoded: Bytes;
}

export type SignerReference = { by: 'issuer-serial'; issuer: Name; serialHex: string } | { by: 'key-id'; keyIdHex: string };

export interface SignerInfo {
  reference: SignerReference;
  digestAlgorithm: AlgorithmIdentifier;
  /** DER of the SET the signature is over (RFC 5652 5.4); null when there are none. */
  signedAttributesEncoded: Bytes | null;
  signedAttributes: Attribute[];
  signatureAlgorithm: AlgorithmIdentifier;
  signature: Bytes;
  unsignedAttributes: Attribute[];
  /** DER of all fields before the unsigned attributes, one after the other. */
  fieldsEncoded: Bytes;
}

/** @throws {Malformed} */
export function readSigner(element: Element): SignerInfo {
  if (element.tag !== TAG.sequence) throw new Malformed('signer');
  return complete(new DerReader(element.content), (reader) => {
    readSmallInteger(reader);
    const reference = readReference(reader);
    const digestAlgorithm = readAlgorithm(reader.expect(TAG.sequence));
    const signedField = reader.optional(context(0));
    const signatureAlgorithm = readAlgorithm(reader.expect(TAG.sequence));
    const signature = reader.expect(TAG.octetString).content;
    const unsignedField = reader.optional(context(1));
    return {
      reference,
      digestAlgorithm,
      signedAttributesEncoded: signedField === null ? null : asSet(signedField.encoded),
      signedAttributes: signedField === null ? [] : readAttributes(signedField.content),
      signatureAlgorithm,
      signature,
      unsignedAttributes: unsignedField === null ? [] : readAttributes(unsignedField.content),
      fieldsEncoded: element.content.subarray(0, element.content.length - (unsignedField?.encoded.length ?? 0)),
    };
  });
}

function readReference(reader: DerReader): SignerReference {
  const keyId = reader.optional(contextPrimitive(0));
  if (keyId !== null) return { by: 'key-id', keyIdHex: bytesToHex(keyId.content) };
  return complete(reader.inside(TAG.sequence), (inner) => ({
    by: 'issuer-serial',
    issuer: readName(inner.element()),
    serialHex: bytesToHex(integerOctets(inner.expect(TAG.integer))),
  }));
}

/** Attributes ::= SET SIZE (1..MAX) OF Attribute. */
function readAttributes(content: Bytes): Attribute[] {
  const elements = new DerReader(content).rest();
  if (elements.length === 0) throw new Malformed('empty attributes');
  return elements.map(({ tag, content: inside, encoded }) => {
    if (tag !== TAG.sequence) throw new Malformed('attribute');
    return complete(new DerReader(inside), (reader) => {
      const type = reader.expect(TAG.oid);
      const values = reader.expect(TAG.set);
      return {
        type: oidOf(type),
        values: new DerReader(values.content).rest(),
        typeEncoded: type.encoded,
        valuesEncoded: values.encoded,
        encoded,
      };
    });
  });
}

/** The signature is over the attributes tagged SET OF, not [0]. */
function asSet(encoded: Bytes): Bytes {
  const retagged = new Uint8Array(encoded);
  retagged[0] = TAG.set;
  return retagged;
}
