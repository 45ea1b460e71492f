/** Calendar days as the state counts them: Asia/Almaty, one zone for the whole country since 1 March 2024. */

/** UTC+5, written out: an old time-zone database on a desk still says +6. */
export const ALMATY_OFFSET_MS = 5 * 60 * 60 * 1000;

/** The day (YYYY-MM-DD) it is in Asia/Almaty at this instant. */
export function almatyDay(instant: Date): string {
  return new Date(instant.getTime() + ALMATY_OFFSET_MS).toISOString().slice(0, 10);
}

/** The instant at which a day (YYYY-MM-DD) begins. */
export const startOfAlmatyDay = (day: string): string => new Date(Date.parse(`${day}T00:00:00.000Z`) - ALMATY_OFFSET_MS).toISOString();

/** @param days may be negative @returns YYYY-MM-DD */
export function shiftDay(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00.000Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** A day (YYYY-MM-DD) as it is written in the country: dd.mm.yyyy. */
export const writtenDay = (day: string): string => day.split('-').toReversed().join('.');

/** dd.mm.yyyy hh:mm in Asia/Almaty. */
export const writtenMinute = (instant: Date): string =>
  `${writtenDay(almatyDay(instant))} ${new Date(instant.getTime() + ALMATY_OFFSET_MS).toISOString().slice(11, 16)}`;
