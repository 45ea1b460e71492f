/** Which declarations are in force at a place of a document, as a chain: adding to it copies nothing, however much is declared around. */
import type { XmlElement } from './xml-tree.ts';

/** Prefix and URI. */
export type Declaration = readonly [string, string];

export interface Namespaces {
  readonly own: ReadonlyMap<string, string>;
  readonly around: Namespaces | null;
}

export const EMPTY: Namespaces = { own: new Map(), around: null };

export const extended = (around: Namespaces, added: readonly Declaration[]): Namespaces =>
  added.length === 0 ? around : { own: new Map(added), around };

/** Empty where nothing is declared. */
export function uriOf(prefix: string, namespaces: Namespaces): string {
  for (let at: Namespaces | null = namespaces; at !== null; at = at.around) {
    const uri = at.own.get(prefix);
    if (uri !== undefined) return uri;
  }
  return '';
}

export function prefixesIn(namespaces: Namespaces): Set<string> {
  const prefixes = new Set<string>();
  for (let at: Namespaces | null = namespaces; at !== null; at = at.around) for (const prefix of at.own.keys()) prefixes.add(prefix);
  return prefixes;
}

/** What the ancestors of an element declare. */
export function scopeAround(element: XmlElement): Namespaces {
  const { parent } = element;
  if (parent === null) return EMPTY;
  return extended(scopeAround(parent), parent.declarations.map(({ prefix, uri }) => [prefix, uri]));
}
