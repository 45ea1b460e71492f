/**
 * Finds the element a portal names by an XPath. Of XPath 1.0 only plain paths are known: names with or without a prefix, `*`, `//`,
 * a place `[2]` and an attribute `[@id='x']`. Names are compared without their namespaces, as the Java side did.
 */
import { childElements, elementsOf, type XmlDocument, type XmlElement } from '../../../trust/xml/index.ts';

const STEP = /^(\/\/|\/)(\*|(?:[\p{L}_][\p{L}\p{N}_.-]*:)?[\p{L}_][\p{L}\p{N}_.-]*)(?:\[(\d{1,6})\])?(?:\[@([\p{L}_][\p{L}\p{N}_.:-]*)=(?:'([^']*)'|"([^"]*)")\])?/u;

/** An empty path is the root element. Null where nothing is found, or the path is of another kind. */
export function elementAt({ root }: XmlDocument, path: string): XmlElement | null {
  let rest = path.trim();
  if (rest === '' || rest === '/') return root;
  let found: XmlElement[] | null = null;
  while (rest !== '') {
    const step = STEP.exec(rest);
    if (step === null) return null;
    const [whole, axis, name, place, attribute, single, double] = step;
    const candidates: XmlElement[] = axis === '//' ? descendants(found ?? [root], found === null) : found === null ? [root] : found.flatMap((element) => childElements(element));
    const named = candidates.filter((element) => name === '*' || element.localName === name!.slice(name!.indexOf(':') + 1));
    const matching = attribute === undefined ? named : named.filter((element) => hasAttribute(element, attribute, single ?? double ?? ''));
    found = place === undefined ? matching : matching.slice(Number(place) - 1, Number(place));
    rest = rest.slice(whole.length);
  }
  return found?.[0] ?? null;
}

const descendants = (elements: readonly XmlElement[], themselves: boolean): XmlElement[] =>
  elements.flatMap((element) => [...elementsOf(element)].slice(themselves ? 0 : 1));

const hasAttribute = ({ attributes }: XmlElement, name: string, value: string): boolean =>
  attributes.some((attribute) => attribute.localName === name.slice(name.indexOf(':') + 1) && attribute.value === value);
