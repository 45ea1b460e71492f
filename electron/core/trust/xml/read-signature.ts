/** The structure of ds:Signature (XML Signature 1.1, section 4), read strictly; nothing is judged here. */
import type { Bytes } from '../asn1/der.ts';
import { Malformed } from '../malformed.ts';
import { LIMITS } from '../limits.ts';
import { fromBase64 } from './base64.ts';
import { DSIG, EXCLUSIVE_C14N } from './names.ts';
import { readXml } from './syntax/read-xml.ts';
import { attributeOf, textOf, type XmlElement } from './syntax/xml-tree.ts';

/** A transform or canonicalization method. */
export interface Method {
  uri: string;
  /** InclusiveNamespaces PrefixList; empty is the default namespace. */
  inclusivePrefixes: readonly string[];
}

export interface Reference {
  /** Null when the attribute is absent. */
  uri: string | null;
  type: string | null;
  transforms: readonly Method[];
  digestMethod: string;
  digest: Bytes;
}

export interface SignedInfo {
  canonicalization: Method;
  signatureMethod: string;
  references: readonly Reference[];
}

export interface Signature {
  element: XmlElement;
  /** As it stands in the document: what it says is only read from its canonical form, which is what is signed. */
  signedInfo: XmlElement;
  canonicalization: Method;
  valueElement: XmlElement;
  value: Bytes;
  keyInfo: XmlElement | null;
  objects: readonly XmlElement[];
}

/** @throws {Malformed} */
export function readSignature(element: XmlElement): Signature {
  const [signedInfo, valueElement, ...others] = childrenOnly(element);
  if (signedInfo === undefined || valueElement === undefined) throw new Malformed('signature without its parts');
  requireName(signedInfo, 'SignedInfo');
  requireName(valueElement, 'SignatureValue');
  const keyInfo = others[0]?.localName === 'KeyInfo' ? others.shift()! : null;
  if (others.length > LIMITS.xmlObjects) throw new Malformed('too many objects');
  for (const other of others) requireName(other, 'Object');
  const [canonicalization] = childrenOnly(signedInfo);
  if (canonicalization === undefined) throw new Malformed('SignedInfo');
  requireName(canonicalization, 'CanonicalizationMethod');
  return {
    element,
    signedInfo,
    canonicalization: readMethod(canonicalization),
    valueElement,
    value: fromBase64(onlyText(valueElement)),
    keyInfo,
    objects: others,
  };
}

/** Out of the very octets that are signed. @throws {Malformed} */
export function readSignedInfo(octets: Bytes): SignedInfo {
  const { root } = readXml(octets);
  requireName(root, 'SignedInfo');
  const [canonicalization, signatureMethod, ...references] = childrenOnly(root);
  if (canonicalization === undefined || signatureMethod === undefined || references.length === 0) throw new Malformed('SignedInfo');
  requireName(canonicalization, 'CanonicalizationMethod');
  requireName(signatureMethod, 'SignatureMethod');
  // HMACOutputLength and the parameters of other methods: no accepted algorithm has any.
  if (childrenOnly(signatureMethod).length > 0) throw new Malformed('parameters of the signature method');
  if (references.length > LIMITS.xmlReferences) throw new Malformed('too many references');
  return {
    canonicalization: readMethod(canonicalization),
    signatureMethod: algorithmOf(signatureMethod),
    references: references.map(readReference),
  };
}

function readReference(element: XmlElement): Reference {
  requireName(element, 'Reference');
  const children = childrenOnly(element);
  const transforms = children[0]?.localName === 'Transforms' ? children.shift()! : null;
  const [digestMethod, digestValue, ...rest] = children;
  if (digestMethod === undefined || digestValue === undefined || rest.length > 0) throw new Malformed('reference');
  requireName(digestMethod, 'DigestMethod');
  requireName(digestValue, 'DigestValue');
  if (childrenOnly(digestMethod).length > 0) throw new Malformed('parameters of the digest method');
  if (transforms !== null) requireName(transforms, 'Transforms');
  return {
    uri: attributeOf(element, 'URI'),
    type: attributeOf(element, 'Type'),
    transforms: transforms === null ? [] : childrenOnly(transforms).map(readTransform),
    digestMethod: algorithmOf(digestMethod),
    digest: fromBase64(onlyText(digestValue)),
  };
}

function readTransform(element: XmlElement): Method {
  requireName(element, 'Transform');
  return readMethod(element);
}

/** Whatever else a method carries, such as an XPath expression or a stylesheet, no accepted one has. */
export function readMethod(element: XmlElement): Method {
  const uri = algorithmOf(element);
  const [parameter, ...more] = childrenOnly(element);
  if (parameter === undefined) return { uri, inclusivePrefixes: [] };
  const isPrefixList = more.length === 0 && parameter.localName === 'InclusiveNamespaces' && parameter.namespace === EXCLUSIVE_C14N;
  if (!isPrefixList) throw new Malformed(`parameters of ${uri.slice(0, 100)}`);
  const prefixes = (attributeOf(parameter, 'PrefixList') ?? '').split(/[ \t\r\n]+/).filter((prefix) => prefix !== '');
  if (prefixes.length > LIMITS.xmlAttributes) throw new Malformed('prefix list too long');
  return { uri, inclusivePrefixes: prefixes.map((prefix) => (prefix === '#default' ? '' : prefix)) };
}

function algorithmOf(element: XmlElement): string {
  const uri = attributeOf(element, 'Algorithm');
  if (uri === null) throw new Malformed('method without an algorithm');
  return uri;
}

export function requireName(element: XmlElement, localName: string, namespace: string = DSIG): void {
  if (element.localName !== localName || element.namespace !== namespace) throw new Malformed(`${localName} expected`);
}

/** Elements with nothing but white space between them: no comment or instruction has any business in a signature. */
export function childrenOnly(parent: XmlElement): XmlElement[] {
  const elements: XmlElement[] = [];
  for (const node of parent.children) {
    if (node.kind === 'element') elements.push(node);
    else if (node.kind !== 'text' || /[^ \t\r\n]/.test(node.text)) throw new Malformed(`${parent.localName} with something in between`);
  }
  return elements;
}

/** Text with nothing in it: of a value that a comment cuts in two, two programs may read two different values. */
export function onlyText(element: XmlElement): string {
  if (element.children.some(({ kind }) => kind !== 'text')) throw new Malformed(`${element.localName} with something in between`);
  return textOf(element);
}
