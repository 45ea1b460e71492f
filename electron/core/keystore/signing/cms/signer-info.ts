/** One SignerInfo (RFC 5652 5.3) of CAdES-BES: who signed which digest, when, and by exactly which certificate. */
import { failure, type Result, success } from '../../../../../shared/util/result.ts';
import { digestOf } from '../../../trust/algorithms/index.ts';
import { type Bytes, context, encode, explicit, nothing, objectIdentifier, octets, sequence, setOf, TAG } from '../../../trust/asn1/index.ts';
import { type Certificate, tryReadCertificate } from '../../../trust/x509/index.ts';
import { hexToBytes } from '../../../../../shared/util/bytes.ts';
import type { SignatureScheme } from '../../keys/signature-schemes.ts';
import type { SystemKey } from '../../open-system-key.ts';
import type { SigningRefusal } from '../../signing-key.ts';
import { attribute, CMS_OID, integer, taggedSet, time } from './elements.ts';

export interface SignerInput {
  key: SystemKey;
  scheme: SignatureScheme;
  /** Of the content, by the scheme's hash. */
  digest: Bytes;
  contentType: string;
  at: Date;
}

export interface SignerParts {
  /** The scheme's AlgorithmIdentifier of its hash. */
  digestAlgorithm: Bytes;
  /** What a time-stamp is over. */
  signature: Bytes;
  /** The whole SignerInfo, with these unsigned attributes. */
  encoded(unsignedAttributes: readonly Bytes[]): Bytes;
}

/** @throws {TypeError} when the key's certificate cannot be read: the key store gave it, so it can. */
export async function makeSignerInfo({ key, scheme, digest, contentType, at }: SignerInput): Promise<Result<SignerParts, SigningRefusal>> {
  const certificate = tryReadCertificate(key.certificate);
  if (certificate === null) throw new TypeError('a key without a certificate');
  const attributes = [
    attribute(CMS_OID.contentType, objectIdentifier(contentType)),
    attribute(CMS_OID.signingTime, time(at)),
    attribute(CMS_OID.messageDigest, octets(digest)),
    attribute(CMS_OID.signingCertificateV2, await signingCertificate(certificate)),
  ];
  // Signed under the tag of SET OF, written under [0] (RFC 5652 5.4).
  const value = await key.sign(setOf(...attributes), scheme);
  if (!value.ok) return failure(value.failure);
  const signature = new Uint8Array(value.value);
  const digestAlgorithm = digestAlgorithmOf(scheme);
  const before = [
    integer(Uint8Array.of(1)),
    sequence(certificate.issuer.encoded, integer(hexToBytes(certificate.serialHex))),
    digestAlgorithm,
    taggedSet(context(0), attributes),
    signatureAlgorithmOf(scheme),
    octets(signature),
  ];
  return success({
    digestAlgorithm,
    signature,
    encoded: (unsigned) => sequence(...before, ...(unsigned.length === 0 ? [] : [taggedSet(context(1), unsigned)])),
  });
}

/** The NCA writes NULL parameters, also where RFC 5754 2 would leave them out. */
export const digestAlgorithmOf = ({ digestOid }: Pick<SignatureScheme, 'digestOid'>): Bytes => sequence(objectIdentifier(digestOid), nothing);

const signatureAlgorithmOf = ({ signatureOid, parameters }: SignatureScheme): Bytes =>
  sequence(objectIdentifier(signatureOid), ...(parameters === 'null' ? [nothing] : []));

/** ESSCertIDv2 with its default SHA-256, as NCALayer writes it for GOST keys too, and with issuer and serial (RFC 5035 4). */
async function signingCertificate({ encoded, issuer, serialHex }: Certificate): Promise<Bytes> {
  const hash = await digestOf('SHA-256', encoded);
  const directoryName = encode(TAG.sequence, explicit(4, issuer.encoded));
  return sequence(sequence(sequence(octets(hash), sequence(directoryName, integer(hexToBytes(serialHex))))));
}
