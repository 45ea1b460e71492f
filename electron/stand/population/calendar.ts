/** Arithmetic on calendar days written YYYY-MM-DD, without time zones. */
import type { SeededRandom } from './seeded-random.ts';

const DAY_MS = 86_400_000;

/**
 * The day for which ages and terms of the population are laid out. It is fixed, so that one seed gives the same people on
 * every day and every workstation; terms are long enough for the good documents to stay good for years.
 */
export const POPULATION_DAY = '2026-11-01';

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The same day of another year; 29 February becomes 1 March where the year has none. */
export function addYears(day: string, years: number): string {
  const date = new Date(day);
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return date.toISOString().slice(0, 10);
}

/** Terms end inclusively: ten years from the issue, less a day, as in the rows of ГБД ФЛ. */
export function lastDayOfTerm(begin: string, years: number): string {
  return addDays(addYears(begin, years), -1);
}

/** Full years at the given day. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

export function laterDay(a: string, b: string): string {
  return a > b ? a : b;
}

/** A day from `earliest` to `latest`, both included. @throws {RangeError} when they are in the wrong order. */
export function dayBetween(random: SeededRandom, earliest: string, latest: string): string {
  const days = (Date.parse(latest) - Date.parse(earliest)) / DAY_MS;
  if (days < 0) throw new RangeError('the earliest day is after the latest');
  return addDays(earliest, random.integer(0, days));
}
