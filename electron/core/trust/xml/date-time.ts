/** Instants in XML: xs:dateTime (XML Schema part 2, 3.2.7) with its zone, without which every machine would read another one. */

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

/** Null for anything else. */
export function instantOf(text: string): Date | null {
  const trimmed = text.trim();
  const time = INSTANT.test(trimmed) ? Date.parse(trimmed) : Number.NaN;
  return Number.isNaN(time) ? null : new Date(time);
}
