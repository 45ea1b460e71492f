/** A CMS that already bears signatures, taken apart so that another can be put beside them without touching a byte of theirs. */
import { type Bytes, complete, context, definiteLengths, DerReader, Malformed, oidOf, readOid, readOnly, readSmallInteger, TAG, withoutArmour } from '../../../trust/asn1/index.ts';
import { CMS_OID } from './elements.ts';
import type { SignedDataParts } from './signed-data.ts';

/** Null for what is no SignedData: then it is a document like any other. */
export function readExistingSignature(input: Uint8Array): SignedDataParts | null {
  try {
    return readParts(definiteLengths(withoutArmour(input)));
  } catch (error) {
    if (error instanceof Malformed) return null;
    throw error;
  }
}

/** @throws {Malformed} */
function readParts(bytes: Bytes): SignedDataParts {
  const outer = readOnly(bytes, TAG.sequence);
  if (readOid(outer) !== CMS_OID.signedData) throw new Malformed('not signed data');
  const reader = outer.inside(context(0)).inside(TAG.sequence);
  outer.end();
  const version = readSmallInteger(reader);
  const digestAlgorithms = reader.inside(TAG.set).rest();
  const { contentType, content } = complete(reader.inside(TAG.sequence), (inner) => ({
    contentType: readOid(inner),
    content: inner.optionalInside(context(0))?.expect(TAG.octetString).content ?? null,
  }));
  const certificates = reader.optionalInside(context(0))?.rest() ?? [];
  const revocationInfo = reader.optionalInside(context(1))?.rest() ?? [];
  const signerInfos = reader.inside(TAG.set).rest();
  reader.end();
  const encodings = (elements: readonly { encoded: Bytes }[]): Bytes[] => elements.map(({ encoded }) => encoded);
  return {
    version,
    digestAlgorithms: encodings(digestAlgorithms),
    contentType,
    content,
    certificates: encodings(certificates),
    revocationInfo: encodings(revocationInfo),
    signerInfos: encodings(signerInfos),
  };
}

/** One SignerInfo as far as another signer or a time-stamp needs it. */
export interface ExistingSigner {
  digestOid: string;
  /** The messageDigest it signed; null where it has none. */
  digest: Bytes | null;
  signature: Bytes;
  unsignedAttributes: { type: string; encoded: Bytes }[];
  /** Everything up to the unsigned attributes, in order. */
  before: Bytes[];
}

/** @throws {Malformed} */
export function readExistingSigner(encoded: Bytes): ExistingSigner {
  const reader = readOnly(encoded, TAG.sequence);
  const fields = reader.rest();
  const last = fields.at(-1);
  const unsigned = last?.tag === context(1) ? fields.pop() : undefined;
  const signature = fields.at(-1);
  const digestAlgorithm = fields[2];
  if (signature?.tag !== TAG.octetString || digestAlgorithm?.tag !== TAG.sequence) throw new Malformed('signer');
  const signed = fields[3]?.tag === context(0) ? attributesOf(fields[3].content) : [];
  return {
    digestOid: readOid(new DerReader(digestAlgorithm.content)),
    digest: signed.find(({ type }) => type === CMS_OID.messageDigest)?.value ?? null,
    signature: signature.content,
    unsignedAttributes: unsigned === undefined ? [] : attributesOf(unsigned.content),
    before: fields.map((field) => field.encoded),
  };
}

/** `value` are the content octets of the first value. */
function attributesOf(content: Bytes): { type: string; encoded: Bytes; value: Bytes | null }[] {
  return new DerReader(content).rest().map((element) => {
    const reader = new DerReader(element.content);
    const type = oidOf(reader.expect(TAG.oid));
    return { type, encoded: element.encoded, value: reader.inside(TAG.set).rest()[0]?.content ?? null };
  });
}
