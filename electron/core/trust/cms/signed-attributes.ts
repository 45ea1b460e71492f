/** Rules of the signed attributes (RFC 5652 11, RFC 5035 5): what the signature really says it signs. */
import { digestBy, type Hash, readAlgorithm } from '../algorithms/algorithms.ts';
import type { Certificate } from '../x509/certificate.ts';
import { type Bytes, DerReader, type Element, TAG } from '../asn1/der.ts';
import { orNull } from '../malformed.ts';
import { timeOf } from '../asn1/der-times.ts';
import { integerOctets, oidOf } from '../asn1/der-values.ts';
import { digestOf } from '../algorithms/digest.ts';
import { bytesEqual, bytesToHex } from '../../../../shared/util/bytes.ts';
import { CMS } from '../oids.ts';
import { readName } from '../x509/names.ts';
import type { Attribute, SignerInfo } from './read-signer-info.ts';

/** The one value of an attribute that must be there once with one value; null when it is not so. */
function onlyValue(attributes: readonly Attribute[], type: string): Element | null {
  const found = attributes.filter((attribute) => attribute.type === type);
  return found.length === 1 && found[0]!.values.length === 1 ? found[0]!.values[0]! : null;
}

/** Each type may appear once: two message digests would let two programs read two different documents. */
export const hasRepeatedType = (attributes: readonly Attribute[]): boolean =>
  new Set(attributes.map(({ type }) => type)).size !== attributes.length;

/** RFC 5652 11.1 to 11.3: these are signed or are not there; among the unsigned ones anybody could have put them. A counter-signature never is (11.4). */
const SIGNED_ONLY: ReadonlySet<string> = new Set([CMS.contentType, CMS.messageDigest, CMS.signingTime]);
const isOutOfPlace = ({ signedAttributes, unsignedAttributes }: SignerInfo): boolean =>
  unsignedAttributes.some(({ type }) => SIGNED_ONLY.has(type)) || hasType(signedAttributes, CMS.counterSignature);

const hasType = (attributes: readonly Attribute[], wanted: string): boolean => attributes.some(({ type }) => type === wanted);

/** The digest the signer signed, if the attributes are in order for this content type. */
export function signedDigest(signer: SignerInfo, contentType: string): Bytes | null {
  const type = onlyValue(signer.signedAttributes, CMS.contentType);
  const digest = onlyValue(signer.signedAttributes, CMS.messageDigest);
  if (isOutOfPlace(signer)) return null;
  // Two times in one attribute: each reader would show another.
  if (hasType(signer.signedAttributes, CMS.signingTime) && claimedTimeOf(signer) === null) return null;
  if (hasRepeatedType(signer.signedAttributes) || type?.tag !== TAG.oid || digest?.tag !== TAG.octetString) return null;
  return oidOf(type) === contentType ? digest.content : null;
}

/** signingTime (RFC 5652 11.3): what the signer says, and nothing more; null where there is none that can be read. */
export function claimedTimeOf({ signedAttributes }: SignerInfo): Date | null {
  const value = onlyValue(signedAttributes, CMS.signingTime);
  return value === null ? null : orNull(() => timeOf(value));
}

export type NamedCertificate = 'absent' | 'this-one' | 'another';

/**
 * ESS signing-certificate-v2 (RFC 5035), or v1 with SHA-1 (RFC 2634) as the NCA's time-stamps have it: binds the signature to one certificate.
 * SHA-1 is good enough for this binding only: it needs a second preimage, and the chain is judged on its own.
 */
export async function namedCertificate(signer: SignerInfo, certificate: Certificate): Promise<NamedCertificate> {
  const found = signer.signedAttributes.filter(({ type }) => type === CMS.signingCertificateV2 || type === CMS.signingCertificate);
  if (found.length === 0) return 'absent';
  for (const { type, values } of found) {
    const [value] = values;
    if (values.length !== 1 || value?.tag !== TAG.sequence) return 'another';
    // The first of the list is the signer's; others name the chain.
    const identifier = new DerReader(value.content).inside(TAG.sequence).inside(TAG.sequence);
    if (!(await namesCertificate(identifier, type === CMS.signingCertificate ? 'SHA-1' : 'from-field', certificate))) return 'another';
  }
  return 'this-one';
}

async function namesCertificate(identifier: DerReader, hashRule: 'SHA-1' | 'from-field', certificate: Certificate): Promise<boolean> {
  let hash: Hash = hashRule === 'SHA-1' ? 'SHA-1' : 'SHA-256';
  const algorithm = hashRule === 'from-field' ? identifier.optional(TAG.sequence) : null;
  if (algorithm !== null) {
    const row = digestBy(readAlgorithm(algorithm));
    if (row.kind !== 'hash') return false;
    hash = row.hash;
  }
  const digest = await digestOf(hash, certificate.encoded);
  if (!bytesEqual(identifier.expect(TAG.octetString).content, digest)) return false;
  const issuerSerial = identifier.optionalInside(TAG.sequence);
  identifier.end();
  return issuerSerial === null || matchesIssuerSerial(issuerSerial, certificate);
}

/** IssuerSerial: GeneralNames with one directoryName [4], and the serial. @throws {Malformed} */
export function matchesIssuerSerial(issuerSerial: DerReader, certificate: Certificate): boolean {
  const names = issuerSerial.inside(TAG.sequence);
  const serial = bytesToHex(integerOctets(issuerSerial.expect(TAG.integer)));
  const directoryName = names.optionalInside(0xa4);
  return (
    serial === certificate.serialHex &&
    directoryName !== null &&
    readName(directoryName.element()).canonical === certificate.issuer.canonical
  );
}
