/** The one text of a value that is hashed: the JSON Canonicalization Scheme (RFC 8785), for the part of JSON a journal needs. */

export type CanonicalValue = null | boolean | number | string | readonly CanonicalValue[] | { readonly [key: string]: CanonicalValue };

/**
 * Keys sorted by UTF-16 code units (RFC 8785 section 3.2.3), no white space, strings as ECMAScript writes them (3.2.2.2).
 * Numbers must be safe integers: the journal has no others, and so no two programs can round them differently.
 *
 * @throws {TypeError} for anything else, a lone surrogate included (3.2.2.2): it would not survive UTF-8.
 */
export function canonicalJson(value: CanonicalValue): string {
  if (typeof value === 'string') return canonicalString(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new TypeError('only safe integers have a canonical form here');
    return String(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (!isPlainObject(value)) throw new TypeError(`a ${typeof value} has no canonical form`);
  return canonicalMembers(Object.keys(value), (name) => value[name]!);
}

/** An object of these members. @param names sorted in place @throws as `canonicalJson` */
export function canonicalMembers(names: string[], valueOf: (name: string) => CanonicalValue): string {
  // Most objects here are written in their order.
  if (!areInOrder(names)) names.sort();
  let text = '';
  for (const name of names) text += `${text === '' ? '{' : ','}${canonicalString(name)}:${canonicalJson(valueOf(name))}`;
  return text === '' ? '{}' : `${text}}`;
}

function areInOrder(names: readonly string[]): boolean {
  for (let index = 1; index < names.length; index += 1) if (names[index]! < names[index - 1]!) return false;
  return true;
}

/** What a string of JSON holds as it stands: nearly every string of a journal. */
const AS_IT_STANDS = /^[ !#-[\]-~]*$/;

function canonicalString(text: string): string {
  if (AS_IT_STANDS.test(text)) return `"${text}"`;
  if (!text.isWellFormed()) throw new TypeError('a lone surrogate has no canonical form');
  return JSON.stringify(text);
}

function isPlainObject(value: unknown): value is { readonly [key: string]: CanonicalValue } {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
