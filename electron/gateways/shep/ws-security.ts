/**
 * The WS-Security signature of a ШЭП envelope. It is made as one enveloped XML-DSig over the Body, exclusive C14N, RSA-SHA256, the
 * certificate in a KeyIdentifier; it is checked by the trust domain, and the Body that is used is read from the octets that were signed.
 */
import { SignedXml } from 'xml-crypto';
import type { ReasonCode } from '../../../shared/domain/reason-code.ts';
import { failure, success, type Result } from '../../../shared/util/result.ts';
import { Malformed } from '../../core/trust/asn1/index.ts';
import {
  BASE64_BINARY,
  EXCLUSIVE_C14N,
  isEnvelope,
  type MessageTimes,
  openEnvelope,
  readXml,
  WSSE,
  WSU,
  X509_V3,
  type XmlDocument,
} from '../../core/trust/xml/index.ts';
import { RSA_SHA256, SHA256, SOAP } from './namespaces.ts';
import { element, type Element, type Markup } from './xml.ts';

export interface SigningKey {
  /** PEM, PKCS#8. */
  privateKey: string;
  /** DER. */
  certificate: Uint8Array;
}

/** What is wrong with the signature, in the codes of the trust domain. */
export type EnvelopeRefusal = 'not-an-envelope' | ReasonCode;

export interface CheckedEnvelope {
  /** Read from the very octets the signature covers. */
  body: Element;
  /** DER. */
  signer: Uint8Array;
  /** Null where the message has no Timestamp; one that is not signed is refused. */
  times: MessageTimes | null;
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

/** Proves who signed which Body; whether that signer is the one we talk to, and the message of now, is for the caller to judge. */
export async function checkEnvelope(xml: Uint8Array): Promise<Result<CheckedEnvelope, EnvelopeRefusal>> {
  const document = documentIn(xml);
  if (document === null || !isEnvelope(document)) return failure('not-an-envelope');
  const opened = await openEnvelope(document, { known: [], madeBy: null });
  if (opened.is === 'unsigned') return failure('signature-missing');
  const { check, body, times } = opened;
  if (check.is === 'broken' || body === null) return failure(check.finding.code);
  return success({ body: readXml(body.octets).root, signer: check.certificate.encoded, times });
}

function documentIn(xml: Uint8Array): XmlDocument | null {
  try {
    return readXml(xml);
  } catch (error) {
    if (error instanceof Malformed) return null;
    throw error;
  }
}
