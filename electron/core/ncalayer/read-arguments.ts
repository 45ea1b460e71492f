/** Single values out of the named arguments of a page, which may be texts where other values are meant, or not there at all. */
import type { JsonValue } from './lenient-json.ts';

/** Booleans of a page: the official one sends their texts. Null for anything else. */
export function readFlag(value: JsonValue | undefined, absent: boolean): boolean | null {
  if (value === undefined || value === null) return absent;
  if (value === 'true' || value === 'false') return value === 'true';
  return typeof value === 'boolean' ? value : null;
}

/** A text of a filter; empty and absent both mean that it does not matter. Undefined for what is no text. */
export function readFilterText(value: JsonValue | undefined): string | null | undefined {
  if (value === undefined || value === null || value === '') return null;
  return typeof value === 'string' ? value : undefined;
}

export const isTexts = (value: JsonValue | undefined): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');
