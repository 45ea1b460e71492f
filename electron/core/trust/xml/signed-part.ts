/** Which part of a document a reference is to, and its octets: what was signed is what is shown, wherever else something similar stands. */
import type { Bytes } from '../asn1/der.ts';
import { Malformed } from '../malformed.ts';
import { type CanonicalForm, canonicalize } from './canonicalize.ts';
import { DSIG, WSU } from './names.ts';
import { XML_NAMESPACE } from './syntax/namespace-scopes.ts';
import type { Signature } from './read-signature.ts';
import type { Passage } from './allowed-methods.ts';
import { elementsOf, isWithin, type XmlDocument, type XmlElement } from './syntax/xml-tree.ts';

/** Elements by identifier; null where two elements claim one. */
export type Identified = ReadonlyMap<string, XmlElement | null>;

const isIdentifier = ({ localName, namespace }: XmlElement['attributes'][number]): boolean =>
  namespace === '' ? /^(?:Id|ID|id)$/.test(localName) : (namespace === WSU && localName === 'Id') || (namespace === XML_NAMESPACE && localName === 'id');

/** Without a DTD nothing says which attributes are identifiers: every one that some program takes for one counts. */
export function identifiedIn({ root }: XmlDocument): Identified {
  const found = new Map<string, XmlElement | null>();
  for (const element of elementsOf(root)) {
    for (const attribute of element.attributes) {
      if (!isIdentifier(attribute)) continue;
      const known = found.get(attribute.value);
      found.set(attribute.value, known === undefined || known === element ? element : null);
    }
  }
  return found;
}

/** The one element of a same-document reference; the root for the empty one. @throws {Malformed} for any other, or an ambiguous one. */
export function referencedElement(uri: string | null, document: XmlDocument, identified: Identified): XmlElement {
  if (uri === '') return document.root;
  if (uri?.startsWith('#') !== true || uri.length === 1) throw new Malformed('reference out of the document');
  const element = identified.get(uri.slice(1));
  if (element === null) throw new Malformed('two elements with the signed identifier');
  if (element === undefined) throw new Malformed('reference to nothing');
  return element;
}

export interface Place {
  document: XmlDocument;
  /** The reference is to the whole document, with what stands around its root. */
  whole: boolean;
  element: XmlElement;
  signature: Signature;
  /** Signatures over the signed part that were verified and taken off. */
  removed: ReadonlySet<XmlElement>;
}

/** @throws {Malformed} */
export function octetsOf({ document, whole, element, signature, removed }: Place, { enveloped, form }: Passage): Bytes {
  if (enveloped && !isWithin(signature.element, element)) throw new Malformed('enveloped signature outside what it signs');
  // A same-document reference is to nodes without comments, whatever the form could write (XML Signature 1.1, 4.4.3.3).
  const written: CanonicalForm = { ...form, comments: false };
  const omitted = enveloped ? new Set([...removed, signature.element]) : removed;
  return canonicalize({ document, omitted, ...(!whole && { apex: element }) }, written);
}

const isSignature = ({ localName, namespace }: XmlElement): boolean => localName === 'Signature' && namespace === DSIG;

/** The signatures of a document in its order; what is inside another signature is that one's business. */
export function signaturesIn(element: XmlElement): XmlElement[] {
  if (isSignature(element)) return [element];
  return element.children.flatMap((child) => (child.kind === 'element' ? signaturesIn(child) : []));
}
