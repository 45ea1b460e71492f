/**
 * Enveloped XML signatures by the NCA's profile: the document without this signature, Canonical XML, the certificate beside the value. A document that bears signatures already keeps them, and they are signed along.
 */
import { failure, type Result, success } from '../../../../../shared/util/result.ts';
import { type Bytes, Malformed } from '../../../trust/asn1/index.ts';
import { digestOf } from '../../../trust/algorithms/index.ts';
import {
  attributeOf,
  type CanonicalForm,
  canonicalize,
  ENVELOPED,
  EXCLUSIVE_C14N,
  INCLUSIVE_C14N,
  isWithin,
  readXml,
  type XmlDocument,
  type XmlElement,
} from '../../../trust/xml/index.ts';
import type { SignatureScheme } from '../../keys/signature-schemes.ts';
import type { SigningKey } from '../../signing-key.ts';
import type { SignatureFailure } from '../signature-failure.ts';
import { elementAt } from './element-path.ts';
import { schemeUris } from './scheme-uris.ts';
import { certificateMarkup, WITH_COMMENTS } from './signature-markup.ts';
import { tagsOf } from './tags-of-element.ts';
import { valueInPlace } from './value-in-place.ts';

export interface XmlInput {
  key: SigningKey;
  scheme: SignatureScheme;
  layout: 'compact' | 'wrapped';
  /** XPaths of the element that is signed and of the one the signature is put into; empty for the root. */
  signedPath: string;
  parentPath: string;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="no"?>';
const INCLUSIVE: CanonicalForm = { exclusive: false, comments: false, inclusivePrefixes: [] };

/** What is signed, and how a verifier gets to the same octets. */
interface Signed {
  referenceUri: string;
  transforms: string[];
  octets: Bytes;
}

/** UTF-8 of the signed document. */
export async function signXml(input: Bytes, { key, scheme, layout, signedPath, parentPath }: XmlInput): Promise<Result<Bytes, SignatureFailure>> {
  const malformed = (detail: string): Result<never, SignatureFailure> => failure({ code: 'document-malformed', detail });
  const uris = schemeUris(scheme);
  if (uris === null) return failure({ code: 'key', reason: 'scheme-refused' });
  try {
    const document = readXml(input);
    const parent = elementAt(document, parentPath);
    const element = elementAt(document, signedPath);
    const signed = parent === null || element === null ? null : signedPart(document, element, parent);
    if (parent === null || signed === null) return malformed('no such element, or one without an Id');
    const text = new TextDecoder().decode(canonicalize({ document }, { ...INCLUSIVE, comments: true }));
    const position = tagsOf(parent, text).end;
    const lineEnd = layout === 'wrapped' ? '\r\n' : '';
    const markup = {
      ...uris,
      digest: await digestOf(scheme.hash, signed.octets),
      referenceUri: signed.referenceUri,
      transforms: signed.transforms,
      canonicalization: INCLUSIVE_C14N,
      keyInfo: certificateMarkup(key.certificate, lineEnd),
      lineEnd,
    };
    const around = { before: DECLARATION + text.slice(0, position), after: text.slice(position) };
    const made = await valueInPlace(markup, around, INCLUSIVE, { key, scheme });
    return made.ok ? success(new TextEncoder().encode(made.value)) : made;
  } catch (error) {
    if (error instanceof Malformed) return malformed(error.message);
    throw error;
  }
}

/** By Id a part is signed in the exclusive form, as it may be moved; null for a part that has none. */
function signedPart(document: XmlDocument, element: XmlElement, parent: XmlElement): Signed | null {
  // A reference to the same document stands for it without its comments, whatever the transforms say (XML Signature 1.1, 4.4.3.3).
  if (element === document.root) return { referenceUri: '', transforms: [ENVELOPED, WITH_COMMENTS], octets: canonicalize({ document }, INCLUSIVE) };
  const id = attributeOf(element, 'Id') ?? attributeOf(element, 'ID') ?? attributeOf(element, 'id');
  if (id === null || !/^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(id)) return null;
  // A signature beside the part leaves nothing out of it.
  const transforms = isWithin(parent, element) ? [ENVELOPED, EXCLUSIVE_C14N] : [EXCLUSIVE_C14N];
  return { referenceUri: `#${id}`, transforms, octets: canonicalize({ document, apex: element }, { ...INCLUSIVE, exclusive: true }) };
}
