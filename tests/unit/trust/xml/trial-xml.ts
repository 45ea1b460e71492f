/** XML signatures made by the tests, each part of which may be wrong, and the whole judgement of them. */
import { createHash } from 'node:crypto';
import { canonicalize } from '../../../../electron/core/trust/xml/canonicalize.ts';
import { DSIG, ENVELOPED, EXCLUSIVE_C14N, INCLUSIVE_C14N, XADES } from '../../../../electron/core/trust/xml/names.ts';
import { readXmlText } from '../../../../electron/core/trust/xml/syntax/read-xml.ts';
import { verifyXml, type XmlAnswer } from '../../../../electron/core/trust/xml/verify-xml.ts';
import { elementsOf, onlyChild, textOf, type XmlElement } from '../../../../electron/core/trust/xml/syntax/xml-tree.ts';
import { type IssuedCertificate, signWith } from '../../../../electron/stand/authority/certificate.ts';
import { NOW, parsed } from '../trial/trial-authority.ts';
import { type Circumstances, GOOD, root, signer } from '../trial/trial-judgement.ts';

export const RSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
export const SHA256 = 'http://www.w3.org/2001/04/xmlenc#sha256';
export const SIGNED_PROPERTIES = 'http://uri.etsi.org/01903#SignedProperties';

export interface ReferenceTrial {
  uri?: string;
  type?: string;
  /** Algorithms, or whole elements where they begin with `<`. */
  transforms?: readonly string[];
  digestMethod?: string;
  /** Digested as this instead of as what the transforms say, where those are not meant to be followed. */
  octets?: Uint8Array;
}

/** `hash` is Node's name; `sign` answers with what goes into SignatureValue. */
export interface XmlTrialKey {
  certificate: Uint8Array;
  method: string;
  digestMethod: string;
  digest(octets: Uint8Array): Uint8Array;
  sign(octets: Uint8Array): Uint8Array | Promise<Uint8Array>;
}

export interface XmlTrial {
  /** `{signature}` stands where the signature goes. */
  document?: string;
  references?: readonly ReferenceTrial[];
  canonicalization?: string;
  key?: XmlTrialKey;
  signatureMethod?: string;
  /** Contents of KeyInfo. */
  keyInfo?: string;
  /** ds:Object elements. */
  objects?: string;
  id?: string;
}

export const DOCUMENT = '<order><amount>100</amount>{signature}</order>';
export const ENVELOPED_EXCLUSIVE = [ENVELOPED, EXCLUSIVE_C14N];
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
export const sha256 = (octets: Uint8Array): Uint8Array => createHash('sha256').update(octets).digest();

export const rsaKey = (issued: IssuedCertificate): XmlTrialKey => ({
  certificate: issued.der,
  method: RSA_SHA256,
  digestMethod: SHA256,
  digest: sha256,
  sign: (octets) => signWith(issued.key, octets),
});

export const x509Data = (...certificates: Uint8Array[]): string =>
  `<ds:X509Data>${certificates.map((certificate) => `<ds:X509Certificate>${base64(certificate)}</ds:X509Certificate>`).join('')}</ds:X509Data>`;

const transformMarkup = (transform: string): string => (transform.startsWith('<') ? transform : `<ds:Transform Algorithm="${transform}"/>`);

function markup(trial: XmlTrial, key: XmlTrialKey, references: readonly ReferenceTrial[]): string {
  const { canonicalization = EXCLUSIVE_C14N, keyInfo = x509Data(key.certificate), objects = '', id } = trial;
  const written = references.map(
    ({ uri = '', type, transforms = ENVELOPED_EXCLUSIVE, digestMethod = key.digestMethod }, index) =>
      `<ds:Reference${type === undefined ? '' : ` Type="${type}"`} URI="${uri}"><ds:Transforms>${transforms.map(transformMarkup).join('')}</ds:Transforms>` +
      `<ds:DigestMethod Algorithm="${digestMethod}"/><ds:DigestValue>@digest-${index}@</ds:DigestValue></ds:Reference>`,
  );
  return (
    `<ds:Signature xmlns:ds="${DSIG}"${id === undefined ? '' : ` Id="${id}"`}><ds:SignedInfo><ds:CanonicalizationMethod Algorithm="${canonicalization}"/>` +
    `<ds:SignatureMethod Algorithm="${trial.signatureMethod ?? key.method}"/>${written.join('')}</ds:SignedInfo>` +
    `<ds:SignatureValue>@value@</ds:SignatureValue><ds:KeyInfo>${keyInfo}</ds:KeyInfo>${objects}</ds:Signature>`
  );
}

const formOf = (uri: string) => ({ exclusive: uri.startsWith(EXCLUSIVE_C14N), comments: false, inclusivePrefixes: [] });

function digested(text: string, { uri = '', transforms = ENVELOPED_EXCLUSIVE, octets }: ReferenceTrial): Uint8Array {
  if (octets !== undefined) return octets;
  const document = readXmlText(text);
  const omitted = new Set(transforms.includes(ENVELOPED) ? [unsignedIn(document.root)] : []);
  const form = formOf(transforms.findLast((transform) => transform !== ENVELOPED) ?? INCLUSIVE_C14N);
  if (uri === '') return canonicalize({ document, omitted }, form);
  const apex = [...elementsOf(document.root)].find(({ attributes }) => attributes.some(({ localName, value }) => localName.toLowerCase() === 'id' && `#${value}` === uri));
  return canonicalize({ document, omitted, apex: apex! }, form);
}

const unsignedIn = (element: XmlElement): XmlElement =>
  [...elementsOf(element)].find((candidate) => candidate.localName === 'Signature' && textOf(onlyChild(candidate, 'SignatureValue')!) === '@value@')!;

export async function signedXml(trial: XmlTrial = {}): Promise<string> {
  const { document = DOCUMENT, key = rsaKey(signer), references = [{}], canonicalization = EXCLUSIVE_C14N } = trial;
  let text = document.replace('{signature}', () => markup(trial, key, references));
  references.forEach((reference, index) => {
    text = text.replace(`@digest-${index}@`, base64(key.digest(digested(text, reference))));
  });
  const read = readXmlText(text);
  const signedInfo = onlyChild(unsignedIn(read.root), 'SignedInfo')!;
  const value = await key.sign(canonicalize({ document: read, apex: signedInfo }, formOf(canonicalization)));
  return text.replace('@value@', base64(value));
}

/** The parts of a XAdES signature: its Object, and the reference over what is signed of it. */
export function xadesParts(id: string, properties: string): { id: string; objects: string; reference: ReferenceTrial } {
  const signedProperties = `<xades:SignedProperties Id="${id}-props"><xades:SignedSignatureProperties>${properties}</xades:SignedSignatureProperties></xades:SignedProperties>`;
  const unsigned = '<xades:UnsignedProperties><xades:UnsignedSignatureProperties>{unsigned}</xades:UnsignedSignatureProperties></xades:UnsignedProperties>';
  return {
    id,
    objects: `<ds:Object><xades:QualifyingProperties xmlns:xades="${XADES}" Target="#${id}">${signedProperties}${unsigned}</xades:QualifyingProperties></ds:Object>`,
    reference: { uri: `#${id}-props`, type: SIGNED_PROPERTIES, transforms: [EXCLUSIVE_C14N] },
  };
}

export const signingCertificate = (certificate: Uint8Array): string =>
  `<xades:SigningCertificateV2><xades:Cert><xades:CertDigest><ds:DigestMethod Algorithm="${SHA256}"/><ds:DigestValue>${base64(sha256(certificate))}</ds:DigestValue></xades:CertDigest></xades:Cert></xades:SigningCertificateV2>`;

/** What a signature time-stamp must be over: ds:SignatureValue, exclusive canonical form. */
export function stampedOctets(text: string): Uint8Array {
  const document = readXmlText(text);
  const apex = [...elementsOf(document.root)].find(({ localName }) => localName === 'SignatureValue')!;
  return canonicalize({ document, apex }, formOf(EXCLUSIVE_C14N));
}

export const judgedXml = (
  text: string | Uint8Array,
  { statusOf = () => GOOD, anchors = [root], known = [], ...question }: Circumstances = {},
): Promise<XmlAnswer> =>
  verifyXml(
    { xml: typeof text === 'string' ? new TextEncoder().encode(text) : text, ...question },
    {
      store: { anchors: anchors.map(parsed), intermediates: known.map(parsed) },
      revocation: { statusOf: async ([certificate]) => statusOf(certificate!.subject.attributes[0]!.text) },
      now: NOW,
    },
  );
