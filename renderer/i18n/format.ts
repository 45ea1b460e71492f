/** Days and times as this desk writes them: dd.mm.yyyy and 24 hours, always Asia/Almaty, in every language alike. */
import { ALMATY_OFFSET_MS, writtenDay, writtenMinute } from '../../shared/domain/almaty-day.ts';

/** `instant` is ISO 8601 with offset; the answer reads as if the zone were UTC. */
const inAlmaty = (instant: string) => new Date(Date.parse(instant) + ALMATY_OFFSET_MS).toISOString();

/** A calendar day YYYY-MM-DD as dd.mm.yyyy, a month YYYY-MM as mm.yyyy. */
export const dayText = writtenDay;

export const dateText = (instant: string) => dayText(inAlmaty(instant).slice(0, 10));
export const timeText = (instant: string) => inAlmaty(instant).slice(11, 16);
/** For who plans by it: nobody waits for a second. */
export const dateMinuteText = (instant: string) => writtenMinute(new Date(instant));
export const dateTimeText = (instant: string) => `${dateText(instant)} ${inAlmaty(instant).slice(11, 19)}`;

/** A day typed as dd.mm.yyyy as YYYY-MM-DD, or null where that is no day. */
export function typedDay(typed: string): string | null {
  const match = /^\s*(\d{1,2})\.(\d{1,2})\.(\d{4})\s*$/.exec(typed);
  if (match === null) return null;
  const [, date, month, year] = match.map(Number);
  const midnight = new Date(Date.UTC(year!, month! - 1, date!));
  // The first century is taken for the twentieth, and a 31st of a shorter month for the next one.
  const isMeant = midnight.getUTCFullYear() === year && midnight.getUTCMonth() === month! - 1 && midnight.getUTCDate() === date;
  return isMeant ? midnight.toISOString().slice(0, 10) : null;
}

/**
 * The start of a day typed as dd.mm.yyyy, or null where that is no day.
 * `plusDays` moves to a later day: the end of a day is the start of the next.
 */
export function startOfTypedDay(typed: string, plusDays = 0): string | null {
  const day = typedDay(typed);
  return day === null ? null : new Date(Date.parse(day) + plusDays * 86_400_000 - ALMATY_OFFSET_MS).toISOString();
}
