/**
 * WS-Security for ШЭП (OASIS WSS X.509 token profile): one signature over the Body of a SOAP envelope, exclusive canonical form,
 * the certificate in a KeyIdentifier.
 */
import { encodeBase64 } from '../../../../../shared/util/base64.ts';
import { failure, type Result, success } from '../../../../../shared/util/result.ts';
import { type Bytes, Malformed } from '../../../trust/asn1/index.ts';
import { digestOf } from '../../../trust/algorithms/index.ts';
import { BASE64_BINARY, type CanonicalForm, canonicalize, EXCLUSIVE_C14N, onlyChild, readXmlText, SOAP_11, SOAP_12, WSSE, WSU, X509_V3, type XmlElement } from '../../../trust/xml/index.ts';
import type { SignatureScheme } from '../../keys/signature-schemes.ts';
import type { SystemKey } from '../../open-system-key.ts';
import type { SignatureFailure } from '../signature-failure.ts';
import { schemeUris } from './scheme-uris.ts';
import { tagsOf } from './tags-of-element.ts';
import { valueInPlace } from './value-in-place.ts';

export interface EnvelopeInput {
  key: SystemKey;
  scheme: SignatureScheme;
  /** Unique for this message: the Body is named by it. */
  bodyId: string;
}

const EXCLUSIVE: CanonicalForm = { exclusive: true, comments: false, inclusivePrefixes: [] };

/** @param envelope SOAP 1.1 or 1.2 without a security header. Answers with UTF-8. */
export async function signEnvelope(envelope: string, { key, scheme, bodyId }: EnvelopeInput): Promise<Result<Bytes, SignatureFailure>> {
  const malformed = (detail: string): Result<never, SignatureFailure> => failure({ code: 'document-malformed', detail });
  const uris = schemeUris(scheme);
  if (uris === null) return failure({ code: 'key', reason: 'scheme-refused' });
  try {
    const prepared = prepareEnvelope(envelope, bodyId);
    if (prepared === null) return malformed('not a SOAP envelope without a signature');
    const document = readXmlText(prepared.before + prepared.after);
    const body = onlyChild(document.root, 'Body')!;
    const markup = {
      ...uris,
      digest: await digestOf(scheme.hash, canonicalize({ document, apex: body }, EXCLUSIVE)),
      referenceUri: `#${bodyId}`,
      transforms: [EXCLUSIVE_C14N],
      canonicalization: EXCLUSIVE_C14N,
      keyInfo: keyIdentifier(key.certificate),
      lineEnd: '',
    };
    const made = await valueInPlace(markup, prepared, EXCLUSIVE, { key, scheme });
    return made.ok ? success(new TextEncoder().encode(made.value)) : made;
  } catch (error) {
    if (error instanceof Malformed) return malformed(error.message);
    throw error;
  }
}

/** The envelope with a security header and a named Body, cut where the signature belongs; null for anything else. */
function prepareEnvelope(envelope: string, bodyId: string): { before: string; after: string } | null {
  const document = readXmlText(envelope);
  const { root } = document;
  const body = onlyChild(root, 'Body');
  const header = onlyChild(root, 'Header');
  if (!isSoap(root) || body === undefined || body.attributes.some(({ namespace }) => namespace === WSU) || (header !== undefined && onlyChild(header, 'Security') !== undefined)) return null;
  const text = new TextDecoder().decode(canonicalize({ document }, { ...EXCLUSIVE, exclusive: false, comments: true }));
  const bodyTags = tagsOf(body, text);
  const prefix = root.prefix === '' ? '' : `${root.prefix}:`;
  // An attribute is in no default namespace: where SOAP has no prefix, the header declares one for it.
  const mustUnderstand = prefix === '' ? ` xmlns:soap="${root.namespace}" soap:mustUnderstand="1"` : ` ${prefix}mustUnderstand="1"`;
  const security = `<wsse:Security xmlns:wsse="${WSSE}"${mustUnderstand}>`;
  const named = `${text.slice(bodyTags.start, bodyTags.startEnd)} xmlns:wsu="${WSU}" wsu:Id="${bodyId}"${text.slice(bodyTags.startEnd)}`;
  if (header === undefined)
    return { before: `${text.slice(0, bodyTags.start)}<${prefix}Header>${security}`, after: `</wsse:Security></${prefix}Header>${named}` };
  const headerEnd = tagsOf(header, text).end;
  return { before: text.slice(0, headerEnd) + security, after: `</wsse:Security>${text.slice(headerEnd, bodyTags.start)}${named}` };
}

const isSoap = ({ localName, namespace }: XmlElement): boolean => localName === 'Envelope' && (namespace === SOAP_11 || namespace === SOAP_12);

const keyIdentifier = (certificate: Uint8Array): string =>
  `<wsse:SecurityTokenReference xmlns:wsse="${WSSE}"><wsse:KeyIdentifier EncodingType="${BASE64_BINARY}" ValueType="${X509_V3}">` +
  `${encodeBase64(certificate)}</wsse:KeyIdentifier></wsse:SecurityTokenReference>`;
