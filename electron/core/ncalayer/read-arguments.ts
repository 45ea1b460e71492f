/** Single values out of the arguments of a page, which may be texts where other values are meant, or not there at all. */
import type { JsonValue } from './lenient-json.ts';

/** Booleans of a page: the official one sends their texts, old ones that of a check box. Null for anything else. */
export function readFlagText(value: JsonValue | undefined): boolean | null {
  if (value === 'true' || value === 'false') return value === 'true';
  return typeof value === 'boolean' ? value : null;
}

export const readFlag = (value: JsonValue | undefined, absent: boolean): boolean | null =>
  value === undefined || value === null ? absent : readFlagText(value);

/** A text of a filter; empty and absent both mean that it does not matter. Undefined for what is no text. */
export function readFilterText(value: JsonValue | undefined): string | null | undefined {
  if (value === undefined || value === null || value === '') return null;
  return typeof value === 'string' ? value : undefined;
}

export const isTexts = (value: JsonValue | undefined): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');
