/** Writing and reading the small XML of ШЭП: escaped text out, strict and DTD-free in. */
import { Malformed } from '../../core/trust/asn1/index.ts';
import { readXmlText, type XmlElement } from '../../core/trust/xml/index.ts';

export { childElements, childText, onlyChild, textOf } from '../../core/trust/xml/index.ts';
export type Element = XmlElement;

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

/** The root element; null for what is not well-formed XML, or brings a DTD. */
export function parseXml(text: string): Element | null {
  try {
    return readXmlText(text).root;
  } catch (error) {
    if (error instanceof Malformed) return null;
    throw error;
  }
}
