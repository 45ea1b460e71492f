/** Instants as people in Kazakhstan read them. */

const FORMAT = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Almaty', dateStyle: 'short', timeStyle: 'medium' });

/** `2026-11-22 10:00:05`, Asia/Almaty. */
export const almatyTime = (instant: string): string => FORMAT.format(new Date(instant));
