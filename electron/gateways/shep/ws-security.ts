/**
 * The WS-Security signature of a ШЭП envelope, made and checked: one enveloped XML-DSig over the Body,
 * exclusive C14N, RSA-SHA256, the certificate in a KeyIdentifier.
 * Public checkers only ask whether some signature verifies; here the element that is used is cut out of the bytes
 * that were signed, so a second Body (signature wrapping) cannot be slipped in.
 */
import { createPublicKey, X509Certificate } from 'node:crypto';
import { SignedXml } from 'xml-crypto';
import { failure, success, type Result } from '../../../shared/util/result.ts';
import {
  BASE64_BINARY,
  DSIG,
  EXCLUSIVE_C14N,
  RSA_SHA256,
  SHA256,
  SOAP,
  WSSE,
  WSU,
  X509_V3,
} from './namespaces.ts';
import { childElements, element, onlyChild, parseXml, type Element, type Markup } from './xml.ts';

export interface SigningKey {
  /** PEM, PKCS#8. */
  privateKey: string;
  /** DER. */
  certificate: Uint8Array;
}

export type EnvelopeRefusal = 'not-an-envelope' | 'unsigned' | 'algorithm-refused' | 'body-not-signed' | 'signature-wrong';

export interface CheckedEnvelope {
  /** Parsed from the very bytes the signature covers. */
  body: Element;
  signer: X509Certificate;
}

/** The signed SOAP envelope around `content`; `bodyId` must be unique for this message. */
export function signEnvelope(content: Markup, bodyId: string, key: SigningKey): string {
  const envelope = element(
    'soapenv:Envelope',
    [
      element('soapenv:Header', [
        element('wsse:Security', [], { 'xmlns:wsse': WSSE, 'xmlns:wsu': WSU, 'soapenv:mustUnderstand': '1' }),
      ]),
      element('soapenv:Body', [content], { 'xmlns:wsu': WSU, 'wsu:Id': `id-${bodyId}` }),
    ],
    { 'xmlns:soapenv': SOAP },
  );
  const signature = new SignedXml({
    privateKey: key.privateKey,
    signatureAlgorithm: RSA_SHA256,
    canonicalizationAlgorithm: EXCLUSIVE_C14N,
    idMode: 'wssecurity',
    getKeyInfoContent: () => keyIdentifier(key.certificate).xml,
  });
  signature.addReference({
    xpath: `/*/*[local-name()='Body' and namespace-uri()='${SOAP}']`,
    transforms: [EXCLUSIVE_C14N],
    digestAlgorithm: SHA256,
  });
  signature.computeSignature(envelope.xml, {
    prefix: 'ds',
    location: { reference: `/*/*/*[local-name()='Security' and namespace-uri()='${WSSE}']`, action: 'append' },
  });
  return signature.getSignedXml();
}

const keyIdentifier = (certificate: Uint8Array): Markup =>
  element(
    'wsse:SecurityTokenReference',
    [
      element('wsse:KeyIdentifier', Buffer.from(certificate).toString('base64'), {
        EncodingType: BASE64_BINARY,
        ValueType: X509_V3,
      }),
    ],
    { 'xmlns:wsse': WSSE },
  );

/** Proves who signed which Body; whether that signer is the one we talk to is for the caller to judge. */
export function checkEnvelope(xml: string): Result<CheckedEnvelope, EnvelopeRefusal> {
  const envelope = parseXml(xml)?.documentElement;
  if (envelope?.localName !== 'Envelope' || envelope.namespaceURI !== SOAP) return failure('not-an-envelope');
  const header = onlyChild(envelope, 'Header');
  const body = onlyChild(envelope, 'Body');
  if (body === undefined) return failure('not-an-envelope');
  const security = header && onlyChild(header, 'Security');
  const signature = security && onlyChild(security, 'Signature');
  const signer = signature && certificateOf(signature);
  if (!signature || !signer || signature.namespaceURI !== DSIG) return failure('unsigned');

  const shape = signatureShape(signature);
  if (shape === null) return failure('algorithm-refused');
  const id = body.getAttributeNS(WSU, 'Id');
  if (!id || shape.reference !== `#${id}`) return failure('body-not-signed');

  const signed = signedBytes(xml, signature, signer);
  if (signed === null) return failure('signature-wrong');
  const signedBody = parseXml(signed)?.documentElement;
  if (signedBody?.localName !== 'Body' || signedBody.namespaceURI !== SOAP) return failure('body-not-signed');
  return success({ body: signedBody, signer });
}

function certificateOf(signature: Element): X509Certificate | null {
  const keyInfo = onlyChild(signature, 'KeyInfo');
  const reference = keyInfo && onlyChild(keyInfo, 'SecurityTokenReference');
  const identifier = reference && onlyChild(reference, 'KeyIdentifier');
  if (!identifier || identifier.getAttribute('ValueType') !== X509_V3) return null;
  try {
    return new X509Certificate(Buffer.from(identifier.textContent ?? '', 'base64'));
  } catch {
    return null;
  }
}

/** Null unless the signature has exactly one reference and every algorithm is the channel's own. */
function signatureShape(signature: Element): { reference: string } | null {
  const info = onlyChild(signature, 'SignedInfo');
  if (info === undefined) return null;
  if (algorithmOf(info, 'CanonicalizationMethod') !== EXCLUSIVE_C14N) return null;
  if (algorithmOf(info, 'SignatureMethod') !== RSA_SHA256) return null;
  const reference = onlyChild(info, 'Reference');
  const transforms = reference && onlyChild(reference, 'Transforms');
  if (!reference || !transforms || childElements(transforms).length !== 1) return null;
  if (algorithmOf(transforms, 'Transform') !== EXCLUSIVE_C14N || algorithmOf(reference, 'DigestMethod') !== SHA256) return null;
  return { reference: reference.getAttribute('URI') ?? '' };
}

const algorithmOf = (parent: Element, name: string): string | null | undefined =>
  onlyChild(parent, name)?.getAttribute('Algorithm');

/** The canonical bytes the signature covers, as text; null where it does not verify. */
function signedBytes(xml: string, signature: Element, signer: X509Certificate): string | null {
  const checker = new SignedXml({
    publicCert: createPublicKey(signer.publicKey.export({ type: 'spki', format: 'pem' })),
    idMode: 'wssecurity',
    getCertFromKeyInfo: () => null,
  });
  try {
    checker.loadSignature(signature.toString());
    if (!checker.checkSignature(xml)) return null;
  } catch {
    // The library throws on ambiguous ids, several equal signatures and the like: all are forgeries to us.
    return null;
  }
  const signed = checker.getSignedReferences();
  return signed.length === 1 ? signed[0]! : null;
}
