/** What a part of a document has from its ancestors, which its canonical form leaves out. */
import { NamespaceBindings } from './syntax/namespace-bindings.ts';
import { XML_NAMESPACE } from './syntax/namespace-scopes.ts';
import type { XmlAttribute, XmlElement } from './syntax/xml-tree.ts';

/** What the ancestors of an element declare. */
export function bindingsAround({ parent }: XmlElement): NamespaceBindings {
  if (parent === null) return new NamespaceBindings();
  const bindings = bindingsAround(parent);
  bindings.enter(parent.declarations);
  return bindings;
}

/** Attributes xml:… of ancestors that hold for the element too (Canonical XML 1.0, 2.4); the nearest counts. */
export function inheritedXml(apex: XmlElement): XmlAttribute[] {
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
