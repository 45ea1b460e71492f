/** What the twelve digits of an ИИН say by themselves: check digit and birth date; without schemas, for pages and workers. */

const FIRST_PASS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const SECOND_PASS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];
const CENTURY_OF_DIGIT: Record<string, number> = { 1: 1800, 2: 1800, 3: 1900, 4: 1900, 5: 2000, 6: 2000 };

/**
 * The check digit for the first eleven digits, or null where no number is issued for them
 * (both passes give 10). The same algorithm serves БИН.
 */
export function iinCheckDigit(firstEleven: string): string | null {
  const weighted = (weights: number[]) =>
    weights.reduce((sum, weight, index) => sum + weight * Number(firstEleven[index]), 0) % 11;
  const first = weighted(FIRST_PASS);
  if (first < 10) return String(first);
  const second = weighted(SECOND_PASS);
  return second < 10 ? String(second) : null;
}

export function isIin(text: string): boolean {
  return /^\d{12}$/.test(text) && iinCheckDigit(text.slice(0, 11)) === text[11] && birthDateOfIin(text) !== undefined;
}

/**
 * The birth date an ИИН states, as YYYY-MM-DD; null for numbers of foreigners (seventh digit 0),
 * undefined where the digits are no calendar date.
 */
export function birthDateOfIin(iin: string): string | null | undefined {
  if (iin[6] === '0') return null;
  const century = CENTURY_OF_DIGIT[iin[6] ?? ''];
  if (century === undefined) return undefined;
  const year = century + Number(iin.slice(0, 2));
  const month = Number(iin.slice(2, 4));
  const day = Number(iin.slice(4, 6));
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return date.toISOString().slice(0, 10);
}
