/** CMS SignedData (RFC 5652 5), read from PEM, DER or a BER envelope; nothing is judged here. */
import { withoutArmour } from '../asn1/armour.ts';
import { definiteLengths } from '../asn1/ber-envelope.ts';
import { type Bytes, complete, context, DerReader, type Element, readOnly, TAG } from '../asn1/der.ts';
import { Malformed } from '../malformed.ts';
import { oidOf, readOid, readSmallInteger } from '../asn1/der-values.ts';
import { LIMITS } from '../limits.ts';
import { CMS } from '../oids.ts';
import { readSigner, type SignerInfo } from './read-signer-info.ts';

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
