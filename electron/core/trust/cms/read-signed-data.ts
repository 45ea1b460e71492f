/** CMS SignedData (RFC 5652 5), read from PEM, DER or a BER envelope; nothing is judged here. */
import { bytesToHex } from '../../../../shared/util/bytes.ts';
import { type AlgorithmIdentifier, readAlgorithm } from '../algorithms/algorithms.ts';
import { definiteLengths } from '../asn1/ber-envelope.ts';
import { type Bytes, complete, context, contextPrimitive, DerReader, type Element, Malformed, readOnly, TAG } from '../asn1/der.ts';
import { integerOctets, readOid, readSmallInteger } from '../asn1/der-values.ts';
import { LIMITS } from '../limits.ts';
import { type Name, readName } from '../x509/names.ts';
import { CMS } from '../oids.ts';
import { withoutArmour } from '../asn1/armour.ts';

export interface Attribute {
  type: string;
  values: Element[];
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
}

export interface SignedData {
  contentType: string;
  /** Null when detached. */
  content: Bytes | null;
  /** DER of what claims to be a certificate. */
  certificates: Bytes[];
  /** RevocationInfoChoice each. */
  revocationInfo: Element[];
  signers: SignerInfo[];
}

/** @throws {Malformed} */
export function readSignedData(input: Uint8Array): SignedData {
  if (input.length > LIMITS.signatureBytes) throw new Malformed('signature too large');
  const outer = readOnly(definiteLengths(withoutArmour(input)), TAG.sequence);
  if (readOid(outer) !== CMS.signedData) throw new Malformed('not signed data');
  const reader = outer.inside(context(0)).inside(TAG.sequence);
  outer.end();
  readSmallInteger(reader);
  reader.expect(TAG.set);
  const { contentType, content } = complete(reader.inside(TAG.sequence), readContent);
  const certificates = reader.optionalInside(context(0))?.rest() ?? [];
  const revocationInfo = reader.optionalInside(context(1))?.rest() ?? [];
  const signers = reader.inside(TAG.set).rest();
  reader.end();
  if (certificates.length > LIMITS.embeddedCertificates || signers.length > LIMITS.signers) throw new Malformed('too many parts');
  return {
    contentType,
    content,
    certificates: certificates.filter(({ tag }) => tag === TAG.sequence).map(({ encoded }) => encoded),
    revocationInfo,
    signers: signers.map(readSigner),
  };
}

function readContent(reader: DerReader): { contentType: string; content: Bytes | null } {
  const contentType = readOid(reader);
  const wrapper = reader.optionalInside(context(0));
  if (wrapper === null) return { contentType, content: null };
  return { contentType, content: complete(wrapper, (inner) => inner.expect(TAG.octetString).content) };
}

function readSigner(element: Element): SignerInfo {
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
  return elements.map(({ tag, content: inside }) => {
    if (tag !== TAG.sequence) throw new Malformed('attribute');
    return complete(new DerReader(inside), (reader) => ({ type: readOid(reader), values: reader.inside(TAG.set).rest() }));
  });
}

/** The signature is over the attributes tagged SET OF, not [0]. */
function asSet(encoded: Bytes): Bytes {
  const retagged = new Uint8Array(encoded);
  retagged[0] = TAG.set;
  return retagged;
}
