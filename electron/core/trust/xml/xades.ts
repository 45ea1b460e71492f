/** XAdES (ETSI EN 319 132-1): which certificate the signer names, when the signature was stamped, and what evidence lies beside it. */
import { bytesEqual } from '../../../../shared/util/bytes.ts';
import { digestRow } from '../algorithms/algorithms.ts';
import { digestOf } from '../algorithms/digest.ts';
import { type Bytes, readOnly, TAG } from '../asn1/der.ts';
import { Malformed, orNull } from '../malformed.ts';
import type { LongTermValues } from '../cms/long-term-values.ts';
import { matchesIssuerSerial, type NamedCertificate } from '../cms/signed-attributes.ts';
import { LIMITS } from '../limits.ts';
import { type Certificate, tryReadCertificate } from '../x509/certificate.ts';
import { digestOidOf } from './algorithm-uris.ts';
import { canonicalFormOf } from './allowed-methods.ts';
import { fromBase64 } from './base64.ts';
import { type CanonicalForm, canonicalize } from './canonicalize.ts';
import { instantOf } from './date-time.ts';
import { serialHexOf } from './key-hints.ts';
import { DSIG, INCLUSIVE_C14N, XADES, XADES_141 } from './names.ts';
import { childrenOnly, onlyText, readMethod, requireName, type Signature } from './read-signature.ts';
import { attributeOf, childElements, textOf, type XmlDocument, type XmlElement } from './syntax/xml-tree.ts';

const SHA1 = '1.3.14.3.2.26';

const isXades = (element: XmlElement, localName: string): boolean => element.namespace === XADES && element.localName === localName;
const xadesChildren = (parent: XmlElement | undefined, localName: string): XmlElement[] =>
  parent === undefined ? [] : childElements(parent, localName).filter(({ namespace }) => namespace === XADES);

/** The one QualifyingProperties about this signature; undefined where there are none. @throws {Malformed} where it is about another. */
function qualifyingProperties({ element, objects }: Signature): XmlElement | undefined {
  const found = objects.flatMap((object) => xadesChildren(object, 'QualifyingProperties'));
  if (found.length > 1) throw new Malformed('qualifying properties twice');
  const [properties] = found;
  const id = attributeOf(element, 'Id');
  if (properties !== undefined && (id === null || attributeOf(properties, 'Target') !== `#${id}`))
    throw new Malformed('qualifying properties of another signature');
  return properties;
}

/** What a reference must be over if the signature has it at all; undefined for a signature without XAdES. @throws {Malformed} */
export function signedPropertiesOf(signature: Signature): XmlElement | undefined {
  const found = xadesChildren(qualifyingProperties(signature), 'SignedProperties');
  if (found.length > 1) throw new Malformed('signed properties twice');
  return found[0];
}

/** SigningCertificateV2 (5.2.2), or the first form with SHA-1 allowed, as in CMS: it needs a second preimage. @throws {Malformed} */
export async function namesCertificate(signature: Signature, certificate: Certificate): Promise<NamedCertificate> {
  const properties = signedPropertiesOf(signature);
  const [about] = xadesChildren(properties, 'SignedSignatureProperties');
  const named = [...xadesChildren(about, 'SigningCertificateV2'), ...xadesChildren(about, 'SigningCertificate')];
  if (named.length === 0) return 'absent';
  for (const element of named) {
    // The first of the list is the signer's; others name the chain.
    const [first] = childrenOnly(element);
    if (first === undefined || !(await isDigestOf(first, certificate)) || !isIssuedAs(first, certificate)) return 'another';
  }
  return 'this-one';
}

async function isDigestOf(named: XmlElement, { encoded }: Certificate): Promise<boolean> {
  requireName(named, 'Cert', XADES);
  const [certDigest] = childrenOnly(named);
  if (certDigest === undefined) throw new Malformed('certificate without a digest');
  requireName(certDigest, 'CertDigest', XADES);
  const [method, value] = childrenOnly(certDigest);
  if (method === undefined || value === undefined) throw new Malformed('certificate without a digest');
  requireName(method, 'DigestMethod');
  requireName(value, 'DigestValue');
  const oid = digestOidOf(attributeOf(method, 'Algorithm') ?? '');
  const row = oid === null ? null : digestRow(oid);
  const hash = row?.kind === 'hash' ? row.hash : oid === SHA1 ? 'SHA-1' : null;
  return hash !== null && bytesEqual(fromBase64(onlyText(value)), await digestOf(hash, encoded));
}

/** IssuerSerialV2 is DER (5.2.2); of the first form the serial counts, because its issuer is text in a form of its own. Both may be left out. */
function isIssuedAs(named: XmlElement, certificate: Certificate): boolean {
  const [v2] = xadesChildren(named, 'IssuerSerialV2');
  if (v2 !== undefined) return matchesIssuerSerial(readOnly(fromBase64(onlyText(v2)), TAG.sequence), certificate);
  const [v1] = xadesChildren(named, 'IssuerSerial');
  return v1 === undefined || childElements(v1, 'X509SerialNumber').flatMap(serialHexOf).includes(certificate.serialHex);
}

/** SigningTime (5.2.1): what the signer says, and nothing more; null where there is none that can be read. */
export function claimedTimeOf(signature: Signature): Date | null {
  const [about] = xadesChildren(signedPropertiesOf(signature), 'SignedSignatureProperties');
  const [element] = xadesChildren(about, 'SigningTime');
  return element === undefined ? null : instantOf(textOf(element));
}

/** Whatever was added after signing (5.3 to 5.5), in its order. @throws {Malformed} */
export function unsignedPropertiesOf(signature: Signature): XmlElement[] {
  const [unsigned] = xadesChildren(qualifyingProperties(signature), 'UnsignedProperties');
  const [properties] = xadesChildren(unsigned, 'UnsignedSignatureProperties');
  const found = properties === undefined ? [] : childElements(properties);
  if (found.length > LIMITS.xmlObjects) throw new Malformed('too many properties');
  return found;
}

/** Tokens over the canonical form of ds:SignatureValue (5.3). What cannot be read proves nothing and is left out. */
export function signatureTimeStamps(signature: Signature, document: XmlDocument): { token: Bytes; stamped: Bytes }[] {
  const found = unsignedPropertiesOf(signature).filter((property) => isXades(property, 'SignatureTimeStamp'));
  return found.slice(0, LIMITS.timeStamps).flatMap((stamp) => {
    const form = stampFormOf(stamp);
    if (form === null) return [];
    const stamped = canonicalize({ document, apex: signature.valueElement }, form);
    return tokensIn(stamp).map((token) => ({ token, stamped }));
  });
}

/** The canonical form that a time-stamp names for what it is over; null for one that is not accepted. */
export function stampFormOf(stamp: XmlElement): CanonicalForm | null {
  const method = childElements(stamp, 'CanonicalizationMethod').find(({ namespace }) => namespace === DSIG);
  return canonicalFormOf(method === undefined ? { uri: INCLUSIVE_C14N, inclusivePrefixes: [] } : readMethod(method));
}

export const tokensIn = (stamp: XmlElement): Bytes[] => xadesChildren(stamp, 'EncapsulatedTimeStamp').flatMap(encapsulated);

/** CertificateValues and RevocationValues (5.4), also those for the authorities of time-stamps (5.5.1): hints, each verified on its own. */
export function valuesIn(properties: readonly XmlElement[]): LongTermValues {
  const lists = properties.flatMap((property) => (isTimeStampValidationData(property) ? childElements(property) : [property]));
  const certificates = lists.filter((list) => isXades(list, 'CertificateValues'));
  const revocations = lists.filter((list) => isXades(list, 'RevocationValues'));
  const encodedIn = (parents: readonly XmlElement[], name: string): Bytes[] => parents.flatMap((parent) => xadesChildren(parent, name)).flatMap(encapsulated);
  const within = (name: string): XmlElement[] => revocations.flatMap((list) => xadesChildren(list, name));
  return {
    certificates: encodedIn(certificates, 'EncapsulatedX509Certificate')
      .slice(0, LIMITS.embeddedCertificates)
      .flatMap((encoded) => tryReadCertificate(encoded) ?? []),
    crls: encodedIn(within('CRLValues'), 'EncapsulatedCRLValue').slice(0, LIMITS.embeddedRevocations),
    ocsp: encodedIn(within('OCSPValues'), 'EncapsulatedOCSPValue').slice(0, LIMITS.embeddedRevocations),
  };
}

const isTimeStampValidationData = ({ namespace, localName }: XmlElement): boolean => namespace === XADES_141 && localName === 'TimeStampValidationData';

const encapsulated = (element: XmlElement): Bytes[] => orNull(() => [fromBase64(textOf(element))]) ?? [];

/** Is there nothing else in this part of a signature? */
export const holdsPropertiesAlone = (object: XmlElement): boolean =>
  object.children.every((node) => (node.kind === 'element' ? isXades(node, 'QualifyingProperties') : node.kind === 'text' && node.text.trim() === ''));

/** Is this the part of a signature where its own properties lie? */
export const isQualifyingObject = (object: XmlElement): boolean => childElements(object).some((child) => isXades(child, 'QualifyingProperties'));
