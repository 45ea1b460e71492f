/** CMS SignedData (RFC 5652 5), read from PEM, DER or a BER envelope; nothing is judged here. */
import { bytesToHex } from '../../../../shared/util/bytes.ts';
import { type AlgorithmIdentifier, readAlgorithm } from '../algorithms/algorithms.ts';
import { definiteLengths } from '../asn1/ber-envelope.ts';
import { type Bytes, complete, context, contextPrimitive, DerReader, type Element, Malformed, readOnly, TAG } from '../asn1/der.ts';
import { integerOctets, oidOf, readOid, readSmallInteger } from '../asn1/der-values.ts';
import { LIMITS } from '../limits.ts';
import { type Name, readName } from '../x509/names.ts';
import { CMS } from '../oids.ts';
import { withoutArmour } from '../asn1/armour.ts';

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

export interface SignedData {
  contentType: string;
  /** DER of the content type alone. */
  contentTypeEncoded: Bytes;
  /** DER of EncapsulatedContentInfo. */
  encapsulatedEncoded: Bytes;
  /** Null when detached. */
  content: Bytes | null;
  /** CertificateChoices each, as they came. */
  certificateChoices: Element[];
  /** DER of the fields `certificates` and `crls`, those that are there. */
  fieldsAfterContent: Bytes[];
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
  const encapsulated = reader.expect(TAG.sequence);
  const content = complete(new DerReader(encapsulated.content), readContent);
  const certificateField = reader.optional(context(0));
  const revocationField = reader.optional(context(1));
  const certificates = elementsOf(certificateField);
  const revocationInfo = elementsOf(revocationField);
  const signers = reader.inside(TAG.set).rest();
  reader.end();
  if (certificates.length > LIMITS.embeddedCertificates || signers.length > LIMITS.signers) throw new Malformed('too many parts');
  return {
    ...content,
    encapsulatedEncoded: encapsulated.encoded,
    certificateChoices: certificates,
    fieldsAfterContent: [certificateField, revocationField].flatMap((field) => field?.encoded ?? []),
    certificates: certificates.filter(({ tag }) => tag === TAG.sequence).map(({ encoded }) => encoded),
    revocationInfo,
    signers: signers.map(readSigner),
  };
}

const elementsOf = (field: Element | null): Element[] => (field === null ? [] : new DerReader(field.content).rest());

function readContent(reader: DerReader): Pick<SignedData, 'contentType' | 'contentTypeEncoded' | 'content'> {
  const type = reader.expect(TAG.oid);
  const wrapper = reader.optionalInside(context(0));
  const content = wrapper === null ? null : complete(wrapper, (inner) => inner.expect(TAG.octetString).content);
  return { contentType: oidOf(type), contentTypeEncoded: type.encoded, content };
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
