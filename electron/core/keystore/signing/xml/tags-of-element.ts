/** Where an element begins and ends in the text of a canonical form, so that attributes and children can be written into it. */
import type { XmlElement } from '../../../trust/xml/index.ts';

/** Comments and instructions are passed over; a canonical form has no CDATA, no empty-element tags and no declaration. */
const MARKUP = /<!--[^]*?-->|<\?[^]*?\?>|<\/[^>]*>|<[^/!?](?:[^>"]|"[^"]*")*>/g;

export interface Tags {
  /** Position of `<name …>`, and of its `>`. */
  start: number;
  startEnd: number;
  /** Position of `</name>`. */
  end: number;
}

/** Place of each element among its element siblings, from the root down. */
function placesOf(element: XmlElement): number[] {
  const { parent } = element;
  if (parent === null) return [0];
  const siblings = parent.children.filter(({ kind }) => kind === 'element');
  return [...placesOf(parent), siblings.indexOf(element)];
}

/** @throws {TypeError} when the text is not the canonical form of its document. */
export function tagsOf(element: XmlElement, canonicalText: string): Tags {
  const wanted = placesOf(element).join('/');
  const open: { place: number; start: number; startEnd: number }[] = [];
  let next = 0;
  for (const { 0: markup, index } of canonicalText.matchAll(MARKUP)) {
    if (markup.startsWith('<!--') || markup.startsWith('<?')) continue;
    if (!markup.startsWith('</')) {
      open.push({ place: next, start: index, startEnd: index + markup.length - 1 });
      next = 0;
      continue;
    }
    const ended = open.at(-1);
    if (ended !== undefined && open.map(({ place }) => place).join('/') === wanted) return { start: ended.start, startEnd: ended.startEnd, end: index };
    next = (open.pop()?.place ?? 0) + 1;
  }
  throw new TypeError('not the canonical form of this document');
}
