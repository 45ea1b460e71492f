/** The six digits shown under the QR of «Открыть доступ»; a string, because it may begin with zero. */
import { z } from 'zod';

const SIX_DIGITS = /^\d{6}$/;
export const ShortCode = z.string().regex(SIX_DIGITS);
export type ShortCode = z.infer<typeof ShortCode>;

export const isShortCode = (text: string): text is ShortCode => SIX_DIGITS.test(text);
