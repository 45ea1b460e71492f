/** The six digits shown under the QR of «Открыть доступ»; a string, because it may begin with zero. */
import { z } from 'zod';

export const ShortCode = z.string().regex(/^\d{6}$/);
export type ShortCode = z.infer<typeof ShortCode>;
