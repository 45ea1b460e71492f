/**
 * The WS-Security signature of a ШЭП envelope: one enveloped XML-DSig over the Body, exclusive C14N, the certificate in a KeyIdentifier, by
 * whichever algorithm the key is of. It is checked by the trust domain, and the Body that is used is read from the octets that were signed.
 */
import type { ReasonCode } from '../../../shared/domain/reason-code.ts';
import { failure, success, type Result } from '../../../shared/util/result.ts';
import type { SystemKey } from '../../core/keystore/index.ts';
import { signEnvelope as signSoap } from '../../core/keystore/signing/index.ts';
import { Malformed } from '../../core/trust/asn1/index.ts';
import { isEnvelope, type MessageTimes, openEnvelope, readXml, type XmlDocument } from '../../core/trust/xml/index.ts';
import { SOAP } from './namespaces.ts';
import { element, type Element, type Markup } from './xml.ts';

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

/**
 * The signed SOAP envelope around `content`, in UTF-8; `bodyId` must be unique for this message.
 * @throws for a key that signs nothing, such as one of the withdrawn Gamma arc
 */
export async function signEnvelope(content: Markup, bodyId: string, key: SystemKey): Promise<Uint8Array<ArrayBuffer>> {
  const envelope = element('soapenv:Envelope', [element('soapenv:Header', []), element('soapenv:Body', [content])], { 'xmlns:soapenv': SOAP });
  const [scheme] = key.schemes;
  if (scheme === undefined) throw new TypeError(`a key of ${key.algorithm} signs no envelope`);
  const signed = await signSoap(envelope.xml, { key, scheme, bodyId: `id-${bodyId}` });
  if (!signed.ok) throw new TypeError(`the envelope was not signed: ${signed.failure.code}`);
  return signed.value;
}

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
