/** Canonical XML 1.0 (inclusive) and Exclusive XML Canonicalization 1.0 of a document or of one element of it. */
import { type Bytes, Malformed } from '../asn1/der.ts';
import { LIMITS } from '../limits.ts';
import { type Declaration, EMPTY, extended, type Namespaces, prefixesIn, scopeAround, uriOf } from './in-scope.ts';
import { XML_NAMESPACE } from './namespace-scopes.ts';
import { writtenName } from './xml-cursor.ts';
import type { XmlAttribute, XmlDocument, XmlElement, XmlNode } from './xml-tree.ts';

export interface CanonicalForm {
  exclusive: boolean;
  comments: boolean;
  /** InclusiveNamespaces PrefixList of the exclusive form; empty is the default namespace. */
  inclusivePrefixes: readonly string[];
}

export interface CanonicalPart {
  document: XmlDocument;
  /** The element with everything in it; the whole document when absent. */
  apex?: XmlElement;
  /** Left out with everything in them. */
  omitted?: ReadonlySet<XmlElement>;
}

interface Writing {
  form: CanonicalForm;
  omitted: ReadonlySet<XmlElement>;
  write(text: string): void;
}

const NOTHING: ReadonlySet<XmlElement> = new Set();

/** UTF-8 octets. @throws {Malformed} when the form is out of all proportion to the document. */
export function canonicalize({ document, apex, omitted = NOTHING }: CanonicalPart, form: CanonicalForm): Bytes {
  const parts: string[] = [];
  let room = Math.min(LIMITS.canonicalMost, Math.max(LIMITS.canonicalFloor, document.size * LIMITS.canonicalGrowth));
  const write = (text: string): void => {
    // A long namespace name is written again wherever its prefix is first used: short input could make endless output.
    if ((room -= text.length) < 0) throw new Malformed('canonical form too large');
    parts.push(text);
  };
  const writing: Writing = { form, omitted, write };
  if (apex === undefined) writeDocument(document, writing);
  else writeElement(apex, { scope: scopeAround(apex), rendered: EMPTY, isApex: true, inherited: form.exclusive ? [] : inheritedXml(apex) }, writing);
  return new TextEncoder().encode(parts.join(''));
}

function writeDocument({ root, children }: XmlDocument, writing: Writing): void {
  const place = children.indexOf(root);
  children.forEach((node, index) => {
    if (node.kind === 'comment' && !writing.form.comments) return;
    if (index > place) writing.write('\n');
    writeNode(node, { scope: EMPTY, rendered: EMPTY, isApex: true, inherited: [] }, writing);
    if (index < place) writing.write('\n');
  });
}

interface Surroundings {
  /** What is declared around the node. */
  scope: Namespaces;
  /** What is declared in the output around the node. */
  rendered: Namespaces;
  /** Nothing is written around it, so that whatever it needs must be declared on it. */
  isApex: boolean;
  /** Attributes xml:… of ancestors outside the part (Canonical XML 1.0, 2.4). */
  inherited: readonly XmlAttribute[];
}

function writeNode(node: XmlNode, around: Surroundings, writing: Writing): void {
  switch (node.kind) {
    case 'text':
      return writing.write(escapeText(node.text));
    case 'comment':
      return writing.form.comments ? writing.write(`<!--${node.text}-->`) : undefined;
    case 'instruction':
      return writing.write(`<?${node.target}${node.data === '' ? '' : ` ${node.data}`}?>`);
    case 'element':
      return writeElement(node, around, writing);
  }
}

function writeElement(element: XmlElement, around: Surroundings, writing: Writing): void {
  if (writing.omitted.has(element)) return;
  const scope = extended(around.scope, element.declarations.map(({ prefix, uri }) => [prefix, uri]));
  const declared = declarationsOf(element, scope, around, writing.form);
  const rendered = extended(around.rendered, declared);
  const name = writtenName(element);
  writing.write(`<${name}`);
  for (const [prefix, uri] of declared) writing.write(` ${prefix === '' ? 'xmlns' : `xmlns:${prefix}`}="${escapeValue(uri)}"`);
  const attributes = around.inherited.length === 0 ? element.attributes : [...element.attributes, ...around.inherited];
  for (const attribute of attributes.length < 2 ? attributes : attributes.toSorted(byNamespaceAndName))
    writing.write(` ${writtenName(attribute)}="${escapeValue(attribute.value)}"`);
  writing.write('>');
  for (const child of element.children) writeNode(child, { scope, rendered, isApex: false, inherited: [] }, writing);
  writing.write(`</${name}>`);
}

/** The declarations to write on this element, in order. */
function declarationsOf(
  element: XmlElement,
  scope: Namespaces,
  { rendered, isApex }: Surroundings,
  { exclusive, inclusivePrefixes }: CanonicalForm,
): Declaration[] {
  // Most elements declare nothing and only use what is declared: nothing is to be written on them.
  if (!exclusive && !isApex && element.declarations.length === 0) return [];
  const own = element.declarations.map(({ prefix }) => prefix);
  // Below the apex whatever is written without regard to its use was written where it was declared.
  const regardless = exclusive ? inclusivePrefixes.filter((prefix) => isApex || own.includes(prefix)) : isApex ? prefixesIn(scope) : own;
  const used = exclusive ? [element.prefix, ...element.attributes.map(({ prefix }) => prefix).filter((prefix) => prefix !== '')] : [];
  const declared: Declaration[] = [];
  for (const prefix of new Set([...used, ...regardless])) {
    const uri = uriOf(prefix, scope);
    // The prefix xml is never declared; a listed prefix may be in no scope; xmlns="" only takes back another default.
    if (prefix !== 'xml' && uriOf(prefix, rendered) !== uri) declared.push([prefix, uri]);
  }
  return declared.toSorted(([a], [b]) => byCodePoints(a, b));
}

function inheritedXml(apex: XmlElement): XmlAttribute[] {
  const own = new Set(apex.attributes.filter(({ namespace }) => namespace === XML_NAMESPACE).map(({ localName }) => localName));
  const inherited: XmlAttribute[] = [];
  for (let at = apex.parent; at !== null; at = at.parent) {
    for (const attribute of at.attributes) {
      if (attribute.namespace !== XML_NAMESPACE || own.has(attribute.localName)) continue;
      own.add(attribute.localName);
      inherited.push(attribute);
    }
  }
  return inherited;
}

const byNamespaceAndName = (a: XmlAttribute, b: XmlAttribute): number =>
  byCodePoints(a.namespace, b.namespace) || byCodePoints(a.localName, b.localName);

/** By code points, as UTF-8 sorts; comparing UTF-16 units would put U+1D400 before U+FF21. */
function byCodePoints(a: string, b: string): number {
  for (let i = 0; i < a.length && i < b.length; i += 1) if (a[i] !== b[i]) return a.codePointAt(i)! - b.codePointAt(i)!;
  return a.length - b.length;
}

const TEXT_ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#xD;' };
const VALUE_ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;', '\t': '&#x9;', '\n': '&#xA;', '\r': '&#xD;' };
export const escapeText = (text: string): string => text.replaceAll(/[&<>\r]/g, (sign) => TEXT_ESCAPES[sign]!);
export const escapeValue = (value: string): string => value.replaceAll(/[&<"\t\n\r]/g, (sign) => VALUE_ESCAPES[sign]!);
