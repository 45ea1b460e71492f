/** The six digits shown under the QR of «Открыть доступ»; a string, because it may begin with zero. */
import { z } from 'zod';

export const ShortCode = z.string().regex(/^\d{6}$/);
export type ShortCode = z.infer<typeof ShortCode>;

/** Drops the spaces and dashes people type or paste between digits; the answer may still be incomplete. */
export function normaliseShortCode(typed: string): string {
  return typed.replaceAll(/[\s\u00A0\u2010-\u2015-]/g, '');
}
