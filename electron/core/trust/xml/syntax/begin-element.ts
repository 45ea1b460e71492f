/** Start tags of XML: what they declare, and their attributes by the namespaces in force (Namespaces in XML 1.0, sections 5 and 6). */
import { Malformed } from '../../malformed.ts';
import { LIMITS } from '../../limits.ts';
import type { NamespaceScopes } from './namespace-scopes.ts';
import { type QualifiedName, writtenName, type XmlCursor } from './xml-cursor.ts';
import type { NamespaceDeclaration, XmlAttribute, XmlElement, XmlNode } from './xml-tree.ts';

/** An element whose end has not come. */
export interface OpenElement {
  element: XmlElement;
  /** As its end must be written. */
  name: string;
  children: XmlNode[];
}

/** A start tag up to its end; its declarations are in force until the element ends. */
export function beginElement(cursor: XmlCursor, scopes: NamespaceScopes, parent: XmlElement | null): OpenElement {
  cursor.expect('<');
  const name = cursor.name();
  const { attributes: written, declarations } = startTag(cursor);
  scopes.enter(declarations);
  // An attribute without a prefix is in no namespace, whatever the default is.
  const attributes = written.map((attribute) => ({ ...attribute, namespace: attribute.prefix === '' ? '' : scopes.uriOf(attribute.prefix) }));
  requireDistinct(attributes);
  const children: XmlNode[] = [];
  const element: XmlElement = { kind: 'element', ...name, namespace: scopes.uriOf(name.prefix), attributes, declarations, children, parent };
  return { element, name: writtenName(name), children };
}

type WrittenAttribute = QualifiedName & { value: string };

function startTag(cursor: XmlCursor): { attributes: WrittenAttribute[]; declarations: NamespaceDeclaration[] } {
  const attributes: WrittenAttribute[] = [];
  const declarations: NamespaceDeclaration[] = [];
  while (cursor.space() && !cursor.startsWith('/') && !cursor.startsWith('>')) {
    const name = cursor.name();
    cursor.space();
    cursor.expect('=');
    cursor.space();
    const value = cursor.quoted();
    if (name.prefix === 'xmlns') declarations.push({ prefix: name.localName, uri: value });
    else if (name.prefix === '' && name.localName === 'xmlns') declarations.push({ prefix: '', uri: value });
    else attributes.push({ ...name, value });
    if (attributes.length + declarations.length > LIMITS.xmlAttributes) throw new Malformed('too many attributes');
  }
  if (new Set(declarations.map(({ prefix }) => prefix)).size < declarations.length) throw new Malformed('prefix declared twice');
  return { attributes, declarations };
}

/** By namespace and name: two prefixes of one namespace make the same attribute. */
function requireDistinct(attributes: readonly XmlAttribute[]): void {
  if (attributes.length < 2) return;
  const names = new Set(attributes.map(({ namespace, localName }) => `${namespace} ${localName}`));
  if (names.size < attributes.length) throw new Malformed('attribute twice');
}
