/** Canonical XML 1.0 (inclusive) and Exclusive XML Canonicalization 1.0 of a document or of one element of it. */
import type { Bytes } from '../asn1/der.ts';
import { Malformed } from '../malformed.ts';
import { LIMITS } from '../limits.ts';
import { bindingsAround, inheritedXml } from './apex-surroundings.ts';
import { NamespaceBindings } from './syntax/namespace-bindings.ts';
import { writtenName } from './syntax/xml-cursor.ts';
import type { NamespaceDeclaration, XmlAttribute, XmlDocument, XmlElement, XmlNode } from './syntax/xml-tree.ts';

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
  /** Those of the form. */
  inclusive: ReadonlySet<string>;
  omitted: ReadonlySet<XmlElement>;
  /** What is declared in the document around the node that is written. */
  scope: NamespaceBindings;
  /** What is declared around it in the output. */
  rendered: NamespaceBindings;
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
  const scope = apex === undefined ? new NamespaceBindings() : bindingsAround(apex);
  const writing: Writing = { form, inclusive: new Set(form.inclusivePrefixes), omitted, scope, rendered: new NamespaceBindings(), write };
  if (apex === undefined) writeDocument(document, writing);
  else writeElement(apex, { isApex: true, inherited: form.exclusive ? [] : inheritedXml(apex) }, writing);
  return new TextEncoder().encode(parts.join(''));
}

function writeDocument({ root, children }: XmlDocument, writing: Writing): void {
  const place = children.indexOf(root);
  children.forEach((node, index) => {
    if (node.kind === 'comment' && !writing.form.comments) return;
    if (index > place) writing.write('\n');
    writeNode(node, { isApex: true, inherited: [] }, writing);
    if (index < place) writing.write('\n');
  });
}

interface Surroundings {
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

const INSIDE: Surroundings = { isApex: false, inherited: [] };

function writeElement(element: XmlElement, around: Surroundings, writing: Writing): void {
  if (writing.omitted.has(element)) return;
  const { scope, rendered } = writing;
  scope.enter(element.declarations);
  const declared = declarationsOf(element, around.isApex, writing);
  rendered.enter(declared);
  const name = writtenName(element);
  writing.write(`<${name}`);
  for (const { prefix, uri } of declared) writing.write(` ${prefix === '' ? 'xmlns' : `xmlns:${prefix}`}="${escapeValue(uri)}"`);
  const attributes = around.inherited.length === 0 ? element.attributes : [...element.attributes, ...around.inherited];
  for (const attribute of attributes.length < 2 ? attributes : attributes.toSorted(byNamespaceAndName))
    writing.write(` ${writtenName(attribute)}="${escapeValue(attribute.value)}"`);
  writing.write('>');
  for (const child of element.children) writeNode(child, INSIDE, writing);
  writing.write(`</${name}>`);
  rendered.leave(declared);
  scope.leave(element.declarations);
}

const NONE: readonly NamespaceDeclaration[] = [];

/** The declarations to write on this element, in order. */
function declarationsOf(element: XmlElement, isApex: boolean, { form, inclusive, scope, rendered }: Writing): readonly NamespaceDeclaration[] {
  const { declarations, attributes } = element;
  // Most elements declare nothing and only use what is declared: nothing is to be written on them.
  if (!form.exclusive && !isApex && declarations.length === 0) return NONE;
  const prefixes = new Set<string>();
  if (form.exclusive) {
    prefixes.add(element.prefix);
    for (const { prefix } of attributes) if (prefix !== '') prefixes.add(prefix);
  }
  // Below the apex whatever is written without regard to its use was written where it was declared.
  const regardless = isApex ? (form.exclusive ? form.inclusivePrefixes : scope.prefixes()) : declarations.map(({ prefix }) => prefix);
  for (const prefix of regardless) if (!form.exclusive || inclusive.has(prefix)) prefixes.add(prefix);
  const declared: NamespaceDeclaration[] = [];
  for (const prefix of prefixes) {
    const uri = scope.uriOf(prefix) ?? '';
    // The prefix xml is never declared; a listed prefix may be in no scope; xmlns="" only takes back another default.
    if (prefix !== 'xml' && (rendered.uriOf(prefix) ?? '') !== uri) declared.push({ prefix, uri });
  }
  return declared.length < 2 ? declared : declared.toSorted((a, b) => byCodePoints(a.prefix, b.prefix));
}

const byNamespaceAndName = (a: XmlAttribute, b: XmlAttribute): number =>
  byCodePoints(a.namespace, b.namespace) || byCodePoints(a.localName, b.localName);

/** By code points, as UTF-8 sorts; comparing UTF-16 units would put U+1D400 before U+FF21. */
function byCodePoints(a: string, b: string): number {
  if (a === b) return 0;
  for (let i = 0; i < a.length && i < b.length; i += 1) if (a.charCodeAt(i) !== b.charCodeAt(i)) return a.codePointAt(i)! - b.codePointAt(i)!;
  return a.length - b.length;
}

const TEXT_ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#xD;' };
const VALUE_ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;', '\t': '&#x9;', '\n': '&#xA;', '\r': '&#xD;' };
export const escapeText = (text: string): string => text.replaceAll(/[&<>\r]/g, (sign) => TEXT_ESCAPES[sign]!);
export const escapeValue = (value: string): string => value.replaceAll(/[&<"\t\n\r]/g, (sign) => VALUE_ESCAPES[sign]!);
