/** Writing and reading the small XML of ШЭП: escaped text out, strict and DTD-free in. */
import { DOMParser, type Document, type Element, type Node } from '@xmldom/xmldom';

export type { Element } from '@xmldom/xmldom';

/** XML text that is already escaped; a plain string is never taken for one. */
export interface Markup {
  readonly xml: string;
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // Readers turn these into line feeds unless they are written as references (XML 1.0 and 1.1, section 2.11).
  '\r': '&#xD;',
  '\u0085': '&#x85;',
  '\u2028': '&#x2028;',
};
/** Characters XML 1.0 cannot carry at all (section 2.2). */
// oxlint-disable-next-line no-control-regex -- the control characters are the point
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

const escape = (text: string): string => text.replaceAll(UNWRITABLE, '').replaceAll(/[&<>"\r\u0085\u2028]/g, (sign) => ESCAPES[sign]!);

/** `null` children are left out: optional elements are absent, not empty. */
export function element(
  name: string,
  children: string | readonly (Markup | null)[],
  attributes: Record<string, string> = {},
): Markup {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escape(value)}"`);
  const inner = typeof children === 'string' ? escape(children) : children.map((child) => child?.xml ?? '').join('');
  return { xml: `<${name}${written.join('')}>${inner}</${name}>` };
}

/** Null for what is not well-formed XML, or brings a DTD (entities are of no use here and a known way to attack). */
export function parseXml(text: string): Document | null {
  if (text.includes('<!DOCTYPE')) return null;
  try {
    const parser = new DOMParser({
      onError: (_level, message) => {
        throw new SyntaxError(message);
      },
    });
    return parser.parseFromString(text, 'text/xml');
  } catch {
    return null;
  }
}

const ELEMENT_NODE = 1;
const isElement = (node: Node): node is Element => node.nodeType === ELEMENT_NODE;

export function childElements(parent: Node, localName?: string): Element[] {
  const found: Element[] = [];
  for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
    if (isElement(node) && (localName === undefined || node.localName === localName)) found.push(node);
  }
  return found;
}

/** The only child of that name; undefined where there is none or more than one. */
export function onlyChild(parent: Node, localName: string): Element | undefined {
  const found = childElements(parent, localName);
  return found.length === 1 ? found[0] : undefined;
}

/** Trimmed text of the only child of that name; null where it is absent, repeated or empty. */
export function childText(parent: Node, localName: string): string | null {
  return onlyChild(parent, localName)?.textContent?.trim() || null;
}
