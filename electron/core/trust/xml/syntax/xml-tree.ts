/** A read XML document as immutable nodes, and the few ways in which its parts are asked for. */

export interface XmlAttribute {
  readonly prefix: string;
  readonly localName: string;
  /** Empty for none: an attribute without a prefix is in no namespace. */
  readonly namespace: string;
  readonly value: string;
}

/** The prefix is empty for the default namespace, the URI for none. */
export interface NamespaceDeclaration {
  readonly prefix: string;
  readonly uri: string;
}

export interface XmlElement {
  readonly kind: 'element';
  readonly prefix: string;
  readonly localName: string;
  readonly namespace: string;
  /** In the order of the text, without namespace declarations. */
  readonly attributes: readonly XmlAttribute[];
  readonly declarations: readonly NamespaceDeclaration[];
  readonly children: readonly XmlNode[];
  readonly parent: XmlElement | null;
}

/** Character data with references and CDATA sections resolved; two texts are never neighbours. */
export interface XmlText {
  readonly kind: 'text';
  text: string;
}
export interface XmlComment {
  readonly kind: 'comment';
  readonly text: string;
}
export interface XmlInstruction {
  readonly kind: 'instruction';
  readonly target: string;
  readonly data: string;
}
export type XmlNode = XmlElement | Readonly<XmlText> | XmlComment | XmlInstruction;

export interface XmlDocument {
  readonly kind: 'document';
  readonly root: XmlElement;
  /** The root with the comments and instructions around it. */
  readonly children: readonly XmlNode[];
  /** Characters it was read from. */
  readonly size: number;
}

export const childElements = (parent: XmlElement, localName?: string): XmlElement[] =>
  parent.children.filter((node): node is XmlElement => node.kind === 'element' && (localName === undefined || node.localName === localName));

/** The only child of that name; undefined where there is none or more than one. */
export function onlyChild(parent: XmlElement, localName: string): XmlElement | undefined {
  const found = childElements(parent, localName);
  return found.length === 1 ? found[0] : undefined;
}

/** Value of an attribute in this namespace, by default in none; null where it is absent. */
export const attributeOf = (element: XmlElement, localName: string, namespace = ''): string | null =>
  element.attributes.find((attribute) => attribute.localName === localName && attribute.namespace === namespace)?.value ?? null;

/** All character data inside, in order: a comment in between hides nothing, as it hides nothing from the signature. */
export const textOf = (element: XmlElement): string =>
  element.children.map((node) => (node.kind === 'text' ? node.text : node.kind === 'element' ? textOf(node) : '')).join('');

/** Trimmed text of the only child of that name; null where it is absent, repeated or empty. */
export function childText(parent: XmlElement, localName: string): string | null {
  const child = onlyChild(parent, localName);
  return child === undefined ? null : textOf(child).trim() || null;
}

/** Every element from here down, in document order. */
export function elementsOf(element: XmlElement): XmlElement[] {
  const found = [element];
  const collect = ({ children }: XmlElement): void => {
    for (const child of children) {
      if (child.kind !== 'element') continue;
      found.push(child);
      collect(child);
    }
  };
  collect(element);
  return found;
}

/** Is the first element the second, or inside it? */
export function isWithin(element: XmlElement, ancestor: XmlElement): boolean {
  for (let at: XmlElement | null = element; at !== null; at = at.parent) if (at === ancestor) return true;
  return false;
}
