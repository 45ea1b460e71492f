/** Numbers an operator types from a card or as a person says them: too long to be a one-time password, and nothing but digits. */
import { z } from 'zod';

export const TypedIin = z.string().regex(/^\d{12}$/);
export const TypedPhone = z.string().regex(/^\+?[\d\s()-]{10,24}$/);
